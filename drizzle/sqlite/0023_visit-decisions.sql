CREATE TABLE `visit_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`team_id` text NOT NULL,
	`response_id` text NOT NULL,
	`visit_at` text NOT NULL,
	`level` text NOT NULL,
	`wish` text,
	`proposal` text NOT NULL,
	`decision` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	`arranged_by` text,
	`arranged_at` text,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`arranged_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_decisions_appointmentId_unique` ON `visit_decisions` (`appointment_id`);--> statement-breakpoint
CREATE INDEX `visit_decisions_team` ON `visit_decisions` (`team_id`,`visit_at`);--> statement-breakpoint
CREATE INDEX `visit_decisions_enrolment` ON `visit_decisions` (`enrolment_id`);