DROP INDEX "assessments_due";--> statement-breakpoint
CREATE INDEX "assessments_open" ON "assessments" USING btree ("closes_at","opens_at");--> statement-breakpoint
CREATE INDEX "messages_failed" ON "messages" USING btree ("failed_at") WHERE "messages"."failed_at" is not null;