CREATE TABLE `care_events` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`number` text NOT NULL,
	`person_key` text NOT NULL,
	`patient_id` text,
	`outcome_set` text NOT NULL,
	`meaning` text NOT NULL,
	`stage` text,
	`turn` text,
	`goes_on` text NOT NULL,
	`value` real,
	`side` text,
	`happened_on` text NOT NULL,
	`changed_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`source` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_events_once` ON `care_events` (`organisation_id`,`number`,`outcome_set`,`meaning`);--> statement-breakpoint
CREATE INDEX `care_events_patient` ON `care_events` (`patient_id`);--> statement-breakpoint
CREATE INDEX `care_events_person` ON `care_events` (`person_key`) WHERE "care_events"."patient_id" is null;--> statement-breakpoint
ALTER TABLE `patients` ADD `national_number` text;--> statement-breakpoint
ALTER TABLE `patients` ADD `national_number_verified_at` text;