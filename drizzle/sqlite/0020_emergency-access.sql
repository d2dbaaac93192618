CREATE TABLE `emergency_accesses` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`reason` text NOT NULL,
	`day` text NOT NULL,
	`ordinal` integer NOT NULL,
	`opened_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`verdict` text,
	`note` text,
	`reviewed_by` text,
	`reviewed_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reviewed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `emergency_accesses_day` ON `emergency_accesses` (`staff_id`,`day`,`ordinal`);--> statement-breakpoint
CREATE INDEX `emergency_accesses_patient` ON `emergency_accesses` (`patient_id`);--> statement-breakpoint
CREATE INDEX `emergency_accesses_to_review` ON `emergency_accesses` (`organisation_id`,`opened_at`) WHERE "emergency_accesses"."reviewed_at" is null;--> statement-breakpoint
CREATE INDEX `emergency_accesses_reviewed` ON `emergency_accesses` (`organisation_id`,`reviewed_at`);