-- A score says only what its response does not: whose it is and when it was measured stand there.
ALTER TABLE `scores` RENAME TO `scores_before`;--> statement-breakpoint
CREATE TABLE `scores` (
	`response_id` text NOT NULL,
	`instrument` text NOT NULL,
	`scale` text NOT NULL,
	`scoring_version` integer NOT NULL,
	`month` text NOT NULL,
	`value` real,
	`standard_error` real,
	`answered` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`response_id`, `instrument`, `scale`, `scoring_version`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
-- SQLite knows no time zones: Central European time, in which a month from April to October begins two hours before UTC's.
INSERT INTO `scores`
SELECT `response_id`, `instrument`, `scale`, `scoring_version`,
	CASE WHEN strftime('%m', `measured_at`, '+2 hours') BETWEEN '04' AND '10' THEN strftime('%Y-%m', `measured_at`, '+2 hours')
		ELSE strftime('%Y-%m', `measured_at`, '+1 hours') END,
	`value`, `standard_error`, `answered`, `reason`
FROM `scores_before` ORDER BY `response_id`, `instrument`, `scale`, `scoring_version`;--> statement-breakpoint
DROP TABLE `scores_before`;--> statement-breakpoint
CREATE TABLE `score_figures` (
	`team_id` text NOT NULL,
	`instrument` text NOT NULL,
	`scale` text NOT NULL,
	`moment` text NOT NULL,
	`month` text NOT NULL,
	`treatment_option` text NOT NULL,
	`value` real NOT NULL,
	`n` integer NOT NULL,
	`people` integer NOT NULL,
	PRIMARY KEY(`team_id`, `instrument`, `scale`, `moment`, `month`, `treatment_option`, `value`)
) WITHOUT ROWID;--> statement-breakpoint
-- What counts: the newest scoring of what was submitted, with what it is counted by. Who was there before is looked for among
-- the patient's own enrolments: as a bare column, team_id would lead SQLite through all that the team ever asked.
CREATE VIEW `counted_scores` AS
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
-- What is new is added. Where it can bear on what is there (scored again, or submitted before what is known), all of the
-- patient is taken out before and put back after. So it is with every other change: taken out, changed, put back.
CREATE TRIGGER `scores_added` AFTER INSERT ON `scores`
WHEN NEW.value IS NOT NULL AND NOT (EXISTS (
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
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE response_id = NEW.response_id AND instrument = NEW.instrument AND scale = NEW.scale AND scoring_version = NEW.scoring_version
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
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
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (NEW.response_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `scores_added_between_in` AFTER INSERT ON `scores`
WHEN (EXISTS (
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
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (NEW.response_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `scores_changed_out` BEFORE UPDATE ON `scores`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id, NEW.response_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `scores_changed_in` AFTER UPDATE ON `scores`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id, NEW.response_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `scores_gone_out` BEFORE DELETE ON `scores`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `scores_gone_in` AFTER DELETE ON `scores`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM responses r JOIN assessments a ON a.id = r.assessment_id JOIN enrolments e ON e.id = a.enrolment_id WHERE r.id IN (OLD.response_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_changed_out` BEFORE UPDATE OF submitted_at, assessment_id ON `responses`
WHEN EXISTS (SELECT 1 FROM scores WHERE response_id = OLD.id)
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id, NEW.assessment_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_changed_in` AFTER UPDATE OF submitted_at, assessment_id ON `responses`
WHEN EXISTS (SELECT 1 FROM scores WHERE response_id = OLD.id)
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id, NEW.assessment_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_gone_out` BEFORE DELETE ON `responses`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_gone_in` AFTER DELETE ON `responses`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_changed_out` BEFORE UPDATE OF team_id, moment, enrolment_id ON `assessments`
WHEN OLD.team_id <> NEW.team_id OR OLD.moment <> NEW.moment OR OLD.enrolment_id <> NEW.enrolment_id
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id, NEW.enrolment_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_changed_in` AFTER UPDATE OF team_id, moment, enrolment_id ON `assessments`
WHEN OLD.team_id <> NEW.team_id OR OLD.moment <> NEW.moment OR OLD.enrolment_id <> NEW.enrolment_id
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id, NEW.enrolment_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_gone_out` BEFORE DELETE ON `assessments`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `assessments_gone_in` AFTER DELETE ON `assessments`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (SELECT e.patient_id FROM enrolments e WHERE e.id IN (OLD.enrolment_id))
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_changed_out` BEFORE UPDATE OF patient_id, treatment_option ON `enrolments`
WHEN OLD.patient_id <> NEW.patient_id OR coalesce(OLD.treatment_option, '') <> coalesce(NEW.treatment_option, '')
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (OLD.patient_id, NEW.patient_id)
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_changed_in` AFTER UPDATE OF patient_id, treatment_option ON `enrolments`
WHEN OLD.patient_id <> NEW.patient_id OR coalesce(OLD.treatment_option, '') <> coalesce(NEW.treatment_option, '')
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (OLD.patient_id, NEW.patient_id)
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_gone_out` BEFORE DELETE ON `enrolments`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (OLD.patient_id)
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `enrolments_gone_in` AFTER DELETE ON `enrolments`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, count(*), sum(is_first) FROM counted_scores WHERE patient_id IN (OLD.patient_id)
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `patients_gone_out` BEFORE DELETE ON `patients`
BEGIN
	INSERT INTO score_figures (team_id, instrument, scale, moment, month, treatment_option, value, n, people)
	SELECT team_id, instrument, scale, moment, month, treatment_option, value, -count(*), -sum(is_first) FROM counted_scores WHERE patient_id IN (OLD.id)
	GROUP BY team_id, instrument, scale, moment, month, treatment_option, value
	ON CONFLICT (team_id, instrument, scale, moment, month, treatment_option, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;