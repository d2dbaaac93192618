ALTER TABLE `appointments` ADD `way` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `preparation` text;--> statement-breakpoint
ALTER TABLE `patients` ADD `mail_off` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `patients` ADD `own_asked_at` text;--> statement-breakpoint
CREATE INDEX `patients_born` ON `patients` (`birth_date`);