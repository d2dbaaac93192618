ALTER TABLE "definition_versions" ADD COLUMN "unfinished" text;--> statement-breakpoint
ALTER TABLE "definition_versions" ADD COLUMN "unfinished_hash" text;