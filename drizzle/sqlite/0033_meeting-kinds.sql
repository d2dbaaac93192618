CREATE TABLE `review_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`team_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`flagged_by` text NOT NULL,
	`flagged_at` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`flagged_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_cases_open` ON `review_cases` (`team_id`,`flagged_at`) WHERE "review_cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `review_cases_enrolment` ON `review_cases` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `review_cases_patient` ON `review_cases` (`patient_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`topic` text NOT NULL,
	`subject` text,
	`enrolment_id` text,
	`patient_id` text,
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
INSERT INTO `__new_agenda_items`("id", "meeting_id", "topic", "subject", "enrolment_id", "patient_id", "place", "situation", "question", "listed_by", "listed_at", "version", "decision", "reason", "patient_part", "sentence", "agreement_id", "confirmed_at", "confirmed_by", "postponed_to") SELECT "id", "meeting_id", 'patient:' || "enrolment_id", NULL, "enrolment_id", "patient_id", "place", "situation", "question", "listed_by", "listed_at", "version", "decision", "reason", "patient_part", "sentence", "agreement_id", "confirmed_at", "confirmed_by", "postponed_to" FROM `agenda_items`;--> statement-breakpoint
DROP TABLE `agenda_items`;--> statement-breakpoint
ALTER TABLE `__new_agenda_items` RENAME TO `agenda_items`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_topic` ON `agenda_items` (`meeting_id`,`topic`);--> statement-breakpoint
CREATE INDEX `agenda_items_enrolment` ON `agenda_items` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_patient` ON `agenda_items` (`patient_id`);--> statement-breakpoint
ALTER TABLE `meeting_members` ADD `part` text DEFAULT 'member' NOT NULL;--> statement-breakpoint
ALTER TABLE `meeting_members` ADD `comes_from` text;