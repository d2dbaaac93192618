PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`outcome` text NOT NULL,
	`called_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_calls`("id", "team_id", "patient_id", "assessment_id", "staff_id", "outcome", "called_at") SELECT "id", "team_id", "patient_id", "assessment_id", "staff_id", "outcome", "called_at" FROM `calls`;--> statement-breakpoint
DROP TABLE `calls`;--> statement-breakpoint
ALTER TABLE `__new_calls` RENAME TO `calls`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `calls_team` ON `calls` (`team_id`,`called_at`);--> statement-breakpoint
CREATE INDEX `calls_patient` ON `calls` (`patient_id`);--> statement-breakpoint
CREATE INDEX `calls_assessment` ON `calls` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `messages_suppressed` ON `messages` (`suppressed_at`) WHERE "messages"."suppressed_at" is not null;--> statement-breakpoint
ALTER TABLE `links` DROP COLUMN `mode`;