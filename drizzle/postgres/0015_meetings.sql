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
CREATE INDEX "actions_item" ON "actions" USING btree ("agenda_item_id");--> statement-breakpoint
CREATE INDEX "actions_owner" ON "actions" USING btree ("owner_id","done_at");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_once" ON "agenda_items" USING btree ("meeting_id","enrolment_id");--> statement-breakpoint
CREATE INDEX "agenda_items_enrolment" ON "agenda_items" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "agenda_items_patient" ON "agenda_items" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_members_once" ON "meeting_members" USING btree ("meeting_id","staff_id");--> statement-breakpoint
CREATE INDEX "meeting_members_staff" ON "meeting_members" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_series" ON "meetings" USING btree ("series","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_team" ON "meetings" USING btree ("team_id","starts_at");