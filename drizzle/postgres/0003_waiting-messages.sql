DROP INDEX "messages_due";--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("due_at") WHERE "messages"."sent_at" is null and "messages"."suppressed_at" is null and "messages"."failed_at" is null;--> statement-breakpoint
CREATE INDEX "messages_recent" ON "messages" USING btree ("sent_at");