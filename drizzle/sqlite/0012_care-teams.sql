CREATE TABLE `improvements` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`title` text NOT NULL,
	`started_on` text NOT NULL,
	`changed` text NOT NULL,
	`expected` text NOT NULL,
	`indicator` text,
	`state` text NOT NULL,
	`learnt` text,
	`closed_on` text,
	`closed_by` text,
	`registered_by` text NOT NULL,
	`registered_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `improvements_team` ON `improvements` (`team_id`,`started_on`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`content` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_proposed` ON `publications` (`team_id`) WHERE "publications"."approved_at" is null and "publications"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `publications_public` ON `publications` (`team_id`) WHERE "publications"."approved_at" is not null and "publications"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `unit_prices` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`activity` text NOT NULL,
	`cents` integer NOT NULL,
	`source` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	`replaced_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_prices_current` ON `unit_prices` (`organisation_id`,`activity`) WHERE "unit_prices"."replaced_at" is null;--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text NOT NULL,
	`what` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`done_at` text,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actions_item` ON `actions` (`agenda_item_id`);--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`place` integer NOT NULL,
	`situation` text,
	`question` text NOT NULL,
	`listed_by` text NOT NULL,
	`listed_at` text NOT NULL,
	`version` integer NOT NULL,
	`decision` text,
	`reason` text,
	`patient_part` text,
	`sentence` text,
	`agreement_id` text,
	`confirmed_at` text,
	`confirmed_by` text,
	`postponed_to` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`listed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`confirmed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_once` ON `agenda_items` (`meeting_id`,`enrolment_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_enrolment` ON `agenda_items` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_patient` ON `agenda_items` (`patient_id`);--> statement-breakpoint
CREATE TABLE `meeting_members` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`present` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_members_once` ON `meeting_members` (`meeting_id`,`staff_id`);--> statement-breakpoint
CREATE INDEX `meeting_members_staff` ON `meeting_members` (`staff_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`series` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` text NOT NULL,
	`minutes` integer NOT NULL,
	`every_weeks` integer NOT NULL,
	`chair_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chair_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_series` ON `meetings` (`series`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meetings_team` ON `meetings` (`team_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `set_pauses` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`outcome_set` text NOT NULL,
	`reason` text NOT NULL,
	`paused_at` text NOT NULL,
	`paused_by` text NOT NULL,
	`resumed_at` text,
	`resumed_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paused_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resumed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `set_pauses_open` ON `set_pauses` (`organisation_id`,`outcome_set`) WHERE "set_pauses"."resumed_at" is null;--> statement-breakpoint
CREATE TABLE `definition_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`act` text NOT NULL,
	`staff_id` text NOT NULL,
	`staff_name` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `definition_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `definition_steps_version` ON `definition_steps` (`version_id`,`at`);--> statement-breakpoint
CREATE TABLE `paper_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`answers` text NOT NULL,
	`topics` text,
	`topic_text` text,
	`urgent` integer,
	`entered_at` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_entries_once` ON `paper_entries` (`assessment_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`outcome` text NOT NULL,
	`called_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calls_team` ON `calls` (`team_id`,`called_at`);--> statement-breakpoint
CREATE INDEX `calls_patient` ON `calls` (`patient_id`);--> statement-breakpoint
CREATE INDEX `calls_assessment` ON `calls` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `outreach_rules` (
	`team_id` text PRIMARY KEY NOT NULL,
	`call_days_before` integer,
	`letters` integer NOT NULL,
	`fallback_days` integer,
	`fallback_to` text NOT NULL,
	`cost_of_call` integer,
	`cost_of_letter` integer,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `feed_days` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`source` text NOT NULL,
	`day` text NOT NULL,
	`taken` integer NOT NULL,
	`refused` integer NOT NULL,
	`last_at` text NOT NULL,
	`last_fault` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feed_days_source` ON `feed_days` (`organisation_id`,`source`,`day`);--> statement-breakpoint
CREATE TABLE `feed_rules` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`version` integer NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `links` ADD `code_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `links_codeKey_unique` ON `links` (`code_key`);--> statement-breakpoint
ALTER TABLE `messages` ADD `channel` text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_suppressed` ON `messages` (`suppressed_at`) WHERE "messages"."suppressed_at" is not null;--> statement-breakpoint
ALTER TABLE `patient_sessions` ADD `handed_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `teams` ADD `compares_since` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `entered_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `responses` ADD `checked_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `patients` ADD `contact_told_at` text;