DROP INDEX `feed_subscriptions_reference`;--> statement-breakpoint
ALTER TABLE `feed_subscriptions` ADD `sender_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `feed_subscriptions_reference` ON `feed_subscriptions` (`organisation_id`,`sender_id`,`reference`);