CREATE TABLE `launches` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`source` text NOT NULL,
	`once_key` text,
	`token_hash` text NOT NULL,
	`started_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`ends_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `launches_once` ON `launches` (`once_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `launches_token` ON `launches` (`token_hash`);--> statement-breakpoint
CREATE INDEX `launches_ends` ON `launches` (`ends_at`);--> statement-breakpoint
CREATE INDEX `launches_patient` ON `launches` (`patient_id`);--> statement-breakpoint
ALTER TABLE `staff` ADD `record_number` text;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_record_number` ON `staff` (`organisation_id`,`record_number`);