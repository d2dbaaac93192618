DROP INDEX `messages_waiting`;--> statement-breakpoint
ALTER TABLE `messages` ADD `delivered_at` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `number_key` text;--> statement-breakpoint
CREATE INDEX `messages_number` ON `messages` (`number_key`,`sent_at`) WHERE "messages"."number_key" is not null;--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`channel`,`due_at`) WHERE "messages"."sent_at" is null and "messages"."suppressed_at" is null and "messages"."failed_at" is null;--> statement-breakpoint
ALTER TABLE `links` ADD `opened_at` text;--> statement-breakpoint
ALTER TABLE `patients` ADD `texts_stopped_at` text;