import {
  count64,
  flag,
  index,
  integer,
  json,
  numbered,
  primaryKey,
  real,
  small,
  table,
  text,
  uniqueIndex,
} from '../columns.ts'
import { assessments, enrolments } from './care.ts'
import { definitionVersions, teams } from './organisations.ts'
import { patients } from './patients.ts'
import { staff } from './staff.ts'

/** What was answered, by whom, in which mode: first the draft, then, once submitted, unchangeable. */
export const responses = table(
  'responses',
  {
    id: text().primaryKey(),
    assessmentId: text()
      .notNull()
      .unique()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    respondent: text().notNull(), // 'patient' | 'proxy' | 'together'
    mode: text().notNull(), // 'web' | 'tablet' | 'paper' | 'phone'
    language: text().notNull(),
    answers: json().$type<Record<string, Record<string, unknown>>>().notNull(), // by instrument, by item key
    version: integer().notNull(), // of the draft: a save must name the version it saw
    startedAt: text().notNull(), // first saved answer
    submittedAt: text(),
    month: text(), // of the submission, in the organisation's time zone: '2026-03'
    submitHash: text(), // of the submitted answers: the same again is harmless, others are refused
    topics: json().$type<string[]>(), // what the patient wants to discuss: domain ids
    topicText: text(), // … and in own words
    urgent: flag(), // the patient said that something cannot wait
    sessionId: text(), // the patient's session that sent it, for as long as that lives: only there it is read back
    enteredBy: text().references(() => staff.id), // who of staff typed it in, from paper or by telephone
    checkedBy: text().references(() => staff.id), // who typed the same paper a second time
  },
  (t) => [
    index('responses_enrolment').on(t.enrolmentId, t.submittedAt),
    index('responses_patient').on(t.patientId),
    index('responses_team').on(t.teamId, t.submittedAt),
  ],
)

/** What somebody of staff typed from a paper, until a colleague has typed it too. */
export const paperEntries = table(
  'paper_entries',
  {
    id: text().primaryKey(),
    assessmentId: text()
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    answers: json().$type<Record<string, Record<string, unknown>>>().notNull(), // these four as on responses
    topics: json().$type<string[]>(),
    topicText: text(),
    urgent: flag(),
    printed: integer(), // the version of the outcome set on that paper
    enteredAt: text().notNull(),
  },
  (t) => [uniqueIndex('paper_entries_once').on(t.assessmentId, t.staffId)],
)

/**
 * One score of a response. A large region has tens of millions: whose it is and when it was measured stand in its
 * response, and the key is the only index, on SQLite the table itself (`without rowid`, written in its migration).
 * Numbers come first: on PostgreSQL they would be padded behind a text.
 */
export const scores = table(
  'scores',
  {
    value: real(), // unrounded; null when not scorable
    standardError: real(),
    scoringVersion: small().notNull(),
    answered: small().notNull(),
    responseId: text()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    instrument: text().notNull(),
    scale: text().notNull(),
    reason: text(), // why there is no value; of questions that were chosen one by one, why no more were asked
  },
  (t) => [primaryKey({ columns: [t.responseId, t.instrument, t.scale, t.scoringVersion] })],
)

/** What is counted together: one scale of a team, at one moment, after one treatment. Its number stands in each figure. */
export const figureCells = table(
  'figure_cells',
  {
    id: numbered(),
    teamId: text().notNull(),
    instrument: text().notNull(),
    scale: text().notNull(),
    moment: text().notNull(),
    treatmentOption: text().notNull(), // '' while none is chosen
  },
  (t) => [uniqueIndex('figure_cells_once').on(t.teamId, t.instrument, t.scale, t.moment, t.treatmentOption)],
)

/**
 * Running figures: what was scored in a cell in one month. Triggers keep them in the transaction that changes a score or what
 * it is counted by (drizzle/…_narrow-figures.sql, …_whose-view.sql, …_packed-figures.sql), from the view `counted_scores`,
 * which says what counts: what patients answered themselves, by the newest scoring. The mean is read as it stands; spread
 * and quartiles follow from the histogram, to a millionth of a point.
 */
export const scoreFigures = table(
  'score_figures',
  {
    total: count64().notNull(), // sum of the values, in millionths of a point: whole numbers add up without a rest
    cell: integer().notNull(), // figureCells.id
    month: integer().notNull(), // 202603
    n: integer().notNull(), // 0 where what was counted is gone
    people: integer().notNull(), // of these the first of their person at this moment: never more than there are people
    histogram: json().$type<Record<string, number>>().notNull(), // how often each value, by its millionths
  },
  (t) => [primaryKey({ columns: [t.cell, t.month] })],
)

