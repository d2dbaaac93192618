ALTER TABLE "appointments" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "preparation" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "mail_off" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "own_asked_at" text;--> statement-breakpoint
CREATE INDEX "patients_born" ON "patients" USING btree ("birth_date");