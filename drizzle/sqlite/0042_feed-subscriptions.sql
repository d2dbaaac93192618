CREATE TABLE `feed_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`count` text,
	`heard_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feed_subscriptions_reference` ON `feed_subscriptions` (`organisation_id`,`reference`);