CREATE TABLE "care_events" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"number" text NOT NULL,
	"person_key" text NOT NULL,
	"patient_id" text,
	"outcome_set" text NOT NULL,
	"meaning" text NOT NULL,
	"stage" text,
	"turn" text,
	"goes_on" jsonb NOT NULL,
	"value" double precision,
	"side" text,
	"happened_on" text NOT NULL,
	"changed_at" text NOT NULL,
	"withdrawn_at" text,
	"withdrawn_by" text,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "national_number" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "national_number_verified_at" text;--> statement-breakpoint
ALTER TABLE "care_events" ADD CONSTRAINT "care_events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_events" ADD CONSTRAINT "care_events_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_events" ADD CONSTRAINT "care_events_withdrawn_by_staff_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "care_events_once" ON "care_events" USING btree ("organisation_id","number","outcome_set","meaning");--> statement-breakpoint
CREATE INDEX "care_events_patient" ON "care_events" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "care_events_person" ON "care_events" USING btree ("person_key") WHERE "care_events"."patient_id" is null;