CREATE TABLE `feed_days` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`source` text NOT NULL,
	`day` text NOT NULL,
	`taken` integer NOT NULL,
	`refused` integer NOT NULL,
	`last_at` text NOT NULL,
	`last_fault` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feed_days_source` ON `feed_days` (`organisation_id`,`source`,`day`);--> statement-breakpoint
CREATE TABLE `feed_rules` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`version` integer NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
