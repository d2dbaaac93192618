CREATE TABLE "former_choices" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text,
	"from_date" text,
	"until_date" text NOT NULL,
	"changed_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payer_agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"payer" text NOT NULL,
	"contract" text NOT NULL,
	"ground" text NOT NULL,
	"indicators" jsonb NOT NULL,
	"from_month" text NOT NULL,
	"until_month" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "shares_since" text;--> statement-breakpoint
ALTER TABLE "former_choices" ADD CONSTRAINT "former_choices_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_choices" ADD CONSTRAINT "former_choices_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payer_agreements" ADD CONSTRAINT "payer_agreements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payer_agreements" ADD CONSTRAINT "payer_agreements_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_choices_team" ON "former_choices" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "former_choices_enrolment" ON "former_choices" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "payer_agreements_team" ON "payer_agreements" USING btree ("team_id");--> statement-breakpoint
-- What somebody else says of a patient is another view: figures count the patient's own. Whoever has answers of both is taken out, and put back by the new view; so
-- is who has an answer that no longer gives a score: it is nobody's first one.
INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT patient_id FROM responses WHERE respondent = 'proxy' UNION
		SELECT r.patient_id FROM scores lost JOIN responses r ON r.id = lost.response_id WHERE lost.value IS NULL AND EXISTS (
			SELECT 1 FROM scores o WHERE o.response_id = lost.response_id AND o.instrument = lost.instrument AND o.scale = lost.scale
				AND o.scoring_version < lost.scoring_version))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;--> statement-breakpoint
CREATE OR REPLACE VIEW "counted_scores" AS
SELECT e.patient_id, r.id AS response_id, s.scoring_version, a.team_id, s.instrument, s.scale, a.moment, r.month,
	coalesce(e.treatment_option, '') AS treatment_option, s.value,
	CASE WHEN EXISTS (
		SELECT 1 FROM enrolments e2
		JOIN assessments a2 ON a2.enrolment_id = e2.id
		JOIN responses r2 ON r2.assessment_id = a2.id
		JOIN scores s2 ON s2.response_id = r2.id
		WHERE e2.patient_id = e.patient_id AND a2.moment = a.moment AND a2.team_id || '' = a.team_id AND a2.id <> a.id
			AND (r2.submitted_at < r.submitted_at OR (r2.submitted_at = r.submitted_at AND r2.id < r.id))
			AND s2.instrument = s.instrument AND s2.scale = s.scale AND s2.value IS NOT NULL AND r2.respondent <> 'proxy'
			AND NOT EXISTS (
				SELECT 1 FROM scores n2 WHERE n2.response_id = s2.response_id AND n2.instrument = s2.instrument
					AND n2.scale = s2.scale AND n2.scoring_version > s2.scoring_version
			)
	) THEN 0 ELSE 1 END AS is_first
FROM patients p
JOIN enrolments e ON e.patient_id = p.id
JOIN assessments a ON a.enrolment_id = e.id
JOIN responses r ON r.assessment_id = a.id
JOIN scores s ON s.response_id = r.id
WHERE r.submitted_at IS NOT NULL AND s.value IS NOT NULL AND r.respondent <> 'proxy' AND NOT EXISTS (
	SELECT 1 FROM scores newer WHERE newer.response_id = s.response_id AND newer.instrument = s.instrument
		AND newer.scale = s.scale AND newer.scoring_version > s.scoring_version
);--> statement-breakpoint
DROP TRIGGER "responses_changed_out" ON "responses";--> statement-breakpoint
CREATE TRIGGER "responses_changed_out" BEFORE UPDATE OF submitted_at, assessment_id, month, respondent ON "responses" FOR EACH ROW EXECUTE FUNCTION "responses_changed"();--> statement-breakpoint
DROP TRIGGER "responses_changed_in" ON "responses";--> statement-breakpoint
CREATE TRIGGER "responses_changed_in" AFTER UPDATE OF submitted_at, assessment_id, month, respondent ON "responses" FOR EACH ROW EXECUTE FUNCTION "responses_changed"();--> statement-breakpoint
INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT patient_id FROM responses WHERE respondent = 'proxy' UNION
		SELECT r.patient_id FROM scores lost JOIN responses r ON r.id = lost.response_id WHERE lost.value IS NULL AND EXISTS (
			SELECT 1 FROM scores o WHERE o.response_id = lost.response_id AND o.instrument = lost.instrument AND o.scale = lost.scale
				AND o.scoring_version < lost.scoring_version))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;