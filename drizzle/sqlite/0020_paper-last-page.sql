ALTER TABLE `paper_entries` ADD `topics` text;--> statement-breakpoint
ALTER TABLE `paper_entries` ADD `topic_text` text;--> statement-breakpoint
ALTER TABLE `paper_entries` ADD `urgent` integer;