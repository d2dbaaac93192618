-- A figure is a month of a cell: how many, their sum, and how often each value, packed. One for each value took more room than what
-- it counted, and a mean was the sum of thousands of rows. Values are whole millionths of a point, so that sums have no rest.
ALTER TABLE "score_figures" RENAME TO "score_figures_before";--> statement-breakpoint
ALTER TABLE "score_figures_before" DROP CONSTRAINT "score_figures_cell_month_value_pk";--> statement-breakpoint
CREATE TABLE "score_figures" (
	"total" bigint NOT NULL,
	"cell" integer NOT NULL,
	"month" integer NOT NULL,
	"n" integer NOT NULL,
	"people" integer NOT NULL,
	"histogram" jsonb NOT NULL,
	CONSTRAINT "score_figures_cell_month_pk" PRIMARY KEY("cell","month")
) WITH (fillfactor = 80);--> statement-breakpoint
INSERT INTO "score_figures" (total, cell, month, n, people, histogram)
	SELECT sum(v.bin * v.n), v.cell, v.month, sum(v.n), sum(v.people), jsonb_object_agg(v.bin, v.n)
	FROM (
		SELECT cell, month, floor(value * 1000000 + 0.5)::bigint AS bin, sum(n)::integer AS n, sum(people)::integer AS people
		FROM score_figures_before WHERE n <> 0 OR people <> 0 GROUP BY 1, 2, 3
	) v
	GROUP BY v.cell, v.month ORDER BY v.cell, v.month;--> statement-breakpoint
DROP TABLE "score_figures_before";--> statement-breakpoint
-- Numbers first, and two of them half as wide: behind a text each was padded, in the row and in the key. New scores are of new
-- responses, whose ids come last, so the key leaves hardly any room between those that are there.
DROP VIEW "counted_scores";--> statement-breakpoint
ALTER TABLE "scores" RENAME TO "scores_before";--> statement-breakpoint
ALTER TABLE "scores_before" DROP CONSTRAINT "scores_response_id_instrument_scale_scoring_version_pk";--> statement-breakpoint
CREATE TABLE "scores" (
	"value" double precision,
	"standard_error" double precision,
	"scoring_version" smallint NOT NULL,
	"answered" smallint NOT NULL,
	"response_id" text NOT NULL,
	"instrument" text NOT NULL,
	"scale" text NOT NULL,
	"reason" text
);--> statement-breakpoint
INSERT INTO "scores" (value, standard_error, scoring_version, answered, response_id, instrument, scale, reason)
	SELECT value, standard_error, scoring_version, answered, response_id, instrument, scale, reason
	FROM "scores_before" ORDER BY response_id, instrument, scale, scoring_version;--> statement-breakpoint
DROP TABLE "scores_before";--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_response_id_instrument_scale_scoring_version_pk" PRIMARY KEY("response_id","instrument","scale","scoring_version") WITH (fillfactor = 98);--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
CREATE OR REPLACE FUNCTION "count_patients"(whose text[], sign integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE sign > 0 AND c.patient_id = ANY(whose) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (total, cell, month, n, people, histogram)
	SELECT sign * sum(v.bin * v.n), v.cell, v.month, sign * sum(v.n), sign * sum(v.people), jsonb_object_agg(v.bin, sign * v.n)
	FROM (
		SELECT f.id AS cell, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer) AS month, floor(c.value * 1000000 + 0.5)::bigint AS bin,
			count(*)::integer AS n, sum(c.is_first)::integer AS people
		FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option
		WHERE c.patient_id = ANY(whose) GROUP BY 1, 2, 3
	) v
	GROUP BY v.cell, v.month ORDER BY v.cell, v.month ON CONFLICT (cell, month) DO UPDATE SET total = score_figures.total + excluded.total, n = score_figures.n + excluded.n,
		people = score_figures.people + excluded.people, histogram = score_figures.histogram || (
			SELECT jsonb_object_agg(b.key, b.value::integer + coalesce((score_figures.histogram ->> b.key)::integer, 0)) FROM jsonb_each_text(excluded.histogram) b
		);
