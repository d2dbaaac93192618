CREATE TABLE "patient_bsns" (
	"patient_id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"sealed" text,
	"finder" text,
	"key_id" text,
	"told_at" text,
	"wrong_at" text,
	"verified_at" text,
	"verified_by" text,
	"verified_reason" text
);
--> statement-breakpoint
ALTER TABLE "patient_bsns" ADD CONSTRAINT "patient_bsns_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_bsns" ADD CONSTRAINT "patient_bsns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_bsns" ADD CONSTRAINT "patient_bsns_verified_by_staff_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "patient_bsns_finder" ON "patient_bsns" USING btree ("organisation_id","finder");