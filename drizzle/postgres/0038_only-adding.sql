-- Nearly every answer is the newest of its patient, and only adds one to each of its figures: nothing is grouped for that.
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
		SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, 1, c.is_first
		FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option
		WHERE c.response_id = NEW.response_id AND c.instrument = NEW.instrument AND c.scale = NEW.scale AND c.scoring_version = NEW.scoring_version
		ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
	END IF;
	RETURN NULL;
END $$;
