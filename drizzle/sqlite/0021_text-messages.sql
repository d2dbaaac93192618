ALTER TABLE `outreach_rules` ADD `texts` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `outreach_rules` ADD `cost_of_text` integer;--> statement-breakpoint
ALTER TABLE `patients` ADD `phone_dead_at` text;--> statement-breakpoint
ALTER TABLE `patients` ADD `prefers_texts` integer DEFAULT false NOT NULL;