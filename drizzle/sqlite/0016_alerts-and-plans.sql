CREATE TABLE `agreement_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`sentence` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreement_templates_once` ON `agreement_templates` (`team_id`,`sentence`);--> statement-breakpoint
CREATE TABLE `alert_duties` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`rule` text NOT NULL,
	`is_off` integer NOT NULL,
	`owner_id` text,
	`deputy_id` text,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_duties_once` ON `alert_duties` (`team_id`,`rule`);--> statement-breakpoint
CREATE TABLE `individual_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`version` integer NOT NULL,
	`matters` text,
	`options` text NOT NULL,
	`reason` text,
	`took_part` text NOT NULL,
	`stages` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` text NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `individual_plans_version` ON `individual_plans` (`enrolment_id`,`version`);--> statement-breakpoint
CREATE TABLE `office_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`days` text NOT NULL,
	`from_time` text NOT NULL,
	`until_time` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `office_hours_teamId_unique` ON `office_hours` (`team_id`);--> statement-breakpoint
ALTER TABLE `agreements` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `agreements` ADD `done_at` text;--> statement-breakpoint
ALTER TABLE `alerts` ADD `value` real;--> statement-breakpoint
ALTER TABLE `alerts` ADD `rung` text;--> statement-breakpoint
ALTER TABLE `alerts` ADD `holder_id` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `alerts` ADD `climbs_at` text;--> statement-breakpoint
ALTER TABLE `alerts` ADD `follows` text;--> statement-breakpoint
ALTER TABLE `alerts` ADD `is_worse` integer;--> statement-breakpoint
ALTER TABLE `alerts` ADD `outcome_code` text;--> statement-breakpoint
CREATE INDEX `alerts_climbing` ON `alerts` (`closed_at`,`climbs_at`);--> statement-breakpoint
CREATE INDEX `alerts_path` ON `alerts` (`enrolment_id`,`rule`);