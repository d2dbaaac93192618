CREATE TABLE "visit_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"team_id" text NOT NULL,
	"response_id" text NOT NULL,
	"visit_at" text NOT NULL,
	"level" text NOT NULL,
	"wish" text,
	"proposal" text NOT NULL,
	"decision" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" text NOT NULL,
	"arranged_by" text,
	"arranged_at" text,
	CONSTRAINT "visit_decisions_appointmentId_unique" UNIQUE("appointment_id")
);
--> statement-breakpoint
ALTER TABLE "visit_decisions" ADD CONSTRAINT "visit_decisions_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_decisions" ADD CONSTRAINT "visit_decisions_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_decisions" ADD CONSTRAINT "visit_decisions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_decisions" ADD CONSTRAINT "visit_decisions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_decisions" ADD CONSTRAINT "visit_decisions_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_decisions" ADD CONSTRAINT "visit_decisions_arranged_by_staff_id_fk" FOREIGN KEY ("arranged_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visit_decisions_team" ON "visit_decisions" USING btree ("team_id","visit_at");--> statement-breakpoint
CREATE INDEX "visit_decisions_enrolment" ON "visit_decisions" USING btree ("enrolment_id");