DROP INDEX "messages_waiting";--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "opened_at" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "delivered_at" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "number_key" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "texts_stopped_at" text;--> statement-breakpoint
CREATE INDEX "messages_number" ON "messages" USING btree ("number_key","sent_at") WHERE "messages"."number_key" is not null;--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("channel","due_at") WHERE "messages"."sent_at" is null and "messages"."suppressed_at" is null and "messages"."failed_at" is null;