END $$;--> statement-breakpoint
-- All scores of a statement are counted at once, and what can bear on them is looked for once for each response.
CREATE OR REPLACE FUNCTION "scores_adding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('figures.looked', ' ', true);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "scores_add"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	looked text := current_setting('figures.looked');
	whose text[];
BEGIN
	IF strpos(looked, ' ' || NEW.response_id || ' ') > 0 THEN RETURN NEW; END IF;
	PERFORM set_config('figures.looked', looked || NEW.response_id || ' ', true);
	whose := ARRAY(SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id = NEW.response_id);
	PERFORM lock_counted(whose);
	IF EXISTS (SELECT 1 FROM scores other WHERE other.response_id = NEW.response_id) OR EXISTS (
		SELECT 1 FROM responses r
		JOIN assessments a ON a.id = r.assessment_id
		JOIN enrolments e ON e.id = a.enrolment_id
		JOIN enrolments e2 ON e2.patient_id = e.patient_id
		JOIN responses later ON later.enrolment_id = e2.id AND later.submitted_at >= r.submitted_at AND later.id <> r.id
		WHERE r.id = NEW.response_id
	) THEN
		PERFORM figures_out(whose);
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "scores_added"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	taken text[] := string_to_array(coalesce(current_setting('figures.taken', true), ''), ' ');
	response text;
BEGIN
	IF cardinality(taken) > 0 THEN PERFORM figures_in(taken); END IF;
	FOR response IN
		SELECT DISTINCT added.response_id FROM added WHERE cardinality(taken) = 0 OR NOT EXISTS (
			SELECT 1 FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id = added.response_id AND e.patient_id = ANY(taken)
		) ORDER BY 1
	LOOP
		INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
		SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
		WHERE c.response_id = response AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
		ON CONFLICT DO NOTHING;
		INSERT INTO score_figures (total, cell, month, n, people, histogram)
		SELECT sum(v.bin * v.n), v.cell, v.month, sum(v.n), sum(v.people), jsonb_object_agg(v.bin, v.n)
		FROM (
			SELECT f.id AS cell, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer) AS month, floor(c.value * 1000000 + 0.5)::bigint AS bin,
				count(*)::integer AS n, sum(c.is_first)::integer AS people
			FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option
			WHERE c.response_id = response GROUP BY 1, 2, 3
		) v
		GROUP BY v.cell, v.month ORDER BY v.cell, v.month ON CONFLICT (cell, month) DO UPDATE SET total = score_figures.total + excluded.total, n = score_figures.n + excluded.n,
			people = score_figures.people + excluded.people, histogram = score_figures.histogram || (
				SELECT jsonb_object_agg(b.key, b.value::integer + coalesce((score_figures.histogram ->> b.key)::integer, 0)) FROM jsonb_each_text(excluded.histogram) b
			);
	END LOOP;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "scores_adding" BEFORE INSERT ON "scores" FOR EACH STATEMENT EXECUTE FUNCTION "scores_adding"();--> statement-breakpoint
CREATE TRIGGER "scores_added_out" BEFORE INSERT ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_add"();--> statement-breakpoint
CREATE TRIGGER "scores_added_in" AFTER INSERT ON "scores" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "scores_added"();--> statement-breakpoint
CREATE TRIGGER "scores_changed_out" BEFORE UPDATE ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_changed"();--> statement-breakpoint
CREATE TRIGGER "scores_changed_in" AFTER UPDATE ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_changed"();--> statement-breakpoint
CREATE TRIGGER "scores_gone_out" BEFORE DELETE ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_gone"();--> statement-breakpoint
CREATE TRIGGER "scores_gone_in" AFTER DELETE ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_gone"();