export const alerts = table(
  'alerts',
  {
    id: text().primaryKey(),
    responseId: text()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    rule: text().notNull(),
    severity: text().notNull(), // as in the outcome set, or 'urgent' because the patient says so
    value: real(), // the number that met the rule; of a change, its size and sign
    raisedAt: text().notNull(),
    respondBy: text().notNull(),
    rung: text(), // whose turn it is (core/alerts/alert-ladder.ts); null until somebody was told
    holderId: text().references(() => staff.id), // the person whose turn it is, or who took it up
    climbsAt: text(), // when the turn passes on; null until somebody was told
    follows: text(), // id of the alert of the same rule before this one, where there was one
    isWorse: flag(), // … and it was closed, and this answer is worse than that one: it is open again
    acknowledgedAt: text(),
    acknowledgedBy: text().references(() => staff.id),
    closedAt: text(),
    closedBy: text().references(() => staff.id), // null where its successor goes on with it
    outcomeCode: text(), // core/alerts/alert-outcome.ts
    outcome: text(), // in words
  },
  (t) => [
    uniqueIndex('alerts_once').on(t.responseId, t.rule),
    index('alerts_open').on(t.teamId, t.closedAt),
    index('alerts_climbing').on(t.closedAt, t.climbsAt),
    index('alerts_path').on(t.enrolmentId, t.rule),
  ],
)

/** Who answers the alerts of one rule in one team, or that the team has switched it off. */
export const alertDuties = table(
  'alert_duties',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    rule: text().notNull(),
    isOff: flag().notNull(),
    ownerId: text().references(() => staff.id),
    deputyId: text().references(() => staff.id),
    changedBy: text()
      .notNull()
      .references(() => staff.id),
    changedAt: text().notNull(),
  },
  (t) => [uniqueIndex('alert_duties_once').on(t.teamId, t.rule)],
)

/** When a team answers alerts; without a row the usual hours (core/time/office-hours.ts). */
export const officeHours = table('office_hours', {
  id: text().primaryKey(),
  teamId: text()
    .notNull()
    .unique()
    .references(() => teams.id),
  days: json().$type<number[]>().notNull(), // of the week: 1 is Monday
  from: text('from_time').notNull(), // 'HH:MM' local
  until: text('until_time').notNull(),
})

/** A clinician had this response on screen in the foreground for five seconds, on the one-pager. */
export const openings = table(
  'openings',
  {
    id: text().primaryKey(),
    responseId: text()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    openedAt: text().notNull(),
  },
  (t) => [uniqueIndex('openings_once').on(t.responseId, t.staffId)],
)

/** A person said: we discussed this response with the patient. */
export const discussions = table('discussions', {
  id: text().primaryKey(),
  responseId: text()
    .notNull()
    .unique()
    .references(() => responses.id, { onDelete: 'cascade' }),
  staffId: text()
    .notNull()
    .references(() => staff.id),
  appointmentId: text(),
  discussedAt: text().notNull(),
})

/** What was agreed, in a sentence that the patient can read. */
export const agreements = table(
  'agreements',
  {
    id: text().primaryKey(),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    responseId: text().references(() => responses.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    sentence: text().notNull(),
    who: text(), // who does it
    dueOn: text(), // ISO date
    kind: text(), // 'goal' where it says what the patient wants to reach; null for what somebody does
    agreedAt: text().notNull(),
    doneAt: text(), // somebody said that it was done, or reached
    withdrawnAt: text(), // undone
  },
  (t) => [index('agreements_enrolment').on(t.enrolmentId, t.agreedAt)],
)

/** Sentences that a team often agrees, to begin from. */
export const agreementTemplates = table(
  'agreement_templates',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    sentence: text().notNull(),
    addedBy: text()
      .notNull()
      .references(() => staff.id),
    addedAt: text().notNull(),
  },
  (t) => [uniqueIndex('agreement_templates_once').on(t.teamId, t.sentence)],
)

/** What was considered and chosen with a patient, and why; each time it changes a version of its own. */
export const individualPlans = table(
  'individual_plans',
  {
    id: text().primaryKey(),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    version: integer().notNull(), // from 1; a save must name the version it saw
    matters: text(), // what matters to the patient
    options: json().$type<{ option: string; isChosen: boolean }[]>().notNull(), // considered, diagnostics too
    reason: text(),
    tookPart: json().$type<string[]>().notNull(), // codes of core/consult/individual-plan.ts
    stages: json().$type<string[]>().notNull(), // of the described care path, those that are theirs
    writtenBy: text()
      .notNull()
      .references(() => staff.id),
    writtenAt: text().notNull(),
  },
  (t) => [uniqueIndex('individual_plans_version').on(t.enrolmentId, t.version)],
)

/** How long questions take and where people stop: running counts per week, never a row about one person. */
export const answeringPace = table(
  'answering_pace',
  {
    id: text().primaryKey(),
    setVersionId: text()
      .notNull()
      .references(() => definitionVersions.id),
    kind: text().notNull(), // as core/answers/pace.ts names them
    moment: text().notNull(),
    instrument: text().notNull(), // '' where it is about no question
    item: text().notNull(),
    language: text().notNull(),
    week: text().notNull(), // ISO date of its Monday
    upTo: integer().notNull(), // seconds: upper end of the class; 0 where nothing is timed
    n: integer().notNull(),
  },
  (t) => [
    uniqueIndex('answering_pace_once').on(
      t.setVersionId,
      t.kind,
      t.moment,
      t.instrument,
      t.item,
      t.language,
      t.week,
      t.upTo,
    ),
  ],
)
