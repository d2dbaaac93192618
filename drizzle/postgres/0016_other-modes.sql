CREATE TABLE "paper_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"assessment_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"entered_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patient_sessions" ADD COLUMN "handed_by" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "entered_by" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "checked_by" text;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_entries_once" ON "paper_entries" USING btree ("assessment_id","staff_id");--> statement-breakpoint
ALTER TABLE "patient_sessions" ADD CONSTRAINT "patient_sessions_handed_by_staff_id_fk" FOREIGN KEY ("handed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_entered_by_staff_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_checked_by_staff_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;