-- One score adds to one value of the histogram: that one is set, and the others are not taken apart.
DROP TRIGGER `scores_added`;--> statement-breakpoint
CREATE TRIGGER `scores_added` AFTER INSERT ON `scores`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT a.team_id, NEW.instrument, NEW.scale, a.moment, coalesce(e.treatment_option, '')
	FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id
	WHERE NEW.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM figures_taken) AND r.id = NEW.response_id
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (total, cell, month, n, people, histogram)
	SELECT CAST(floor(NEW.value * 1000000 + 0.5) AS integer), f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), 1, c.is_first, json_object(CAST(CAST(floor(NEW.value * 1000000 + 0.5) AS integer) AS text), 1)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option
	WHERE NEW.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM figures_taken) AND c.response_id = NEW.response_id
		AND c.instrument = NEW.instrument AND c.scale = NEW.scale AND c.scoring_version = NEW.scoring_version
	ON CONFLICT (cell, month) DO UPDATE SET total = score_figures.total + excluded.total, n = score_figures.n + excluded.n,
		people = score_figures.people + excluded.people, histogram = json_set(score_figures.histogram, '$."' || CAST(floor(NEW.value * 1000000 + 0.5) AS integer) || '"',
			1 + coalesce(score_figures.histogram ->> CAST(CAST(floor(NEW.value * 1000000 + 0.5) AS integer) AS text), 0));
	DELETE FROM figures_taken;
END;
