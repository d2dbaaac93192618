CREATE TABLE `stuck_paths` (
	`moving_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`tries` integer NOT NULL,
	`failure` text NOT NULL,
	`failed_at` text NOT NULL,
	PRIMARY KEY(`moving_id`, `enrolment_id`),
	FOREIGN KEY (`moving_id`) REFERENCES `movings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stuck_paths_path` ON `stuck_paths` (`enrolment_id`);--> statement-breakpoint
ALTER TABLE `movings` ADD `rests_until` text;--> statement-breakpoint
ALTER TABLE `rescorings` ADD `rests_until` text;