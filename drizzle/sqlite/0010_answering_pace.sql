CREATE TABLE `answering_pace` (
	`id` text PRIMARY KEY NOT NULL,
	`set_version_id` text NOT NULL,
	`kind` text NOT NULL,
	`moment` text NOT NULL,
	`instrument` text NOT NULL,
	`item` text NOT NULL,
	`language` text NOT NULL,
	`week` text NOT NULL,
	`up_to` integer NOT NULL,
	`n` integer NOT NULL,
	`seconds` integer NOT NULL,
	FOREIGN KEY (`set_version_id`) REFERENCES `definition_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answering_pace_once` ON `answering_pace` (`set_version_id`,`kind`,`moment`,`instrument`,`item`,`language`,`week`,`up_to`);