ALTER TABLE "assessments" ADD COLUMN "declined_at" text;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "declined_why" text;