CREATE TABLE "definition_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"version_id" text NOT NULL,
	"act" text NOT NULL,
	"staff_id" text NOT NULL,
	"staff_name" text NOT NULL,
	"note" text,
	"at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "definition_steps" ADD CONSTRAINT "definition_steps_version_id_definition_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "definition_steps_version" ON "definition_steps" USING btree ("version_id","at");