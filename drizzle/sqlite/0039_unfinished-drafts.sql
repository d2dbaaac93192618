ALTER TABLE `definition_versions` ADD `unfinished` text;--> statement-breakpoint
ALTER TABLE `definition_versions` ADD `unfinished_hash` text;