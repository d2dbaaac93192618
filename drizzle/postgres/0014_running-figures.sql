-- A score says only what its response does not: whose it is and when it was measured stand there.
ALTER TABLE "scores" RENAME TO "scores_before";--> statement-breakpoint
ALTER TABLE "scores_before" DROP CONSTRAINT "scores_pkey";--> statement-breakpoint
CREATE TABLE "scores" (
	"response_id" text NOT NULL,
	"instrument" text NOT NULL,
	"scale" text NOT NULL,
	"scoring_version" integer NOT NULL,
	"month" text NOT NULL,
	"value" double precision,
	"standard_error" double precision,
	"answered" integer NOT NULL,
	"reason" text
);--> statement-breakpoint
INSERT INTO "scores"
SELECT s.response_id, s.instrument, s.scale, s.scoring_version,
	to_char(s.measured_at::timestamptz AT TIME ZONE o.time_zone, 'YYYY-MM'), s.value, s.standard_error, s.answered, s.reason
FROM "scores_before" s JOIN "enrolments" e ON e.id = s.enrolment_id JOIN "organisations" o ON o.id = e.organisation_id
ORDER BY 1, 2, 3, 4;--> statement-breakpoint
DROP TABLE "scores_before";--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_response_id_instrument_scale_scoring_version_pk" PRIMARY KEY("response_id","instrument","scale","scoring_version");--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE TABLE "score_figures" (
	"team_id" text NOT NULL,
	"instrument" text NOT NULL,
	"scale" text NOT NULL,
	"moment" text NOT NULL,
	"month" text NOT NULL,
	"treatment_option" text NOT NULL,
	"value" double precision NOT NULL,
	"n" integer NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "score_figures_team_id_instrument_scale_moment_month_treatment_option_value_pk" PRIMARY KEY("team_id","instrument","scale","moment","month","treatment_option","value")
) WITH (fillfactor = 80);--> statement-breakpoint
-- What counts: the newest scoring of what was submitted, with what it is counted by. Who was there before is looked for among
-- the patient's own enrolments: as a bare column, team_id would lead SQLite through all that the team ever asked.
CREATE VIEW "counted_scores" AS
SELECT e.patient_id, r.id AS response_id, s.scoring_version, a.team_id, s.instrument, s.scale, a.moment, s.month,
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
INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE true
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;--> statement-breakpoint
CREATE FUNCTION "count_patients"(whose text[], sign integer) RETURNS void LANGUAGE sql AS $$
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, sign * count(*), sign * sum(is_first) FROM counted_scores WHERE patient_id = ANY(whose)
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value ORDER BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
$$;--> statement-breakpoint
-- Who changes what a patient is counted by takes turns with who adds to it.
CREATE FUNCTION "lock_counted"(whose text[]) RETURNS void LANGUAGE sql AS $$
	SELECT FROM patients WHERE id = ANY(whose) ORDER BY id FOR NO KEY UPDATE;
