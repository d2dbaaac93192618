CREATE TABLE `patient_bsns` (
	`patient_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`sealed` text,
	`finder` text,
	`key_id` text,
	`told_at` text,
	`wrong_at` text,
	`verified_at` text,
	`verified_by` text,
	`verified_reason` text,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verified_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `patient_bsns_finder` ON `patient_bsns` (`organisation_id`,`finder`);