CREATE TABLE "emergency_accesses" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"reason" text NOT NULL,
	"day" text NOT NULL,
	"ordinal" integer NOT NULL,
	"opened_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"verdict" text,
	"note" text,
	"reviewed_by" text,
	"reviewed_at" text
);
--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_reviewed_by_staff_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "emergency_accesses_day" ON "emergency_accesses" USING btree ("staff_id","day","ordinal");--> statement-breakpoint
CREATE INDEX "emergency_accesses_patient" ON "emergency_accesses" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "emergency_accesses_to_review" ON "emergency_accesses" USING btree ("organisation_id","opened_at") WHERE "emergency_accesses"."reviewed_at" is null;--> statement-breakpoint
CREATE INDEX "emergency_accesses_reviewed" ON "emergency_accesses" USING btree ("organisation_id","reviewed_at");