-- A figure is a month of a cell: how many, their sum, and how often each value, packed. One for each value took more room than what
-- it counted, and a mean was the sum of thousands of rows. Values are whole millionths of a point, so that sums have no rest.
DROP TRIGGER `scores_added`;--> statement-breakpoint
DROP TRIGGER `scores_added_between_out`;--> statement-breakpoint
DROP TRIGGER `figures_put_back`;--> statement-breakpoint
DROP TRIGGER `scores_changed_out`;--> statement-breakpoint
DROP TRIGGER `scores_changed_in`;--> statement-breakpoint
DROP TRIGGER `scores_gone_out`;--> statement-breakpoint
DROP TRIGGER `scores_gone_in`;--> statement-breakpoint
DROP TRIGGER `responses_changed_out`;--> statement-breakpoint
DROP TRIGGER `responses_changed_in`;--> statement-breakpoint
DROP TRIGGER `responses_gone_out`;--> statement-breakpoint
DROP TRIGGER `responses_gone_in`;--> statement-breakpoint
DROP TRIGGER `assessments_changed_out`;--> statement-breakpoint
DROP TRIGGER `assessments_changed_in`;--> statement-breakpoint
DROP TRIGGER `assessments_gone_out`;--> statement-breakpoint
DROP TRIGGER `assessments_gone_in`;--> statement-breakpoint
DROP TRIGGER `enrolments_changed_out`;--> statement-breakpoint
DROP TRIGGER `enrolments_changed_in`;--> statement-breakpoint
DROP TRIGGER `enrolments_gone_out`;--> statement-breakpoint
DROP TRIGGER `enrolments_gone_in`;--> statement-breakpoint
DROP TRIGGER `patients_gone_out`;--> statement-breakpoint
ALTER TABLE `score_figures` RENAME TO `score_figures_before`;--> statement-breakpoint
CREATE TABLE `score_figures` (
	`total` integer NOT NULL,
	`cell` integer NOT NULL,
	`month` integer NOT NULL,
	`n` integer NOT NULL,
	`people` integer NOT NULL,
	`histogram` text NOT NULL,
	PRIMARY KEY(`cell`, `month`)
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `score_figures` (total, cell, month, n, people, histogram)
	SELECT sum(v.bin * v.n), v.cell, v.month, sum(v.n), sum(v.people), json_group_object(CAST(v.bin AS text), v.n)
	FROM (
		SELECT cell, month, CAST(floor(value * 1000000 + 0.5) AS integer) AS bin, sum(n) AS n, sum(people) AS people
		FROM score_figures_before WHERE n <> 0 OR people <> 0 GROUP BY 1, 2, 3
	) v
	GROUP BY v.cell, v.month;--> statement-breakpoint
DROP TABLE `score_figures_before`;--> statement-breakpoint
-- Whoever stands in figures_taken is not counted: going in takes a patient out of the figures, leaving puts them back.
CREATE TRIGGER `figures_taken_out` AFTER INSERT ON `figures_taken`
BEGIN
	INSERT INTO score_figures (total, cell, month, n, people, histogram)
	SELECT -sum(v.bin * v.n), v.cell, v.month, -sum(v.n), -sum(v.people), json_group_object(CAST(v.bin AS text), -v.n)
	FROM (
		SELECT f.id AS cell, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer) AS month, CAST(floor(c.value * 1000000 + 0.5) AS integer) AS bin,
			count(*) AS n, sum(c.is_first) AS people
		FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option
		WHERE c.patient_id = NEW.patient_id GROUP BY 1, 2, 3
	) v
	GROUP BY v.cell, v.month ON CONFLICT (cell, month) DO UPDATE SET total = score_figures.total + excluded.total, n = score_figures.n + excluded.n,
		people = score_figures.people + excluded.people, histogram = json_patch(score_figures.histogram, (
			SELECT json_group_object(b.key, b.value + coalesce(score_figures.histogram ->> b.key, 0)) FROM json_each(excluded.histogram) b
		));
END;--> statement-breakpoint
CREATE TRIGGER `figures_put_back` AFTER DELETE ON `figures_taken`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id = OLD.patient_id
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (total, cell, month, n, people, histogram)
	SELECT sum(v.bin * v.n), v.cell, v.month, sum(v.n), sum(v.people), json_group_object(CAST(v.bin AS text), v.n)
	FROM (
		SELECT f.id AS cell, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer) AS month, CAST(floor(c.value * 1000000 + 0.5) AS integer) AS bin,
			count(*) AS n, sum(c.is_first) AS people
		FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option
		WHERE c.patient_id = OLD.patient_id GROUP BY 1, 2, 3
	) v
	GROUP BY v.cell, v.month ON CONFLICT (cell, month) DO UPDATE SET total = score_figures.total + excluded.total, n = score_figures.n + excluded.n,
		people = score_figures.people + excluded.people, histogram = json_patch(score_figures.histogram, (
			SELECT json_group_object(b.key, b.value + coalesce(score_figures.histogram ->> b.key, 0)) FROM json_each(excluded.histogram) b
		));
