ALTER TABLE "outreach_rules" ADD COLUMN "texts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "outreach_rules" ADD COLUMN "cost_of_text" integer;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "phone_dead_at" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "prefers_texts" boolean DEFAULT false NOT NULL;