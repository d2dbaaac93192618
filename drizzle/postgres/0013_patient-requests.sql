CREATE TABLE "patient_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"made_at" text NOT NULL,
	"answered_at" text,
	"answered_by" text,
	"answer" text
);
--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "mail_off_at" text;--> statement-breakpoint
ALTER TABLE "patient_requests" ADD CONSTRAINT "patient_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_requests" ADD CONSTRAINT "patient_requests_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_requests" ADD CONSTRAINT "patient_requests_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "patient_requests_open" ON "patient_requests" USING btree ("organisation_id","made_at") WHERE "patient_requests"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "patient_requests_patient" ON "patient_requests" USING btree ("patient_id","made_at");