END;--> statement-breakpoint
CREATE TRIGGER `scores_added_between_out` BEFORE INSERT ON `scores`
WHEN NOT EXISTS (
		SELECT 1 FROM scores same WHERE same.response_id = NEW.response_id AND same.instrument = NEW.instrument
			AND same.scale = NEW.scale AND same.scoring_version = NEW.scoring_version
	) AND (EXISTS (
		SELECT 1 FROM scores other WHERE other.response_id = NEW.response_id AND other.instrument = NEW.instrument
			AND other.scale = NEW.scale AND other.scoring_version <> NEW.scoring_version
	) OR EXISTS (
		SELECT 1 FROM responses r
		JOIN assessments a ON a.id = r.assessment_id
		JOIN enrolments e ON e.id = a.enrolment_id
		JOIN enrolments e2 ON e2.patient_id = e.patient_id
		JOIN responses later ON later.enrolment_id = e2.id AND later.submitted_at >= r.submitted_at AND later.id <> r.id
		WHERE r.id = NEW.response_id
	))
BEGIN
	INSERT INTO figures_taken SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id
	WHERE r.id = NEW.response_id ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
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
		people = score_figures.people + excluded.people, histogram = json_patch(score_figures.histogram, (
			SELECT json_group_object(b.key, b.value + coalesce(score_figures.histogram ->> b.key, 0)) FROM json_each(excluded.histogram) b
		));
	DELETE FROM figures_taken;
END;--> statement-breakpoint
-- Every other change: taken out, changed, put back. A row that another's removal took along finds nobody any more, and nothing is
-- left to count of it.
CREATE TRIGGER `scores_changed_out` BEFORE UPDATE ON `scores`
BEGIN
	INSERT INTO figures_taken SELECT DISTINCT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id
	WHERE r.id IN (OLD.response_id, NEW.response_id) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `scores_changed_in` AFTER UPDATE ON `scores`
BEGIN
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `scores_gone_out` BEFORE DELETE ON `scores`
BEGIN
	INSERT INTO figures_taken SELECT DISTINCT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id
	WHERE r.id IN (OLD.response_id) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `scores_gone_in` AFTER DELETE ON `scores`
BEGIN
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `responses_changed_out` BEFORE UPDATE OF submitted_at, assessment_id, month, respondent ON `responses`
WHEN EXISTS (SELECT 1 FROM scores WHERE response_id = OLD.id)
BEGIN
	INSERT INTO figures_taken SELECT DISTINCT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id
	WHERE a.id IN (OLD.assessment_id, NEW.assessment_id) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `responses_changed_in` AFTER UPDATE OF submitted_at, assessment_id, month, respondent ON `responses`
WHEN EXISTS (SELECT 1 FROM scores WHERE response_id = OLD.id)
BEGIN
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `responses_gone_out` BEFORE DELETE ON `responses`
BEGIN
	INSERT INTO figures_taken SELECT DISTINCT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id
	WHERE a.id IN (OLD.assessment_id) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `responses_gone_in` AFTER DELETE ON `responses`
BEGIN
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_changed_out` BEFORE UPDATE OF team_id, moment, enrolment_id ON `assessments`
WHEN OLD.team_id <> NEW.team_id OR OLD.moment <> NEW.moment OR OLD.enrolment_id <> NEW.enrolment_id
BEGIN
	INSERT INTO figures_taken SELECT DISTINCT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id, NEW.enrolment_id) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_changed_in` AFTER UPDATE OF team_id, moment, enrolment_id ON `assessments`
WHEN OLD.team_id <> NEW.team_id OR OLD.moment <> NEW.moment OR OLD.enrolment_id <> NEW.enrolment_id
BEGIN
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_gone_out` BEFORE DELETE ON `assessments`
BEGIN
	INSERT INTO figures_taken SELECT DISTINCT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_gone_in` AFTER DELETE ON `assessments`
BEGIN
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_changed_out` BEFORE UPDATE OF patient_id, treatment_option ON `enrolments`
WHEN OLD.patient_id <> NEW.patient_id OR coalesce(OLD.treatment_option, '') <> coalesce(NEW.treatment_option, '')
BEGIN
	INSERT INTO figures_taken SELECT p.id FROM patients p WHERE p.id IN (OLD.patient_id, NEW.patient_id) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_changed_in` AFTER UPDATE OF patient_id, treatment_option ON `enrolments`
WHEN OLD.patient_id <> NEW.patient_id OR coalesce(OLD.treatment_option, '') <> coalesce(NEW.treatment_option, '')
BEGIN
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_gone_out` BEFORE DELETE ON `enrolments`
BEGIN
	INSERT INTO figures_taken SELECT p.id FROM patients p WHERE p.id = OLD.patient_id ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_gone_in` AFTER DELETE ON `enrolments`
BEGIN
	DELETE FROM figures_taken;
END;--> statement-breakpoint
CREATE TRIGGER `patients_gone_out` BEFORE DELETE ON `patients`
BEGIN
	INSERT INTO figures_taken SELECT p.id FROM patients p WHERE p.id = OLD.id ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `patients_gone_in` AFTER DELETE ON `patients`
BEGIN
	DELETE FROM figures_taken;
END;
