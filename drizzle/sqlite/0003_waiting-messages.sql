DROP INDEX `messages_due`;--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`due_at`) WHERE "messages"."sent_at" is null and "messages"."suppressed_at" is null and "messages"."failed_at" is null;--> statement-breakpoint
CREATE INDEX `messages_recent` ON `messages` (`sent_at`);