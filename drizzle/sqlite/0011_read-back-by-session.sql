ALTER TABLE `responses` ADD `session_id` text;--> statement-breakpoint
ALTER TABLE `answering_pace` DROP COLUMN `seconds`;