CREATE TABLE `rescorings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`version_id` text NOT NULL,
	`started_by` text NOT NULL,
	`note` text NOT NULL,
	`started_at` text NOT NULL,
	`behind` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`finished_at` text,
	`ended` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `definition_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rescorings_one` ON `rescorings` (`organisation_id`,`version_id`) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX `rescorings_open` ON `rescorings` (`finished_at`,`started_at`);