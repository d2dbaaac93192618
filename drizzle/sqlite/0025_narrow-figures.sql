-- A month is said once by a response, and what is counted together gets a number: a figure of ten small columns becomes five.
DROP TRIGGER `scores_added`;--> statement-breakpoint
DROP TRIGGER `scores_added_between_out`;--> statement-breakpoint
DROP TRIGGER `scores_added_between_in`;--> statement-breakpoint
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
DROP VIEW `counted_scores`;--> statement-breakpoint
ALTER TABLE `responses` ADD `month` text;--> statement-breakpoint
-- Who submitted without any score: SQLite knows no time zones; Central European time, as for the scores before.
UPDATE `responses` SET `month` = coalesce((SELECT s.month FROM scores s WHERE s.response_id = responses.id LIMIT 1),
	CASE WHEN strftime('%m', `submitted_at`, '+2 hours') BETWEEN '04' AND '10' THEN strftime('%Y-%m', `submitted_at`, '+2 hours')
		ELSE strftime('%Y-%m', `submitted_at`, '+1 hours') END)
WHERE `submitted_at` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `scores` DROP COLUMN `month`;--> statement-breakpoint
CREATE TABLE `figure_cells` (
	`id` integer PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`instrument` text NOT NULL,
	`scale` text NOT NULL,
	`moment` text NOT NULL,
	`treatment_option` text NOT NULL
);--> statement-breakpoint
CREATE UNIQUE INDEX `figure_cells_once` ON `figure_cells` (`team_id`,`instrument`,`scale`,`moment`,`treatment_option`);--> statement-breakpoint
INSERT INTO `figure_cells` (`team_id`, `instrument`, `scale`, `moment`, `treatment_option`)
	SELECT DISTINCT team_id, instrument, scale, moment, treatment_option FROM score_figures;--> statement-breakpoint
ALTER TABLE `score_figures` RENAME TO `score_figures_before`;--> statement-breakpoint
CREATE TABLE `score_figures` (
	`value` real NOT NULL,
	`cell` integer NOT NULL,
	`month` integer NOT NULL,
	`n` integer NOT NULL,
	`people` integer NOT NULL,
	PRIMARY KEY(`cell`, `month`, `value`)
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `score_figures` (value, cell, month, n, people)
	SELECT c.value, f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.n, c.people
	FROM score_figures_before c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.n <> 0 OR c.people <> 0
	ORDER BY 2, 3, 1;--> statement-breakpoint
DROP TABLE `score_figures_before`;--> statement-breakpoint
-- What counts: the newest scoring of what was submitted, with what it is counted by. Who was there before is looked for among
-- the patient's own enrolments: as a bare column, team_id would lead SQLite through all that the team ever asked.
CREATE VIEW `counted_scores` AS
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
-- Whose figures are taken out while a score comes in between others. Empty whenever nobody is adding.
CREATE TABLE `figures_taken` (
	`patient_id` text PRIMARY KEY NOT NULL
) WITHOUT ROWID;--> statement-breakpoint
-- What is new is added. Where it can bear on what is there (scored again, or submitted before what is known), all of the
-- patient is taken out before and put back after. So it is with every other change: taken out, changed, put back.
CREATE TRIGGER `scores_added` AFTER INSERT ON `scores`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (SELECT patient_id FROM figures_taken) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT patient_id FROM figures_taken)
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT a.team_id, NEW.instrument, NEW.scale, a.moment, coalesce(e.treatment_option, '')
	FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id
	WHERE NOT EXISTS (SELECT 1 FROM figures_taken) AND NEW.value IS NOT NULL AND r.id = NEW.response_id AND NOT EXISTS (
		SELECT 1 FROM figure_cells f WHERE f.team_id = a.team_id AND f.instrument = NEW.instrument AND f.scale = NEW.scale
			AND f.moment = a.moment AND f.treatment_option = coalesce(e.treatment_option, '')
	) ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE NOT EXISTS (SELECT 1 FROM figures_taken) AND c.response_id = NEW.response_id AND c.instrument = NEW.instrument AND c.scale = NEW.scale AND c.scoring_version = NEW.scoring_version
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
	DELETE FROM figures_taken;
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
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (NEW.response_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
	INSERT INTO figures_taken SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id
	JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id = NEW.response_id;
END;--> statement-breakpoint
CREATE TRIGGER `scores_changed_out` BEFORE UPDATE ON `scores`
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id, NEW.response_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `scores_changed_in` AFTER UPDATE ON `scores`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id, NEW.response_id)) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id, NEW.response_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `scores_gone_out` BEFORE DELETE ON `scores`
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `scores_gone_in` AFTER DELETE ON `scores`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id)) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_changed_out` BEFORE UPDATE OF submitted_at, assessment_id, month ON `responses`
WHEN EXISTS (SELECT 1 FROM scores WHERE response_id = OLD.id)
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id, NEW.assessment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_changed_in` AFTER UPDATE OF submitted_at, assessment_id, month ON `responses`
WHEN EXISTS (SELECT 1 FROM scores WHERE response_id = OLD.id)
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id, NEW.assessment_id)) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id, NEW.assessment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_gone_out` BEFORE DELETE ON `responses`
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_gone_in` AFTER DELETE ON `responses`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id)) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_changed_out` BEFORE UPDATE OF team_id, moment, enrolment_id ON `assessments`
WHEN OLD.team_id <> NEW.team_id OR OLD.moment <> NEW.moment OR OLD.enrolment_id <> NEW.enrolment_id
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id, NEW.enrolment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_changed_in` AFTER UPDATE OF team_id, moment, enrolment_id ON `assessments`
WHEN OLD.team_id <> NEW.team_id OR OLD.moment <> NEW.moment OR OLD.enrolment_id <> NEW.enrolment_id
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id, NEW.enrolment_id)) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id, NEW.enrolment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_gone_out` BEFORE DELETE ON `assessments`
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_gone_in` AFTER DELETE ON `assessments`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id)) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_changed_out` BEFORE UPDATE OF patient_id, treatment_option ON `enrolments`
WHEN OLD.patient_id <> NEW.patient_id OR coalesce(OLD.treatment_option, '') <> coalesce(NEW.treatment_option, '')
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (OLD.patient_id, NEW.patient_id)
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_changed_in` AFTER UPDATE OF patient_id, treatment_option ON `enrolments`
WHEN OLD.patient_id <> NEW.patient_id OR coalesce(OLD.treatment_option, '') <> coalesce(NEW.treatment_option, '')
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (OLD.patient_id, NEW.patient_id) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (OLD.patient_id, NEW.patient_id)
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_gone_out` BEFORE DELETE ON `enrolments`
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (OLD.patient_id)
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_gone_in` AFTER DELETE ON `enrolments`
BEGIN
	INSERT INTO figure_cells (team_id, instrument, scale, moment, treatment_option)
	SELECT DISTINCT c.team_id, c.instrument, c.scale, c.moment, c.treatment_option FROM counted_scores c
	WHERE c.patient_id IN (OLD.patient_id) AND NOT EXISTS (SELECT 1 FROM figure_cells f WHERE f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option)
	ON CONFLICT DO NOTHING;
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (OLD.patient_id)
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `patients_gone_out` BEFORE DELETE ON `patients`
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (OLD.id)
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END