CREATE TABLE "improvements" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"title" text NOT NULL,
	"started_on" text NOT NULL,
	"changed" text NOT NULL,
	"expected" text NOT NULL,
	"indicator" text,
	"state" text NOT NULL,
	"learnt" text,
	"closed_on" text,
	"closed_by" text,
	"registered_by" text NOT NULL,
	"registered_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" text NOT NULL,
	"approved_by" text,
	"approved_at" text,
	"ended_at" text,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "unit_prices" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"activity" text NOT NULL,
	"cents" integer NOT NULL,
	"source" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" text NOT NULL,
	"replaced_at" text
);
--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "compares_since" text;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_registered_by_staff_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_prices" ADD CONSTRAINT "unit_prices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_prices" ADD CONSTRAINT "unit_prices_set_by_staff_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "improvements_team" ON "improvements" USING btree ("team_id","started_on");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_proposed" ON "publications" USING btree ("team_id") WHERE "publications"."approved_at" is null and "publications"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "publications_public" ON "publications" USING btree ("team_id") WHERE "publications"."approved_at" is not null and "publications"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "unit_prices_current" ON "unit_prices" USING btree ("organisation_id","activity") WHERE "unit_prices"."replaced_at" is null;