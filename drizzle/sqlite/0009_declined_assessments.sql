ALTER TABLE `assessments` ADD `declined_at` text;--> statement-breakpoint
ALTER TABLE `assessments` ADD `declined_why` text;