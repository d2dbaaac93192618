CREATE TABLE `former_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text,
	`from_date` text,
	`until_date` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_choices_team` ON `former_choices` (`team_id`);--> statement-breakpoint
CREATE INDEX `former_choices_enrolment` ON `former_choices` (`enrolment_id`);--> statement-breakpoint
CREATE TABLE `payer_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`payer` text NOT NULL,
	`contract` text NOT NULL,
	`ground` text NOT NULL,
	`indicators` text NOT NULL,
	`from_month` text NOT NULL,
	`until_month` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payer_agreements_team` ON `payer_agreements` (`team_id`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `shares_since` text;--> statement-breakpoint
-- What somebody else says of a patient is another view: figures count the patient's own. Whoever has answers of both is taken out, and put back by the new view; so
-- is who has an answer that no longer gives a score: it is nobody's first one.
INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT patient_id FROM responses WHERE respondent = 'proxy' UNION
		SELECT r.patient_id FROM scores lost JOIN responses r ON r.id = lost.response_id WHERE lost.value IS NULL AND EXISTS (
			SELECT 1 FROM scores o WHERE o.response_id = lost.response_id AND o.instrument = lost.instrument AND o.scale = lost.scale
				AND o.scoring_version < lost.scoring_version))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;--> statement-breakpoint
DROP VIEW `counted_scores`;--> statement-breakpoint
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
DROP TRIGGER `responses_changed_out`;--> statement-breakpoint
DROP TRIGGER `responses_changed_in`;--> statement-breakpoint
CREATE TRIGGER `responses_changed_out` BEFORE UPDATE OF submitted_at, assessment_id, month, respondent ON `responses`
WHEN EXISTS (SELECT 1 FROM scores WHERE response_id = OLD.id)
BEGIN
	INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, -count(*), -sum(c.is_first)
	FROM counted_scores c CROSS JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT e.patient_id FROM assessments a JOIN enrolments e ON e.id = a.enrolment_id WHERE a.id IN (OLD.assessment_id, NEW.assessment_id))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;
END;--> statement-breakpoint
CREATE TRIGGER `responses_changed_in` AFTER UPDATE OF submitted_at, assessment_id, month, respondent ON `responses`
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
INSERT INTO score_figures (cell, month, value, n, people)
	SELECT f.id, CAST(substr(c.month, 1, 4) || substr(c.month, 6) AS integer), c.value, count(*), sum(c.is_first)
	FROM counted_scores c JOIN figure_cells f ON f.team_id = c.team_id AND f.instrument = c.instrument AND f.scale = c.scale AND f.moment = c.moment AND f.treatment_option = c.treatment_option WHERE c.patient_id IN (SELECT patient_id FROM responses WHERE respondent = 'proxy' UNION
		SELECT r.patient_id FROM scores lost JOIN responses r ON r.id = lost.response_id WHERE lost.value IS NULL AND EXISTS (
			SELECT 1 FROM scores o WHERE o.response_id = lost.response_id AND o.instrument = lost.instrument AND o.scale = lost.scale
				AND o.scoring_version < lost.scoring_version))
	GROUP BY 1, 2, 3 ON CONFLICT (cell, month, value) DO UPDATE SET n = score_figures.n + excluded.n, people = score_figures.people + excluded.people;