ALTER TABLE "messages" ADD COLUMN "early" text;--> statement-breakpoint
ALTER TABLE "outreach_rules" ADD COLUMN "mail_gap_days" integer;