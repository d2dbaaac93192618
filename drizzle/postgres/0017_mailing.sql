CREATE TABLE "mail_experiments" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"outcome_set" text NOT NULL,
	"name" text NOT NULL,
	"arms" jsonb NOT NULL,
	"planned" integer NOT NULL,
	"started_at" text NOT NULL,
	"started_by" text NOT NULL,
	"ended_at" text,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "mail_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"subject" text,
	"opening" text,
	"changed_at" text NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "arm" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "quiet_days" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "thanks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_experiments" ADD CONSTRAINT "mail_experiments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_experiments" ADD CONSTRAINT "mail_experiments_started_by_staff_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_experiments" ADD CONSTRAINT "mail_experiments_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_texts" ADD CONSTRAINT "mail_texts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_texts" ADD CONSTRAINT "mail_texts_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_experiments_open" ON "mail_experiments" USING btree ("organisation_id","outcome_set") WHERE "mail_experiments"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "mail_experiments_house" ON "mail_experiments" USING btree ("organisation_id","started_at");--> statement-breakpoint
CREATE INDEX "mail_texts_house" ON "mail_texts" USING btree ("organisation_id","changed_at");--> statement-breakpoint
CREATE INDEX "messages_arm" ON "messages" USING btree ("arm") WHERE "messages"."arm" is not null;