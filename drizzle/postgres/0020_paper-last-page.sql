ALTER TABLE "paper_entries" ADD COLUMN "topics" jsonb;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD COLUMN "topic_text" text;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD COLUMN "urgent" boolean;