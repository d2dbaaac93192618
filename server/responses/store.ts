import { and, eq, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { ResponseAnswers } from '../../core/response.ts'
import type { Tx } from '../db/database.ts'
import { given } from '../db/given.ts'
import { responses } from '../db/schema/outcomes.ts'

// Every save and every submission comes through here: the statements are built once for each database.

type Row = typeof responses.$inferInsert
type Begun = Omit<
  Row,
  | 'version'
  | 'submittedAt'
  | 'month'
  | 'submitHash'
  | 'topics'
  | 'topicText'
  | 'urgent'
  | 'sessionId'
  | 'enteredBy'
  | 'checkedBy'
>

/** What only a submitted response has. */
export type Sealed = {
  submittedAt: string
  /** Of the submission, in the organisation's time zone: '2026-03'. */
  month: string
  submitHash: string
  topics: string[]
  topicText: string | null
  urgent: boolean
  /** The session of the patient that sent it; null where staff filled it in. */
  sessionId: string | null
  /** Who of staff typed it in, and who typed it a second time; null where the patient did it. */
  enteredBy: string | null
  checkedBy: string | null
}
const notSealed = {
  submittedAt: null,
  month: null,
  submitHash: null,
  topics: null,
  topicText: null,
  urgent: null,
  sessionId: null,
  enteredBy: null,
  checkedBy: null,
}

/** The first saved answer. False when the assessment has a response already. */
export const startDraft = (tx: Tx, row: Begun): Promise<boolean> => insertFirst(tx, { ...notSealed, ...row })

/** A response that was never a draft: answered in one go. False when the assessment has a response already. */
export const addSealed = (tx: Tx, row: Begun & Sealed): Promise<boolean> => insertFirst(tx, row)

async function insertFirst(tx: Tx, row: Begun & { [name in keyof Sealed]: Sealed[name] | null }) {
  const inserted = await insertion(tx).execute(row)
  return inserted.length === 1
}

const plain = sql.placeholder

const insertion = once((tx: Tx) =>
  tx
    .insert(responses)
    .values({
      id: plain('id'),
      assessmentId: plain('assessmentId'),
      patientId: plain('patientId'),
      enrolmentId: plain('enrolmentId'),
      teamId: plain('teamId'),
      respondent: plain('respondent'),
      mode: plain('mode'),
      language: plain('language'),
      answers: plain('answers'),
      version: 1,
      startedAt: plain('startedAt'),
      submittedAt: plain('submittedAt'),
      month: plain('month'),
      submitHash: plain('submitHash'),
      topics: given('topics', responses.topics),
      topicText: plain('topicText'),
      urgent: given('urgent', responses.urgent),
      sessionId: plain('sessionId'),
      enteredBy: plain('enteredBy'),
      checkedBy: plain('checkedBy'),
    })
    .onConflictDoNothing()
    .returning({ id: responses.id })
    .prepare('response_insert'),
)

/** A draft as the caller saw it. */
type Seen = { id: string; version: number }
type Change = { answers: ResponseAnswers; respondent: string; language: string }

/** Saves over the draft that the caller saw. False when somebody saved since, or it was submitted. */
export async function saveDraft(tx: Tx, seen: Seen, change: Change): Promise<boolean> {
  const saved = await saving(tx).execute({ ...seen, next: seen.version + 1, ...change })
  return saved.length === 1
}

/** Seals the draft that the caller saw. False when somebody saved since, or it was submitted already. */
export async function sealDraft(
  tx: Tx,
  seen: Seen,
  change: Change & { mode: string } & Sealed,
): Promise<boolean> {
  const sealed = await sealing(tx).execute({ ...seen, next: seen.version + 1, ...change })
  return sealed.length === 1
}

const changed = {
  answers: given('answers', responses.answers),
  respondent: given('respondent', responses.respondent),
  language: given('language', responses.language),
  version: given('next', responses.version),
}
const asSeen = and(
  eq(responses.id, plain('id')),
  eq(responses.version, plain('version')),
  isNull(responses.submittedAt),
)

const saving = once((tx: Tx) =>
  tx.update(responses).set(changed).where(asSeen).returning({ id: responses.id }).prepare('response_save'),
)

const sealing = once((tx: Tx) =>
  tx
    .update(responses)
    .set({
      ...changed,
      mode: given('mode', responses.mode),
      submittedAt: given('submittedAt', responses.submittedAt),
      month: given('month', responses.month),
      submitHash: given('submitHash', responses.submitHash),
      topics: given('topics', responses.topics),
      topicText: given('topicText', responses.topicText),
      urgent: given('urgent', responses.urgent),
      sessionId: given('sessionId', responses.sessionId),
      enteredBy: given('enteredBy', responses.enteredBy),
      checkedBy: given('checkedBy', responses.checkedBy),
    })
    .where(asSeen)
    .returning({ id: responses.id })
    .prepare('response_seal'),
)

/** The response as it is now, after somebody else was first. */
export async function currentResponse(db: Tx, assessmentId: string) {
  const [row] = await db
    .select({
      id: responses.id,
      version: responses.version,
      answers: responses.answers,
      submittedAt: responses.submittedAt,
      submitHash: responses.submitHash,
    })
    .from(responses)
    .where(eq(responses.assessmentId, assessmentId))
  return row ?? null
}
