CREATE TABLE "patient_objections" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"made_at" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
ALTER TABLE "patient_objections" ADD CONSTRAINT "patient_objections_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_objections" ADD CONSTRAINT "patient_objections_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "patient_objections_once" ON "patient_objections" USING btree ("patient_id") WHERE "patient_objections"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "patient_objections_patient" ON "patient_objections" USING btree ("patient_id","made_at");--> statement-breakpoint
CREATE INDEX "patient_objections_organisation" ON "patient_objections" USING btree ("organisation_id");--> statement-breakpoint
-- Who asked for it holds it from now on, and can take it back: months that were told stay as they were told.
INSERT INTO "patient_objections" ("id", "organisation_id", "patient_id", "made_at")
SELECT 'obj_' || "patient_id", "organisation_id", "patient_id", to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM "patient_requests"
WHERE "kind" = 'objection' GROUP BY "organisation_id", "patient_id";
