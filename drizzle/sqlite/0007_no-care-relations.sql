DROP TABLE `care_relations`;--> statement-breakpoint
DROP INDEX `discussions_staff`;