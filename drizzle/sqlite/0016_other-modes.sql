CREATE TABLE `paper_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`answers` text NOT NULL,
	`entered_at` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_entries_once` ON `paper_entries` (`assessment_id`,`staff_id`);--> statement-breakpoint
ALTER TABLE `patient_sessions` ADD `handed_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `responses` ADD `entered_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `responses` ADD `checked_by` text REFERENCES staff(id);