CREATE TABLE "movings" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"version_id" text NOT NULL,
	"started_by" text NOT NULL,
	"started_at" text NOT NULL,
	"behind" text NOT NULL,
	"moved" integer NOT NULL,
	"stayed" integer NOT NULL,
	"failed_at" text,
	"finished_at" text,
	"ended" text
);
--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "moved_at" text;--> statement-breakpoint
ALTER TABLE "rescorings" ADD COLUMN "failed_at" text;--> statement-breakpoint
ALTER TABLE "movings" ADD CONSTRAINT "movings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movings" ADD CONSTRAINT "movings_version_id_definition_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movings" ADD CONSTRAINT "movings_started_by_staff_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "movings_one" ON "movings" USING btree ("organisation_id","version_id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "movings_open" ON "movings" USING btree ("finished_at","started_at");