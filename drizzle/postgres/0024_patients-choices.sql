CREATE TABLE "patient_consents" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"given_at" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "patient_proxies" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"name" text NOT NULL,
	"relation" text NOT NULL,
	"until_on" text NOT NULL,
	"reads_mail" boolean NOT NULL,
	"set_at" text NOT NULL,
	"set_by" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
DROP INDEX "patient_objections_once";--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "contacts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "answers_from" integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "alone_from" integer DEFAULT 16 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "contacts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "patient_objections" ADD COLUMN "purpose" text DEFAULT 'learning' NOT NULL;--> statement-breakpoint
ALTER TABLE "patient_consents" ADD CONSTRAINT "patient_consents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_consents" ADD CONSTRAINT "patient_consents_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_proxies" ADD CONSTRAINT "patient_proxies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_proxies" ADD CONSTRAINT "patient_proxies_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "patient_consents_once" ON "patient_consents" USING btree ("patient_id") WHERE "patient_consents"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "patient_proxies_once" ON "patient_proxies" USING btree ("patient_id") WHERE "patient_proxies"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "patient_proxies_due" ON "patient_proxies" USING btree ("until_on") WHERE "patient_proxies"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "patient_objections_once" ON "patient_objections" USING btree ("patient_id","purpose") WHERE "patient_objections"."ended_at" is null;