CREATE TABLE `definition_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`act` text NOT NULL,
	`staff_id` text NOT NULL,
	`staff_name` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `definition_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `definition_steps_version` ON `definition_steps` (`version_id`,`at`);