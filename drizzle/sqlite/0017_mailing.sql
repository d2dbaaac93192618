CREATE TABLE `mail_experiments` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`outcome_set` text NOT NULL,
	`name` text NOT NULL,
	`arms` text NOT NULL,
	`planned` integer NOT NULL,
	`started_at` text NOT NULL,
	`started_by` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_experiments_open` ON `mail_experiments` (`organisation_id`,`outcome_set`) WHERE "mail_experiments"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `mail_experiments_house` ON `mail_experiments` (`organisation_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `mail_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`subject` text,
	`opening` text,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_texts_house` ON `mail_texts` (`organisation_id`,`changed_at`);--> statement-breakpoint
ALTER TABLE `messages` ADD `arm` text;--> statement-breakpoint
CREATE INDEX `messages_arm` ON `messages` (`arm`) WHERE "messages"."arm" is not null;--> statement-breakpoint
ALTER TABLE `organisations` ADD `quiet_days` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `thanks` integer DEFAULT false NOT NULL;