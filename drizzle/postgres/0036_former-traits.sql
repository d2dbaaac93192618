CREATE TABLE "former_traits" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"changed_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "former_traits" ADD CONSTRAINT "former_traits_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_traits_patient" ON "former_traits" USING btree ("patient_id","changed_at");