CREATE TABLE `improvements` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`title` text NOT NULL,
	`started_on` text NOT NULL,
	`changed` text NOT NULL,
	`expected` text NOT NULL,
	`indicator` text,
	`state` text NOT NULL,
	`learnt` text,
	`closed_on` text,
	`closed_by` text,
	`registered_by` text NOT NULL,
	`registered_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `improvements_team` ON `improvements` (`team_id`,`started_on`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`content` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_proposed` ON `publications` (`team_id`) WHERE "publications"."approved_at" is null and "publications"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `publications_public` ON `publications` (`team_id`) WHERE "publications"."approved_at" is not null and "publications"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `unit_prices` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`activity` text NOT NULL,
	`cents` integer NOT NULL,
	`source` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	`replaced_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_prices_current` ON `unit_prices` (`organisation_id`,`activity`) WHERE "unit_prices"."replaced_at" is null;--> statement-breakpoint
ALTER TABLE `teams` ADD `compares_since` text;