$$;--> statement-breakpoint
-- Whose figures are taken out, and those that are back in, stand in two settings of the transaction: a statement changes
-- all its rows before the first of them is put back, so a patient is taken out and put back once, however many rows it has.
CREATE FUNCTION "figures_out"(whose text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	taken text[] := string_to_array(coalesce(current_setting('figures.taken', true), ''), ' ');
BEGIN
	whose := ARRAY(SELECT one FROM unnest(whose) AS one WHERE one <> ALL(taken));
	PERFORM set_config('figures.taken', array_to_string(taken || whose, ' '), true);
	PERFORM count_patients(whose, -1);
END $$;--> statement-breakpoint
CREATE FUNCTION "figures_in"(whose text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	taken text[] := string_to_array(coalesce(current_setting('figures.taken', true), ''), ' ');
BEGIN
	whose := ARRAY(SELECT one FROM unnest(whose) AS one WHERE one = ANY(taken));
	PERFORM set_config('figures.taken', array_to_string(ARRAY(SELECT one FROM unnest(taken) AS one WHERE one <> ALL(whose)), ' '), true);
	PERFORM count_patients(whose, 1);
END $$;--> statement-breakpoint
CREATE FUNCTION "scores_adding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('figures.put', '', true);
	RETURN NULL;
END $$;--> statement-breakpoint
-- What is new is added. Where it can bear on what is there (scored again, or submitted before what is known), all of the
-- patient is taken out before and put back after. So it is with every other change: taken out, changed, put back.
CREATE FUNCTION "scores_add"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[] := ARRAY(SELECT DISTINCT found.patient_id FROM (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (NEW.response_id)) AS found);
BEGIN
	PERFORM lock_counted(whose);
	IF (EXISTS (
		SELECT 1 FROM scores other WHERE other.response_id = NEW.response_id AND other.instrument = NEW.instrument
			AND other.scale = NEW.scale AND other.scoring_version <> NEW.scoring_version
	) OR EXISTS (
		SELECT 1 FROM responses r
		JOIN assessments a ON a.id = r.assessment_id
		JOIN enrolments e ON e.id = a.enrolment_id
		JOIN enrolments e2 ON e2.patient_id = e.patient_id
		JOIN responses later ON later.enrolment_id = e2.id AND later.submitted_at >= r.submitted_at AND later.id <> r.id
		WHERE r.id = NEW.response_id
	)) AND NOT EXISTS (
		SELECT 1 FROM scores same WHERE same.response_id = NEW.response_id AND same.instrument = NEW.instrument
			AND same.scale = NEW.scale AND same.scoring_version = NEW.scoring_version
	) THEN
		PERFORM figures_out(whose);
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION "scores_added"() RETURNS trigger LANGUAGE plpgsql AS $$
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
		INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE response_id = NEW.response_id AND instrument = NEW.instrument AND scale = NEW.scale AND scoring_version = NEW.scoring_version
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "scores_adding" BEFORE INSERT ON "scores" FOR EACH STATEMENT EXECUTE FUNCTION "scores_adding"();--> statement-breakpoint
CREATE TRIGGER "scores_added_out" BEFORE INSERT ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_add"();--> statement-breakpoint
CREATE TRIGGER "scores_added_in" AFTER INSERT ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_added"();--> statement-breakpoint
CREATE FUNCTION "scores_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	whose := ARRAY(SELECT DISTINCT found.patient_id FROM (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id, NEW.response_id)) AS found);
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "scores_changed_out" BEFORE UPDATE ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_changed"();--> statement-breakpoint
CREATE TRIGGER "scores_changed_in" AFTER UPDATE ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_changed"();--> statement-breakpoint
CREATE FUNCTION "scores_gone"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	whose := ARRAY(SELECT DISTINCT found.patient_id FROM (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id)) AS found);
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER "scores_gone_out" BEFORE DELETE ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_gone"();--> statement-breakpoint
CREATE TRIGGER "scores_gone_in" AFTER DELETE ON "scores" FOR EACH ROW EXECUTE FUNCTION "scores_gone"();--> statement-breakpoint
CREATE FUNCTION "responses_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	IF NOT EXISTS (SELECT 1 FROM scores WHERE response_id = OLD.id) THEN RETURN NEW; END IF;
	whose := ARRAY(SELECT DISTINCT found.patient_id FROM (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id, NEW.assessment_id)) AS found);
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "responses_changed_out" BEFORE UPDATE OF submitted_at, assessment_id ON "responses" FOR EACH ROW EXECUTE FUNCTION "responses_changed"();--> statement-breakpoint
CREATE TRIGGER "responses_changed_in" AFTER UPDATE OF submitted_at, assessment_id ON "responses" FOR EACH ROW EXECUTE FUNCTION "responses_changed"();--> statement-breakpoint
CREATE FUNCTION "responses_gone"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	whose := ARRAY(SELECT DISTINCT found.patient_id FROM (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id)) AS found);
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER "responses_gone_out" BEFORE DELETE ON "responses" FOR EACH ROW EXECUTE FUNCTION "responses_gone"();--> statement-breakpoint
CREATE TRIGGER "responses_gone_in" AFTER DELETE ON "responses" FOR EACH ROW EXECUTE FUNCTION "responses_gone"();--> statement-breakpoint
CREATE FUNCTION "assessments_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	whose := ARRAY(SELECT DISTINCT found.patient_id FROM (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id, NEW.enrolment_id)) AS found);
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "assessments_changed_out" BEFORE UPDATE OF team_id, moment, enrolment_id ON "assessments" FOR EACH ROW WHEN (OLD.team_id <> NEW.team_id OR OLD.moment <> NEW.moment OR OLD.enrolment_id <> NEW.enrolment_id) EXECUTE FUNCTION "assessments_changed"();--> statement-breakpoint
CREATE TRIGGER "assessments_changed_in" AFTER UPDATE OF team_id, moment, enrolment_id ON "assessments" FOR EACH ROW WHEN (OLD.team_id <> NEW.team_id OR OLD.moment <> NEW.moment OR OLD.enrolment_id <> NEW.enrolment_id) EXECUTE FUNCTION "assessments_changed"();--> statement-breakpoint
CREATE FUNCTION "assessments_gone"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	whose := ARRAY(SELECT DISTINCT found.patient_id FROM (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id)) AS found);
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER "assessments_gone_out" BEFORE DELETE ON "assessments" FOR EACH ROW EXECUTE FUNCTION "assessments_gone"();--> statement-breakpoint
CREATE TRIGGER "assessments_gone_in" AFTER DELETE ON "assessments" FOR EACH ROW EXECUTE FUNCTION "assessments_gone"();--> statement-breakpoint
CREATE FUNCTION "enrolments_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	whose := ARRAY[OLD.patient_id, NEW.patient_id];
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "enrolments_changed_out" BEFORE UPDATE OF patient_id, treatment_option ON "enrolments" FOR EACH ROW WHEN (OLD.patient_id <> NEW.patient_id OR coalesce(OLD.treatment_option, '') <> coalesce(NEW.treatment_option, '')) EXECUTE FUNCTION "enrolments_changed"();--> statement-breakpoint
CREATE TRIGGER "enrolments_changed_in" AFTER UPDATE OF patient_id, treatment_option ON "enrolments" FOR EACH ROW WHEN (OLD.patient_id <> NEW.patient_id OR coalesce(OLD.treatment_option, '') <> coalesce(NEW.treatment_option, '')) EXECUTE FUNCTION "enrolments_changed"();--> statement-breakpoint
CREATE FUNCTION "enrolments_gone"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	whose := ARRAY[OLD.patient_id];
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER "enrolments_gone_out" BEFORE DELETE ON "enrolments" FOR EACH ROW EXECUTE FUNCTION "enrolments_gone"();--> statement-breakpoint
CREATE TRIGGER "enrolments_gone_in" AFTER DELETE ON "enrolments" FOR EACH ROW EXECUTE FUNCTION "enrolments_gone"();--> statement-breakpoint
CREATE FUNCTION "patients_gone"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	whose text[];
BEGIN
	whose := ARRAY[OLD.id];
	IF TG_WHEN = 'BEFORE' THEN
		PERFORM lock_counted(whose);
		PERFORM figures_out(whose);
	ELSE
		PERFORM figures_in(whose);
	END IF;
	RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER "patients_gone_out" BEFORE DELETE ON "patients" FOR EACH ROW EXECUTE FUNCTION "patients_gone"();--> statement-breakpoint
CREATE TRIGGER "patients_gone_in" AFTER DELETE ON "patients" FOR EACH ROW EXECUTE FUNCTION "patients_gone"();