CREATE TABLE "agreement_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"sentence" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_duties" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"rule" text NOT NULL,
	"is_off" boolean NOT NULL,
	"owner_id" text,
	"deputy_id" text,
	"changed_by" text NOT NULL,
	"changed_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "individual_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"version" integer NOT NULL,
	"matters" text,
	"options" jsonb NOT NULL,
	"reason" text,
	"took_part" jsonb NOT NULL,
	"stages" jsonb NOT NULL,
	"written_by" text NOT NULL,
	"written_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_hours" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"days" jsonb NOT NULL,
	"from_time" text NOT NULL,
	"until_time" text NOT NULL,
	CONSTRAINT "office_hours_teamId_unique" UNIQUE("team_id")
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "done_at" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "value" double precision;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "rung" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "holder_id" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "climbs_at" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "follows" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "is_worse" boolean;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "outcome_code" text;--> statement-breakpoint
ALTER TABLE "agreement_templates" ADD CONSTRAINT "agreement_templates_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_templates" ADD CONSTRAINT "agreement_templates_added_by_staff_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_duties" ADD CONSTRAINT "alert_duties_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_duties" ADD CONSTRAINT "alert_duties_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_duties" ADD CONSTRAINT "alert_duties_deputy_id_staff_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_duties" ADD CONSTRAINT "alert_duties_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "individual_plans" ADD CONSTRAINT "individual_plans_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "individual_plans" ADD CONSTRAINT "individual_plans_written_by_staff_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_hours" ADD CONSTRAINT "office_hours_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_templates_once" ON "agreement_templates" USING btree ("team_id","sentence");--> statement-breakpoint
CREATE UNIQUE INDEX "alert_duties_once" ON "alert_duties" USING btree ("team_id","rule");--> statement-breakpoint
CREATE UNIQUE INDEX "individual_plans_version" ON "individual_plans" USING btree ("enrolment_id","version");--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_holder_id_staff_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alerts_climbing" ON "alerts" USING btree ("closed_at","climbs_at");--> statement-breakpoint
CREATE INDEX "alerts_path" ON "alerts" USING btree ("enrolment_id","rule");