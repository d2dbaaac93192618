CREATE TABLE `movings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`version_id` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` text NOT NULL,
	`behind` text NOT NULL,
	`moved` integer NOT NULL,
	`stayed` integer NOT NULL,
	`failed_at` text,
	`finished_at` text,
	`ended` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `definition_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `movings_one` ON `movings` (`organisation_id`,`version_id`) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX `movings_open` ON `movings` (`finished_at`,`started_at`);--> statement-breakpoint
ALTER TABLE `enrolments` ADD `moved_at` text;--> statement-breakpoint
ALTER TABLE `rescorings` ADD `failed_at` text;