CREATE TABLE "launches" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"source" text NOT NULL,
	"once_key" text,
	"token_hash" text NOT NULL,
	"started_at" text NOT NULL,
	"seen_at" text NOT NULL,
	"ends_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "record_number" text;--> statement-breakpoint
ALTER TABLE "launches" ADD CONSTRAINT "launches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "launches" ADD CONSTRAINT "launches_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "launches" ADD CONSTRAINT "launches_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "launches_once" ON "launches" USING btree ("once_key");--> statement-breakpoint
CREATE UNIQUE INDEX "launches_token" ON "launches" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "launches_ends" ON "launches" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "launches_patient" ON "launches" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_record_number" ON "staff" USING btree ("organisation_id","record_number");