CREATE TABLE "improvements" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"title" text NOT NULL,
	"started_on" text NOT NULL,
	"changed" text NOT NULL,
	"expected" text NOT NULL,
	"indicator" text,
	"state" text NOT NULL,
	"learnt" text,
	"closed_on" text,
	"closed_by" text,
	"registered_by" text NOT NULL,
	"registered_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" text NOT NULL,
	"approved_by" text,
	"approved_at" text,
	"ended_at" text,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "unit_prices" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"activity" text NOT NULL,
	"cents" integer NOT NULL,
	"source" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" text NOT NULL,
	"replaced_at" text
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" text PRIMARY KEY NOT NULL,
	"agenda_item_id" text NOT NULL,
	"what" text NOT NULL,
	"owner_id" text NOT NULL,
	"due_on" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" text NOT NULL,
	"done_at" text
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"place" integer NOT NULL,
	"situation" text,
	"question" text NOT NULL,
	"listed_by" text NOT NULL,
	"listed_at" text NOT NULL,
	"version" integer NOT NULL,
	"decision" text,
	"reason" text,
	"patient_part" text,
	"sentence" text,
	"agreement_id" text,
	"confirmed_at" text,
	"confirmed_by" text,
	"postponed_to" text
);
--> statement-breakpoint
CREATE TABLE "meeting_members" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"present" boolean
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"series" text NOT NULL,
	"title" text NOT NULL,
	"starts_at" text NOT NULL,
	"minutes" integer NOT NULL,
	"every_weeks" integer NOT NULL,
	"chair_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" text NOT NULL,
	"closed_at" text
);
--> statement-breakpoint
CREATE TABLE "set_pauses" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"outcome_set" text NOT NULL,
	"reason" text NOT NULL,
	"paused_at" text NOT NULL,
	"paused_by" text NOT NULL,
	"resumed_at" text,
	"resumed_by" text
);
--> statement-breakpoint
CREATE TABLE "definition_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"version_id" text NOT NULL,
	"act" text NOT NULL,
	"staff_id" text NOT NULL,
	"staff_name" text NOT NULL,
	"note" text,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"assessment_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"topics" jsonb,
	"topic_text" text,
	"urgent" boolean,
	"entered_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"outcome" text NOT NULL,
	"called_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach_rules" (
	"team_id" text PRIMARY KEY NOT NULL,
	"call_days_before" integer,
	"letters" boolean NOT NULL,
	"fallback_days" integer,
	"fallback_to" text NOT NULL,
	"cost_of_call" integer,
	"cost_of_letter" integer,
	"changed_at" text NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_days" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"source" text NOT NULL,
	"day" text NOT NULL,
	"taken" integer NOT NULL,
	"refused" integer NOT NULL,
	"last_at" text NOT NULL,
	"last_fault" text
);
--> statement-breakpoint
CREATE TABLE "feed_rules" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer NOT NULL,
	"changed_at" text NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "code_key" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "channel" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE "patient_sessions" ADD COLUMN "handed_by" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "compares_since" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "entered_by" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "checked_by" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "contact_told_at" text;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_registered_by_staff_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_prices" ADD CONSTRAINT "unit_prices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_prices" ADD CONSTRAINT "unit_prices_set_by_staff_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_listed_by_staff_id_fk" FOREIGN KEY ("listed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_confirmed_by_staff_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_members" ADD CONSTRAINT "meeting_members_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_members" ADD CONSTRAINT "meeting_members_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_chair_id_staff_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_pauses" ADD CONSTRAINT "set_pauses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_pauses" ADD CONSTRAINT "set_pauses_paused_by_staff_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_pauses" ADD CONSTRAINT "set_pauses_resumed_by_staff_id_fk" FOREIGN KEY ("resumed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition_steps" ADD CONSTRAINT "definition_steps_version_id_definition_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_rules" ADD CONSTRAINT "outreach_rules_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_rules" ADD CONSTRAINT "outreach_rules_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_days" ADD CONSTRAINT "feed_days_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_rules" ADD CONSTRAINT "feed_rules_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_rules" ADD CONSTRAINT "feed_rules_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "improvements_team" ON "improvements" USING btree ("team_id","started_on");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_proposed" ON "publications" USING btree ("team_id") WHERE "publications"."approved_at" is null and "publications"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "publications_public" ON "publications" USING btree ("team_id") WHERE "publications"."approved_at" is not null and "publications"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "unit_prices_current" ON "unit_prices" USING btree ("organisation_id","activity") WHERE "unit_prices"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "actions_item" ON "actions" USING btree ("agenda_item_id");--> statement-breakpoint
CREATE INDEX "actions_owner" ON "actions" USING btree ("owner_id","done_at");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_once" ON "agenda_items" USING btree ("meeting_id","enrolment_id");--> statement-breakpoint
CREATE INDEX "agenda_items_enrolment" ON "agenda_items" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "agenda_items_patient" ON "agenda_items" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_members_once" ON "meeting_members" USING btree ("meeting_id","staff_id");--> statement-breakpoint
CREATE INDEX "meeting_members_staff" ON "meeting_members" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_series" ON "meetings" USING btree ("series","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_team" ON "meetings" USING btree ("team_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "set_pauses_open" ON "set_pauses" USING btree ("organisation_id","outcome_set") WHERE "set_pauses"."resumed_at" is null;--> statement-breakpoint
CREATE INDEX "definition_steps_version" ON "definition_steps" USING btree ("version_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_entries_once" ON "paper_entries" USING btree ("assessment_id","staff_id");--> statement-breakpoint
CREATE INDEX "calls_team" ON "calls" USING btree ("team_id","called_at");--> statement-breakpoint
CREATE INDEX "calls_patient" ON "calls" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "calls_assessment" ON "calls" USING btree ("assessment_id");--> statement-breakpoint
CREATE INDEX "feed_days_source" ON "feed_days" USING btree ("organisation_id","source","day");--> statement-breakpoint
ALTER TABLE "patient_sessions" ADD CONSTRAINT "patient_sessions_handed_by_staff_id_fk" FOREIGN KEY ("handed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_entered_by_staff_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_checked_by_staff_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_suppressed" ON "messages" USING btree ("suppressed_at") WHERE "messages"."suppressed_at" is not null;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_codeKey_unique" UNIQUE("code_key");