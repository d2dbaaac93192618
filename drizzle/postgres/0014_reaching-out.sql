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
CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"outcome" text NOT NULL,
	"called_at" text NOT NULL,
	"message_id" text
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
ALTER TABLE "links" ADD COLUMN "code_key" text;--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "mode" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "channel" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE "set_pauses" ADD CONSTRAINT "set_pauses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_pauses" ADD CONSTRAINT "set_pauses_paused_by_staff_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_pauses" ADD CONSTRAINT "set_pauses_resumed_by_staff_id_fk" FOREIGN KEY ("resumed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_rules" ADD CONSTRAINT "outreach_rules_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_rules" ADD CONSTRAINT "outreach_rules_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "set_pauses_open" ON "set_pauses" USING btree ("organisation_id","outcome_set") WHERE "set_pauses"."resumed_at" is null;--> statement-breakpoint
CREATE INDEX "calls_team" ON "calls" USING btree ("team_id","called_at");--> statement-breakpoint
CREATE INDEX "calls_patient" ON "calls" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "calls_assessment" ON "calls" USING btree ("assessment_id");--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_codeKey_unique" UNIQUE("code_key");