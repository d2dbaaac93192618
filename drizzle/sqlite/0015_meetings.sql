CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text NOT NULL,
	`what` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`done_at` text,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actions_item` ON `actions` (`agenda_item_id`);--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`place` integer NOT NULL,
	`situation` text,
	`question` text NOT NULL,
	`listed_by` text NOT NULL,
	`listed_at` text NOT NULL,
	`version` integer NOT NULL,
	`decision` text,
	`reason` text,
	`patient_part` text,
	`sentence` text,
	`agreement_id` text,
	`confirmed_at` text,
	`confirmed_by` text,
	`postponed_to` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`listed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`confirmed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_once` ON `agenda_items` (`meeting_id`,`enrolment_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_enrolment` ON `agenda_items` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_patient` ON `agenda_items` (`patient_id`);--> statement-breakpoint
CREATE TABLE `meeting_members` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`present` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_members_once` ON `meeting_members` (`meeting_id`,`staff_id`);--> statement-breakpoint
CREATE INDEX `meeting_members_staff` ON `meeting_members` (`staff_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`series` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` text NOT NULL,
	`minutes` integer NOT NULL,
	`every_weeks` integer NOT NULL,
	`chair_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chair_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_series` ON `meetings` (`series`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meetings_team` ON `meetings` (`team_id`,`starts_at`);