-- A month is said once by a response, and what is counted together gets a number: a figure of ten small columns becomes five.
DROP VIEW "counted_scores";--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "month" text;--> statement-breakpoint
UPDATE "responses" SET "month" = coalesce((SELECT s.month FROM scores s WHERE s.response_id = responses.id LIMIT 1),
	to_char(submitted_at::timestamptz AT TIME ZONE o.time_zone, 'YYYY-MM'))
FROM "enrolments" e JOIN "organisations" o ON o.id = e.organisation_id
WHERE e.id = responses.enrolment_id AND responses.submitted_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" DROP COLUMN "month";--> statement-breakpoint
CREATE TABLE "figure_cells" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_cells_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	"instrument" text NOT NULL,
	"scale" text NOT NULL,
	"moment" text NOT NULL,
	"treatment_option" text NOT NULL
);--> statement-breakpoint
CREATE UNIQUE INDEX "figure_cells_once" ON "figure_cells" USING btree ("team_id","instrument","scale","moment","treatment_option");--> statement-breakpoint
INSERT INTO "figure_cells" (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT team_id, instrument, scale, moment, treatment_option FROM score_figures;--> statement-breakpoint
ALTER TABLE "score_figures" RENAME TO "score_figures_before";--> statement-breakpoint
CREATE TABLE "score_figures" (
	"value" double precision NOT NULL,
	"cell" integer NOT NULL,
	"month" integer NOT NULL,
	"n" integer NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "score_figures_cell_month_value_pk" PRIMARY KEY("cell","month","value")
) WITH (fillfactor = 90);--> statement-breakpoint
INSERT INTO "score_figures" (value, cell, month, n, people)
	SELECT c.value, f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.n, c.people
	FROM score_figures_before c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.n <> 0 OR c.people <> 0
	ORDER BY 2, 3, 1;--> statement-breakpoint
DROP TABLE "score_figures_before";--> statement-breakpoint
-- What counts: the newest scoring of what was submitted, with what it is counted by. Who was there before is looked for among
-- the patient's own enrolments: as a bare column, team_id would lead SQLite through all that the team ever asked.
CREATE VIEW "counted_scores" AS
SELECT e.patient_id, r.id AS response_id, s.scoring_version, a.team_id, s.instrument, s.scale, a.moment, r.month,
	coalesce(e.treatment_option, '') AS treatment_option, s.value,
	CASE WHEN EXISTS (
		SELECT 1 FROM enrolments e2
		JOIN assessments a2 ON a2.enrolment_id = e2.id
		JOIN responses r2 ON r2.assessment_id = a2.id
		JOIN scores s2 ON s2.response_id = r2.id
		WHERE e2.patient_id = e.patient_id AND a2.moment = a.moment AND a2.team_id || '' = a.team_id AND a2.id <> a.id
			AND (r2.submitted_at < r.submitted_at OR (r2.submitted_at = r.submitted_at AND r2.id < r.id))
			AND s2.instrument = s.instrument AND s2.scale = s.scale AND s2.value IS NOT NULL
	) THEN 0 ELSE 1 END AS is_first
FROM patients p
JOIN enrolments e ON e.patient_id = p.id
JOIN assessments a ON a.enrolment_id = e.id
JOIN responses r ON r.assessment_id = a.id
JOIN scores s ON s.response_id = r.id
WHERE r.submitted_at IS NOT NULL AND s.value IS NOT NULL AND NOT EXISTS (
	SELECT 1 FROM scores newer WHERE newer.response_id = s.response_id AND newer.instrument = s.instrument
		AND newer.scale = s.scale AND newer.scoring_version > s.scoring_version
);--> statement-breakpoint
CREATE OR REPLACE FUNCTION "count_patients"(whose text[], sign integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE sign > 0 AND c.patient_id = ANY(whose) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, sign * count(*), sign * sum(c.is_first)
	FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id = ANY(whose)
	GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "scores_added"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	taken text := coalesce(current_setting('figures.taken', true), '');
	put text := coalesce(current_setting('figures.put', true), '');
	whose text[];
BEGIN
	IF taken <> '' OR put <> '' THEN
		whose := ARRAY(SELECT DISTINCT found.patient_id FROM (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (NEW.response_id)) AS found);
		IF whose && string_to_array(put, ' ') THEN RETURN NULL; END IF;
		IF whose && string_to_array(taken, ' ') THEN
			PERFORM figures_in(whose);
			PERFORM set_config('figures.put', array_to_string(string_to_array(put, ' ') || whose, ' '), true);
			RETURN NULL;
		END IF;
	END IF;
	IF NEW.value IS NOT NULL THEN
		INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
		SELECT a.team_id, NEW.instrument, NEW.scale, a.moment, coalesce(e.treatment_option, '')
		FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id
		WHERE r.id = NEW.response_id AND NOT EXISTS (
			SELECT 1 FROM figure_cells f WHERE f.team_id = a.team_id AND f.instrument = NEW.instrument AND f.scale = NEW.scale
				AND f.moment = a.moment AND f.treatment_option = coalesce(e.treatment_option, '')
		) ON CONFLICT DO NOTHING;
		INSERT INTO score_figures (cell, month, value, n, people)
		SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
		FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.response_id = NEW.response_id AND c.instrument = NEW.instrument AND c.scale = NEW.scale AND c.scoring_version = NEW.scoring_version
		GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER "responses_changed_out" ON "responses";--> statement-breakpoint
CREATE TRIGGER "responses_changed_out" BEFORE UPDATE OF submitted_at, assessment_id, month ON "responses" FOR EACH ROW EXECUTE FUNCTION "responses_changed"();--> statement-breakpoint
DROP TRIGGER "responses_changed_in" ON "responses";--> statement-breakpoint
CREATE TRIGGER "responses_changed_in" AFTER UPDATE OF submitted_at, assessment_id, month ON "responses" FOR EACH ROW EXECUTE FUNCTION "responses_changed"()