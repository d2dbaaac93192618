CREATE TABLE "review_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"team_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"flagged_by" text NOT NULL,
	"flagged_at" text NOT NULL,
	"closed_at" text
);
--> statement-breakpoint
DROP INDEX "agenda_items_once";--> statement-breakpoint
ALTER TABLE "agenda_items" ALTER COLUMN "enrolment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ALTER COLUMN "patient_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "topic" text;--> statement-breakpoint
UPDATE "agenda_items" SET "topic" = 'patient:' || "enrolment_id";--> statement-breakpoint
ALTER TABLE "agenda_items" ALTER COLUMN "topic" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "subject" jsonb;--> statement-breakpoint
ALTER TABLE "meeting_members" ADD COLUMN "part" text DEFAULT 'member' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_members" ADD COLUMN "comes_from" text;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_flagged_by_staff_id_fk" FOREIGN KEY ("flagged_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_cases_open" ON "review_cases" USING btree ("team_id","flagged_at") WHERE "review_cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "review_cases_enrolment" ON "review_cases" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "review_cases_patient" ON "review_cases" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("meeting_id","topic");