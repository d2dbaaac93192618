CREATE TABLE `patient_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`made_at` text NOT NULL,
	`answered_at` text,
	`answered_by` text,
	`answer` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `patient_requests_open` ON `patient_requests` (`organisation_id`,`made_at`) WHERE "patient_requests"."answered_at" is null;--> statement-breakpoint
CREATE INDEX `patient_requests_patient` ON `patient_requests` (`patient_id`,`made_at`);--> statement-breakpoint
ALTER TABLE `enrolments` ADD `mail_off_at` text;