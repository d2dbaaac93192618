ALTER TABLE `messages` ADD `proxy_id` text REFERENCES patient_proxies(id) ON DELETE cascade;--> statement-breakpoint
CREATE INDEX `messages_proxy` ON `messages` (`proxy_id`) WHERE "messages"."proxy_id" is not null;--> statement-breakpoint
ALTER TABLE `patient_proxies` ADD `email` text;--> statement-breakpoint
ALTER TABLE `patient_proxies` ADD `email_key` text;--> statement-breakpoint
ALTER TABLE `patient_proxies` ADD `email_dead_at` text;--> statement-breakpoint
ALTER TABLE `patient_proxies` ADD `mail_off_at` text;--> statement-breakpoint
CREATE INDEX `patient_proxies_email` ON `patient_proxies` (`organisation_id`,`email_key`) WHERE "patient_proxies"."ended_at" is null;