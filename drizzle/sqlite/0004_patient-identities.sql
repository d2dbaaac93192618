CREATE TABLE `patient_identities` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject_key` text NOT NULL,
	`linked_at` text NOT NULL,
	`linked_by` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_identities_once` ON `patient_identities` (`issuer`,`subject_key`,`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `patient_identities_patient` ON `patient_identities` (`patient_id`,`issuer`);