CREATE TABLE `patient_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`given_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_consents_once` ON `patient_consents` (`patient_id`) WHERE "patient_consents"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `patient_proxies` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`name` text NOT NULL,
	`relation` text NOT NULL,
	`until_on` text NOT NULL,
	`reads_mail` integer NOT NULL,
	`set_at` text NOT NULL,
	`set_by` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_proxies_once` ON `patient_proxies` (`patient_id`) WHERE "patient_proxies"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `patient_proxies_due` ON `patient_proxies` (`until_on`) WHERE "patient_proxies"."ended_at" is null;--> statement-breakpoint
DROP INDEX `patient_objections_once`;--> statement-breakpoint
ALTER TABLE `patient_objections` ADD `purpose` text DEFAULT 'learning' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `patient_objections_once` ON `patient_objections` (`patient_id`,`purpose`) WHERE "patient_objections"."ended_at" is null;--> statement-breakpoint
ALTER TABLE `enrolments` ADD `contacts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `answers_from` integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `alone_from` integer DEFAULT 16 NOT NULL;--> statement-breakpoint
ALTER TABLE `teams` ADD `contacts` text DEFAULT '[]' NOT NULL;