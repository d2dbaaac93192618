import { flag, index, integer, json, primaryKey, real, table, text, uniqueIndex } from '../columns.ts'
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
    enteredAt: text().notNull(),
  },
  (t) => [uniqueIndex('paper_entries_once').on(t.assessmentId, t.staffId)],
)

/**
 * One score of a response. A large region has tens of millions: whose it is and when it was measured stand in its
 * response, and the key is the only index, on SQLite the table itself (`without rowid`, written in its migration).
 */
export const scores = table(
  'scores',
  {
    responseId: text()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    instrument: text().notNull(),
    scale: text().notNull(),
    scoringVersion: integer().notNull(),
    month: text().notNull(), // of the submission, in the organisation's time zone: '2026-03'
    value: real(), // unrounded; null when not scorable
    standardError: real(),
    answered: integer().notNull(),
    reason: text(), // why there is no value; of questions that were chosen one by one, why no more were asked
  },
  (t) => [primaryKey({ columns: [t.responseId, t.instrument, t.scale, t.scoringVersion] })],
)

/**
 * Running figures: how often each value was scored. Triggers keep them in the transaction that changes a score or what
 * it is counted by (drizzle/…_running-figures.sql), from the view `counted_scores`, which says what counts. Mean, spread
 * and quartiles follow from them exactly.
 */
export const scoreFigures = table(
  'score_figures',
  {
    teamId: text().notNull(),
    instrument: text().notNull(),
    scale: text().notNull(),
    moment: text().notNull(),
    month: text().notNull(),
    treatmentOption: text().notNull(), // '' while none is chosen
    value: real().notNull(),
    n: integer().notNull(), // 0 where what was counted is gone
    people: integer().notNull(), // of these the first of their person at this moment: never more than there are people
  },
  (t) => [
    primaryKey({
      columns: [t.teamId, t.instrument, t.scale, t.moment, t.month, t.treatmentOption, t.value],
    }),
  ],
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
    severity: text().notNull(), // as in the outcome set
    raisedAt: text().notNull(),
    respondBy: text().notNull(),
    acknowledgedAt: text(),
    acknowledgedBy: text().references(() => staff.id),
    closedAt: text(),
    closedBy: text().references(() => staff.id),
    outcome: text(),
  },
  (t) => [uniqueIndex('alerts_once').on(t.responseId, t.rule), index('alerts_open').on(t.teamId, t.closedAt)],
)

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
    agreedAt: text().notNull(),
    withdrawnAt: text(), // undone
  },
  (t) => [index('agreements_enrolment').on(t.enrolmentId, t.agreedAt)],
)

/** How long questions take and where people stop: running counts per week, never a row about one person. */
export const answeringPace = table(
  'answering_pace',
  {
    id: text().primaryKey(),
    setVersionId: text()
      .notNull()
      .references(() => definitionVersions.id),
    kind: text().notNull(), // as core/pace.ts names them
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
