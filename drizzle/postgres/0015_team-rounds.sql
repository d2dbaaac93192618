CREATE TABLE "round_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"instrument_version_id" text NOT NULL,
	"invited" integer NOT NULL,
	"started_by" text NOT NULL,
	"started_at" text NOT NULL,
	"closes_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "round_answers" ADD CONSTRAINT "round_answers_round_id_team_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."team_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_links" ADD CONSTRAINT "round_links_round_id_team_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."team_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_rounds" ADD CONSTRAINT "team_rounds_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_rounds" ADD CONSTRAINT "team_rounds_instrument_version_id_definition_versions_id_fk" FOREIGN KEY ("instrument_version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_rounds" ADD CONSTRAINT "team_rounds_started_by_staff_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_answers_round" ON "round_answers" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_links_round" ON "round_links" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "team_rounds_team" ON "team_rounds" USING btree ("team_id","started_at");