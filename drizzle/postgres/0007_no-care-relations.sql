ALTER TABLE "care_relations" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "care_relations" CASCADE;--> statement-breakpoint
DROP INDEX "discussions_staff";