CREATE TABLE `patient_objections` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`made_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_objections_once` ON `patient_objections` (`patient_id`) WHERE "patient_objections"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `patient_objections_patient` ON `patient_objections` (`patient_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `patient_objections_organisation` ON `patient_objections` (`organisation_id`);--> statement-breakpoint
-- Who asked for it holds it from now on, and can take it back: months that were told stay as they were told.
INSERT INTO `patient_objections` (`id`, `organisation_id`, `patient_id`, `made_at`)
SELECT 'obj_' || `patient_id`, `organisation_id`, `patient_id`, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM `patient_requests`
WHERE `kind` = 'objection' GROUP BY `organisation_id`, `patient_id`;
