DROP INDEX `assessments_due`;--> statement-breakpoint
CREATE INDEX `assessments_open` ON `assessments` (`closes_at`,`opens_at`);--> statement-breakpoint
CREATE INDEX `messages_failed` ON `messages` (`failed_at`) WHERE "messages"."failed_at" is not null;