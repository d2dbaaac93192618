-- Nearly every answer is the newest of its patient, and only adds: that way is kept short. Putting a patient back, whom a late answer or
-- another scoring had taken out, follows from taking the mark away. No cell is asked for first: a conflict costs less than a look, and no number.
DROP TRIGGER `scores_added`;--> statement-breakpoint
CREATE TRIGGER `scores_added` AFTER INSERT ON `scores`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT a.team_id, NEW.instrument, NEW.scale, a.moment, coalesce(e.treatment_option, '')
	FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id
	WHERE NEW.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM figures_taken) AND r.id = NEW.response_id
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, 1, c.is_first
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option
	WHERE NEW.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM figures_taken) AND c.response_id = NEW.response_id
		AND c.instrument = NEW.instrument AND c.scale = NEW.scale AND c.scoring_version = NEW.scoring_version
	ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `figures_put_back` AFTER DELETE ON `figures_taken`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id = OLD.patient_id
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option
	WHERE c.patient_id = OLD.patient_id
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;
