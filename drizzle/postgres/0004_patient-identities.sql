CREATE TABLE "patient_identities" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"issuer" text NOT NULL,
	"subject_key" text NOT NULL,
	"linked_at" text NOT NULL,
	"linked_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patient_identities" ADD CONSTRAINT "patient_identities_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_identities" ADD CONSTRAINT "patient_identities_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "patient_identities_once" ON "patient_identities" USING btree ("issuer","subject_key","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "patient_identities_patient" ON "patient_identities" USING btree ("patient_id","issuer");