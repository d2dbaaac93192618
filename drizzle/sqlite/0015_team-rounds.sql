CREATE TABLE `round_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`answers` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `team_rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `round_answers_round` ON `round_answers` (`round_id`);--> statement-breakpoint
CREATE TABLE `round_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `team_rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `round_links_round` ON `round_links` (`round_id`);--> statement-breakpoint
CREATE TABLE `team_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`instrument_version_id` text NOT NULL,
	`invited` integer NOT NULL,
	`started_by` text NOT NULL,
	`started_at` text NOT NULL,
	`closes_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument_version_id`) REFERENCES `definition_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_rounds_team` ON `team_rounds` (`team_id`,`started_at`);