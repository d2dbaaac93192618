ALTER TABLE "messages" ADD COLUMN "proxy_id" text;--> statement-breakpoint
ALTER TABLE "patient_proxies" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "patient_proxies" ADD COLUMN "email_key" text;--> statement-breakpoint
ALTER TABLE "patient_proxies" ADD COLUMN "email_dead_at" text;--> statement-breakpoint
ALTER TABLE "patient_proxies" ADD COLUMN "mail_off_at" text;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_proxy_id_patient_proxies_id_fk" FOREIGN KEY ("proxy_id") REFERENCES "public"."patient_proxies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_proxy" ON "messages" USING btree ("proxy_id") WHERE "messages"."proxy_id" is not null;--> statement-breakpoint
CREATE INDEX "patient_proxies_email" ON "patient_proxies" USING btree ("organisation_id","email_key") WHERE "patient_proxies"."ended_at" is null;