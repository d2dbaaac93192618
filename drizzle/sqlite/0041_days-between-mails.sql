ALTER TABLE `messages` ADD `early` text;--> statement-breakpoint
ALTER TABLE `outreach_rules` ADD `mail_gap_days` integer;