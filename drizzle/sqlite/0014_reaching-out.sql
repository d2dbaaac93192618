CREATE TABLE `set_pauses` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`outcome_set` text NOT NULL,
	`reason` text NOT NULL,
	`paused_at` text NOT NULL,
	`paused_by` text NOT NULL,
	`resumed_at` text,
	`resumed_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paused_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resumed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `set_pauses_open` ON `set_pauses` (`organisation_id`,`outcome_set`) WHERE "set_pauses"."resumed_at" is null;--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`outcome` text NOT NULL,
	`called_at` text NOT NULL,
	`message_id` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `calls_team` ON `calls` (`team_id`,`called_at`);--> statement-breakpoint
CREATE INDEX `calls_patient` ON `calls` (`patient_id`);--> statement-breakpoint
CREATE INDEX `calls_assessment` ON `calls` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `outreach_rules` (
	`team_id` text PRIMARY KEY NOT NULL,
	`call_days_before` integer,
	`letters` integer NOT NULL,
	`fallback_days` integer,
	`fallback_to` text NOT NULL,
	`cost_of_call` integer,
	`cost_of_letter` integer,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `links` ADD `code_key` text;--> statement-breakpoint
ALTER TABLE `links` ADD `mode` text;--> statement-breakpoint
CREATE UNIQUE INDEX `links_codeKey_unique` ON `links` (`code_key`);--> statement-breakpoint
ALTER TABLE `messages` ADD `channel` text DEFAULT 'mail' NOT NULL;