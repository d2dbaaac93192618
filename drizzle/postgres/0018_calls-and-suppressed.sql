ALTER TABLE "calls" DROP CONSTRAINT "calls_message_id_messages_id_fk";
--> statement-breakpoint
CREATE INDEX "messages_suppressed" ON "messages" USING btree ("suppressed_at") WHERE "messages"."suppressed_at" is not null;--> statement-breakpoint
ALTER TABLE "links" DROP COLUMN "mode";--> statement-breakpoint
ALTER TABLE "calls" DROP COLUMN "message_id";