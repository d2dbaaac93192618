CREATE TABLE "stuck_paths" (
	"moving_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"tries" integer NOT NULL,
	"failure" text NOT NULL,
	"failed_at" text NOT NULL,
	CONSTRAINT "stuck_paths_moving_id_enrolment_id_pk" PRIMARY KEY("moving_id","enrolment_id")
);
--> statement-breakpoint
ALTER TABLE "movings" ADD COLUMN "rests_until" text;--> statement-breakpoint
ALTER TABLE "rescorings" ADD COLUMN "rests_until" text;--> statement-breakpoint
ALTER TABLE "stuck_paths" ADD CONSTRAINT "stuck_paths_moving_id_movings_id_fk" FOREIGN KEY ("moving_id") REFERENCES "public"."movings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stuck_paths" ADD CONSTRAINT "stuck_paths_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stuck_paths_path" ON "stuck_paths" USING btree ("enrolment_id");