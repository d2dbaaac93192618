ALTER TABLE `patients` DROP COLUMN `national_number`;--> statement-breakpoint
ALTER TABLE `patients` DROP COLUMN `national_number_verified_at`;