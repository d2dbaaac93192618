CREATE TABLE "audit_anchors" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"action" text NOT NULL,
	"type" text NOT NULL,
	"outcome" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"role" text,
	"purpose" text NOT NULL,
	"organisation_id" text,
	"object_type" text,
	"object_id" text,
	"detail" jsonb,
	"request_id" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"number" bigint PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_seals_eventId_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "audit_subjects" (
	"event_id" text NOT NULL,
	"patient_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"number" text NOT NULL,
	"patient_id" text NOT NULL,
	"team_id" text NOT NULL,
	"enrolment_id" text,
	"clinician_id" text,
	"clinician_name" text,
	"kind" text NOT NULL,
	"location" text,
	"starts_at" text NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"changed_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"team_id" text NOT NULL,
	"set_version_id" text NOT NULL,
	"moment" text NOT NULL,
	"anchor" text NOT NULL,
	"appointment_id" text,
	"opens_at" text NOT NULL,
	"due_at" text NOT NULL,
	"closes_at" text NOT NULL,
	"link_dead_at" text NOT NULL,
	"why" jsonb NOT NULL,
	"manual" jsonb,
	"withdrawn_at" text,
	"withdrawn_why" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"team_id" text NOT NULL,
	"outcome_set" text NOT NULL,
	"set_version_id" text NOT NULL,
	"side" text NOT NULL,
	"treatment_option" text,
	"treatment_chosen_on" text,
	"lead_clinician_id" text,
	"started_on" text NOT NULL,
	"ended_on" text,
	"end_reason" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure_values" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"measure" text NOT NULL,
	"value" double precision NOT NULL,
	"measured_on" text NOT NULL,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" text NOT NULL,
	"replaced_at" text
);
--> statement-breakpoint
CREATE TABLE "stage_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"stage" text NOT NULL,
	"entered_on" text NOT NULL,
	"source" text NOT NULL,
	"appointment_id" text,
	"recorded_by" text NOT NULL,
	"recorded_at" text NOT NULL,
	"withdrawn_at" text
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"patient_id" text NOT NULL,
	"message_id" text NOT NULL,
	"nonce" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"dies_at" text NOT NULL,
	"revoked_at" text,
	"failed_checks" integer NOT NULL,
	CONSTRAINT "links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "message_assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"kind" text NOT NULL,
	"ordinal" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"patient_id" text,
	"kind" text NOT NULL,
	"batch" text NOT NULL,
	"address" text,
	"content" text,
	"due_at" text NOT NULL,
	"attempts" integer NOT NULL,
	"lease_until" text,
	"sent_at" text,
	"suppressed_at" text,
	"failed_at" text,
	"why" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patient_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"link_id" text,
	"level" text,
	"confirmed_at" text,
	"respondent" text NOT NULL,
	"created_at" text NOT NULL,
	"last_seen_at" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "definition_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"definition" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"published_at" text
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"language" text NOT NULL,
	"urgent_phone" text NOT NULL,
	"confirm_birth_date" boolean NOT NULL,
	"send_from" text NOT NULL,
	"send_until" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	"outcome_set" text NOT NULL,
	"phone" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"response_id" text,
	"staff_id" text NOT NULL,
	"sentence" text NOT NULL,
	"who" text,
	"due_on" text,
	"agreed_at" text NOT NULL,
	"withdrawn_at" text
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"team_id" text NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"raised_at" text NOT NULL,
	"respond_by" text NOT NULL,
	"acknowledged_at" text,
	"acknowledged_by" text,
	"closed_at" text,
	"closed_by" text,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "discussions" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"appointment_id" text,
	"discussed_at" text NOT NULL,
	CONSTRAINT "discussions_responseId_unique" UNIQUE("response_id")
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"opened_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"assessment_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"team_id" text NOT NULL,
	"respondent" text NOT NULL,
	"mode" text NOT NULL,
	"language" text NOT NULL,
	"answers" jsonb NOT NULL,
	"version" integer NOT NULL,
	"started_at" text NOT NULL,
	"submitted_at" text,
	"submit_hash" text,
	"topics" jsonb,
	"topic_text" text,
	"urgent" boolean,
	CONSTRAINT "responses_assessmentId_unique" UNIQUE("assessment_id")
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"instrument" text NOT NULL,
	"scale" text NOT NULL,
	"scoring_version" integer NOT NULL,
	"value" double precision,
	"standard_error" double precision,
	"answered" integer NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"measured_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "care_relations" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"from_date" text NOT NULL,
	"until_date" text
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"team_id" text,
	"file_name" text NOT NULL,
	"content_hash" text NOT NULL,
	"state" text NOT NULL,
	"progress" jsonb NOT NULL,
	"report" jsonb,
	"dry_run" boolean NOT NULL,
	"started_by" text NOT NULL,
	"started_at" text NOT NULL,
	"finished_at" text
);
--> statement-breakpoint
CREATE TABLE "patient_numbers" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"authority" text NOT NULL,
	"number" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patients" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"search_name" text NOT NULL,
	"sex" text NOT NULL,
	"birth_date" text NOT NULL,
	"language" text NOT NULL,
	"email" text,
	"email_key" text,
	"email_dead_at" text,
	"phone" text,
	"opted_out_at" text,
	"deceased_on" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"message" jsonb NOT NULL,
	"patient_id" text,
	"received_at" text NOT NULL,
	"resolved_at" text,
	"resolution" text,
	"resolved_by" text
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" text,
	"refresh_token_expires_at" text,
	"scope" text,
	"password" text,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"team_id" text,
	"role" text NOT NULL,
	"from_date" text NOT NULL,
	"until_date" text
);
--> statement-breakpoint
CREATE TABLE "auth_rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "auth_rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "service_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"revoked_at" text,
	CONSTRAINT "service_keys_keyHash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" text NOT NULL,
	"token" text NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	"profession" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"left_at" text,
	"created_at" text NOT NULL,
	CONSTRAINT "staff_userId_unique" UNIQUE("user_id"),
	CONSTRAINT "staff_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_links" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"used_at" text,
	CONSTRAINT "staff_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth_two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean,
	"failed_verification_count" integer,
	"locked_until" text
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"two_factor_enabled" boolean,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" text NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_subjects" ADD CONSTRAINT "audit_subjects_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_clinician_id_staff_id_fk" FOREIGN KEY ("clinician_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_set_version_id_definition_versions_id_fk" FOREIGN KEY ("set_version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_set_version_id_definition_versions_id_fk" FOREIGN KEY ("set_version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_lead_clinician_id_staff_id_fk" FOREIGN KEY ("lead_clinician_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_values" ADD CONSTRAINT "measure_values_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_entries" ADD CONSTRAINT "stage_entries_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_assessments" ADD CONSTRAINT "message_assessments_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_assessments" ADD CONSTRAINT "message_assessments_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_sessions" ADD CONSTRAINT "patient_sessions_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_sessions" ADD CONSTRAINT "patient_sessions_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_acknowledged_by_staff_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussions" ADD CONSTRAINT "discussions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussions" ADD CONSTRAINT "discussions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_relations" ADD CONSTRAINT "care_relations_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_relations" ADD CONSTRAINT "care_relations_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_numbers" ADD CONSTRAINT "patient_numbers_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_resolved_by_staff_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_keys" ADD CONSTRAINT "service_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_links" ADD CONSTRAINT "staff_links_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_two_factor" ADD CONSTRAINT "auth_two_factor_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_events_organisation" ON "audit_events" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_subjects_once" ON "audit_subjects" USING btree ("event_id","patient_id");--> statement-breakpoint
CREATE INDEX "audit_subjects_patient" ON "audit_subjects" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_number" ON "appointments" USING btree ("organisation_id","number");--> statement-breakpoint
CREATE INDEX "appointments_clinic" ON "appointments" USING btree ("team_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointments_enrolment" ON "appointments" USING btree ("enrolment_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointments_patient" ON "appointments" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_once" ON "assessments" USING btree ("enrolment_id","moment","anchor");--> statement-breakpoint
CREATE INDEX "assessments_patient" ON "assessments" USING btree ("patient_id","opens_at");--> statement-breakpoint
CREATE INDEX "assessments_team" ON "assessments" USING btree ("team_id","opens_at");--> statement-breakpoint
CREATE INDEX "assessments_due" ON "assessments" USING btree ("opens_at","closes_at");--> statement-breakpoint
CREATE INDEX "assessments_appointment" ON "assessments" USING btree ("appointment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_open" ON "enrolments" USING btree ("patient_id","outcome_set","side") WHERE "enrolments"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "enrolments_team" ON "enrolments" USING btree ("team_id","started_on");--> statement-breakpoint
CREATE INDEX "enrolments_patient" ON "enrolments" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "measure_values_enrolment" ON "measure_values" USING btree ("enrolment_id","measure","measured_on");--> statement-breakpoint
CREATE INDEX "stage_entries_enrolment" ON "stage_entries" USING btree ("enrolment_id","entered_on");--> statement-breakpoint
CREATE UNIQUE INDEX "stage_entries_appointment" ON "stage_entries" USING btree ("enrolment_id","appointment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "links_message" ON "links" USING btree ("message_id","kind");--> statement-breakpoint
CREATE INDEX "links_patient" ON "links" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_assessments_once" ON "message_assessments" USING btree ("assessment_id","kind","ordinal");--> statement-breakpoint
CREATE INDEX "message_assessments_message" ON "message_assessments" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_batch" ON "messages" USING btree ("organisation_id","batch");--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("sent_at","due_at");--> statement-breakpoint
CREATE INDEX "messages_patient" ON "messages" USING btree ("patient_id","created_at");--> statement-breakpoint
CREATE INDEX "patient_sessions_link" ON "patient_sessions" USING btree ("link_id");--> statement-breakpoint
CREATE UNIQUE INDEX "definition_versions_once" ON "definition_versions" USING btree ("kind","definition","version");--> statement-breakpoint
CREATE INDEX "teams_organisation" ON "teams" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "agreements_enrolment" ON "agreements" USING btree ("enrolment_id","agreed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_once" ON "alerts" USING btree ("response_id","rule");--> statement-breakpoint
CREATE INDEX "alerts_open" ON "alerts" USING btree ("team_id","closed_at");--> statement-breakpoint
CREATE INDEX "discussions_staff" ON "discussions" USING btree ("staff_id","discussed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "openings_once" ON "openings" USING btree ("response_id","staff_id");--> statement-breakpoint
CREATE INDEX "responses_enrolment" ON "responses" USING btree ("enrolment_id","submitted_at");--> statement-breakpoint
CREATE INDEX "responses_patient" ON "responses" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "responses_team" ON "responses" USING btree ("team_id","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "scores_once" ON "scores" USING btree ("response_id","instrument","scale","scoring_version");--> statement-breakpoint
CREATE INDEX "scores_trend" ON "scores" USING btree ("enrolment_id","measured_at");--> statement-breakpoint
CREATE INDEX "care_relations_staff" ON "care_relations" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "care_relations_patient" ON "care_relations" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "imports_organisation" ON "imports" USING btree ("organisation_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "patient_numbers_once" ON "patient_numbers" USING btree ("authority","number");--> statement-breakpoint
CREATE INDEX "patient_numbers_patient" ON "patient_numbers" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "patients_name" ON "patients" USING btree ("organisation_id","search_name");--> statement-breakpoint
CREATE INDEX "patients_email" ON "patients" USING btree ("organisation_id","email_key");--> statement-breakpoint
CREATE INDEX "quarantine_open" ON "quarantine" USING btree ("organisation_id","resolved_at");--> statement-breakpoint
CREATE INDEX "memberships_staff" ON "memberships" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "memberships_team" ON "memberships" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_keys_name" ON "service_keys" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "staff_organisation" ON "staff" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "staff_links_staff" ON "staff_links" USING btree ("staff_id");