CREATE TABLE `audit_anchors` (
	`number` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`action` text NOT NULL,
	`type` text NOT NULL,
	`outcome` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`role` text,
	`purpose` text NOT NULL,
	`organisation_id` text,
	`object_type` text,
	`object_id` text,
	`detail` text,
	`request_id` text,
	`address` text
);
--> statement-breakpoint
CREATE INDEX `audit_events_at` ON `audit_events` (`at`);--> statement-breakpoint
CREATE INDEX `audit_events_organisation` ON `audit_events` (`organisation_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor_id`,`at`);--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`number` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `audit_events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seals_eventId_unique` ON `audit_seals` (`event_id`);--> statement-breakpoint
CREATE TABLE `audit_subjects` (
	`event_id` text NOT NULL,
	`patient_id` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `audit_events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_subjects_once` ON `audit_subjects` (`event_id`,`patient_id`);--> statement-breakpoint
CREATE INDEX `audit_subjects_patient` ON `audit_subjects` (`patient_id`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`number` text NOT NULL,
	`patient_id` text NOT NULL,
	`team_id` text NOT NULL,
	`enrolment_id` text,
	`clinician_id` text,
	`clinician_name` text,
	`kind` text NOT NULL,
	`location` text,
	`starts_at` text NOT NULL,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`clinician_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_number` ON `appointments` (`organisation_id`,`number`);--> statement-breakpoint
CREATE INDEX `appointments_clinic` ON `appointments` (`team_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `appointments_enrolment` ON `appointments` (`enrolment_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `appointments_patient` ON `appointments` (`patient_id`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`team_id` text NOT NULL,
	`set_version_id` text NOT NULL,
	`moment` text NOT NULL,
	`anchor` text NOT NULL,
	`appointment_id` text,
	`opens_at` text NOT NULL,
	`due_at` text NOT NULL,
	`closes_at` text NOT NULL,
	`link_dead_at` text NOT NULL,
	`why` text NOT NULL,
	`manual` text,
	`withdrawn_at` text,
	`withdrawn_why` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_version_id`) REFERENCES `definition_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_once` ON `assessments` (`enrolment_id`,`moment`,`anchor`);--> statement-breakpoint
CREATE INDEX `assessments_patient` ON `assessments` (`patient_id`,`opens_at`);--> statement-breakpoint
CREATE INDEX `assessments_team` ON `assessments` (`team_id`,`opens_at`);--> statement-breakpoint
CREATE INDEX `assessments_due` ON `assessments` (`opens_at`,`closes_at`);--> statement-breakpoint
CREATE INDEX `assessments_appointment` ON `assessments` (`appointment_id`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`team_id` text NOT NULL,
	`outcome_set` text NOT NULL,
	`set_version_id` text NOT NULL,
	`side` text NOT NULL,
	`treatment_option` text,
	`treatment_chosen_on` text,
	`lead_clinician_id` text,
	`started_on` text NOT NULL,
	`ended_on` text,
	`end_reason` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_version_id`) REFERENCES `definition_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_clinician_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_open` ON `enrolments` (`patient_id`,`outcome_set`,`side`) WHERE "enrolments"."ended_on" is null;--> statement-breakpoint
CREATE INDEX `enrolments_team` ON `enrolments` (`team_id`,`started_on`);--> statement-breakpoint
CREATE INDEX `enrolments_patient` ON `enrolments` (`patient_id`);--> statement-breakpoint
CREATE TABLE `measure_values` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`measure` text NOT NULL,
	`value` real NOT NULL,
	`measured_on` text NOT NULL,
	`source` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	`replaced_at` text,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `measure_values_enrolment` ON `measure_values` (`enrolment_id`,`measure`,`measured_on`);--> statement-breakpoint
CREATE TABLE `stage_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`stage` text NOT NULL,
	`entered_on` text NOT NULL,
	`source` text NOT NULL,
	`appointment_id` text,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stage_entries_enrolment` ON `stage_entries` (`enrolment_id`,`entered_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `stage_entries_appointment` ON `stage_entries` (`enrolment_id`,`appointment_id`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`patient_id` text NOT NULL,
	`message_id` text NOT NULL,
	`nonce` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`dies_at` text NOT NULL,
	`revoked_at` text,
	`failed_checks` integer NOT NULL,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_tokenHash_unique` ON `links` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `links_message` ON `links` (`message_id`,`kind`);--> statement-breakpoint
CREATE INDEX `links_patient` ON `links` (`patient_id`);--> statement-breakpoint
CREATE TABLE `message_assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`kind` text NOT NULL,
	`ordinal` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_assessments_once` ON `message_assessments` (`assessment_id`,`kind`,`ordinal`);--> statement-breakpoint
CREATE INDEX `message_assessments_message` ON `message_assessments` (`message_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`patient_id` text,
	`kind` text NOT NULL,
	`batch` text NOT NULL,
	`address` text,
	`content` text,
	`due_at` text NOT NULL,
	`attempts` integer NOT NULL,
	`lease_until` text,
	`sent_at` text,
	`suppressed_at` text,
	`failed_at` text,
	`why` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_batch` ON `messages` (`organisation_id`,`batch`);--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`sent_at`,`due_at`);--> statement-breakpoint
CREATE INDEX `messages_patient` ON `messages` (`patient_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `patient_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`link_id` text,
	`level` text,
	`confirmed_at` text,
	`respondent` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`link_id`) REFERENCES `links`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `patient_sessions_link` ON `patient_sessions` (`link_id`);--> statement-breakpoint
CREATE TABLE `definition_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`definition` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`published_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `definition_versions_once` ON `definition_versions` (`kind`,`definition`,`version`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`language` text NOT NULL,
	`urgent_phone` text NOT NULL,
	`confirm_birth_date` integer NOT NULL,
	`send_from` text NOT NULL,
	`send_until` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`outcome_set` text NOT NULL,
	`phone` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `teams_organisation` ON `teams` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`response_id` text,
	`staff_id` text NOT NULL,
	`sentence` text NOT NULL,
	`who` text,
	`due_on` text,
	`agreed_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agreements_enrolment` ON `agreements` (`enrolment_id`,`agreed_at`);--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`team_id` text NOT NULL,
	`rule` text NOT NULL,
	`severity` text NOT NULL,
	`raised_at` text NOT NULL,
	`respond_by` text NOT NULL,
	`acknowledged_at` text,
	`acknowledged_by` text,
	`closed_at` text,
	`closed_by` text,
	`outcome` text,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acknowledged_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_once` ON `alerts` (`response_id`,`rule`);--> statement-breakpoint
CREATE INDEX `alerts_open` ON `alerts` (`team_id`,`closed_at`);--> statement-breakpoint
CREATE TABLE `discussions` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`appointment_id` text,
	`discussed_at` text NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `discussions_responseId_unique` ON `discussions` (`response_id`);--> statement-breakpoint
CREATE INDEX `discussions_staff` ON `discussions` (`staff_id`,`discussed_at`);--> statement-breakpoint
CREATE TABLE `openings` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`opened_at` text NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `openings_once` ON `openings` (`response_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`team_id` text NOT NULL,
	`respondent` text NOT NULL,
	`mode` text NOT NULL,
	`language` text NOT NULL,
	`answers` text NOT NULL,
	`version` integer NOT NULL,
	`started_at` text NOT NULL,
	`submitted_at` text,
	`submit_hash` text,
	`topics` text,
	`topic_text` text,
	`urgent` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_assessmentId_unique` ON `responses` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `responses_enrolment` ON `responses` (`enrolment_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `responses_patient` ON `responses` (`patient_id`);--> statement-breakpoint
CREATE INDEX `responses_team` ON `responses` (`team_id`,`submitted_at`);--> statement-breakpoint
CREATE TABLE `scores` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`instrument` text NOT NULL,
	`scale` text NOT NULL,
	`scoring_version` integer NOT NULL,
	`value` real,
	`standard_error` real,
	`answered` integer NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`measured_at` text NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scores_once` ON `scores` (`response_id`,`instrument`,`scale`,`scoring_version`);--> statement-breakpoint
CREATE INDEX `scores_trend` ON `scores` (`enrolment_id`,`measured_at`);--> statement-breakpoint
CREATE TABLE `care_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `care_relations_staff` ON `care_relations` (`staff_id`);--> statement-breakpoint
CREATE INDEX `care_relations_patient` ON `care_relations` (`patient_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`team_id` text,
	`file_name` text NOT NULL,
	`content_hash` text NOT NULL,
	`state` text NOT NULL,
	`progress` text NOT NULL,
	`report` text,
	`dry_run` integer NOT NULL,
	`started_by` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_organisation` ON `imports` (`organisation_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `patient_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`authority` text NOT NULL,
	`number` text NOT NULL,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_numbers_once` ON `patient_numbers` (`authority`,`number`);--> statement-breakpoint
CREATE INDEX `patient_numbers_patient` ON `patient_numbers` (`patient_id`);--> statement-breakpoint
CREATE TABLE `patients` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`search_name` text NOT NULL,
	`sex` text NOT NULL,
	`birth_date` text NOT NULL,
	`language` text NOT NULL,
	`email` text,
	`email_key` text,
	`email_dead_at` text,
	`phone` text,
	`opted_out_at` text,
	`deceased_on` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `patients_name` ON `patients` (`organisation_id`,`search_name`);--> statement-breakpoint
CREATE INDEX `patients_email` ON `patients` (`organisation_id`,`email_key`);--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`message` text NOT NULL,
	`patient_id` text,
	`received_at` text NOT NULL,
	`resolved_at` text,
	`resolution` text,
	`resolved_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quarantine_open` ON `quarantine` (`organisation_id`,`resolved_at`);--> statement-breakpoint
CREATE TABLE `auth_account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` text,
	`refresh_token_expires_at` text,
	`scope` text,
	`password` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`team_id` text,
	`role` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_staff` ON `memberships` (`staff_id`);--> statement-breakpoint
CREATE INDEX `memberships_team` ON `memberships` (`team_id`);--> statement-breakpoint
CREATE TABLE `auth_rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_rate_limit_key_unique` ON `auth_rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `service_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_keys_keyHash_unique` ON `service_keys` (`key_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `service_keys_name` ON `service_keys` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `auth_session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` text NOT NULL,
	`token` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_session_token_unique` ON `auth_session` (`token`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`profession` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`left_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_userId_unique` ON `staff` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE INDEX `staff_organisation` ON `staff` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `staff_links` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_links_tokenHash_unique` ON `staff_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `staff_links_staff` ON `staff_links` (`staff_id`);--> statement-breakpoint
CREATE TABLE `auth_two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer,
	`failed_verification_count` integer,
	`locked_until` text,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `auth_user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`two_factor_enabled` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_user_email_unique` ON `auth_user` (`email`);--> statement-breakpoint
CREATE TABLE `auth_verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
