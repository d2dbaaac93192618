ALTER TABLE "responses" ADD COLUMN "session_id" text;--> statement-breakpoint
ALTER TABLE "answering_pace" DROP COLUMN "seconds";