import { and, eq, isNull } from 'drizzle-orm'
import type { ResponseAnswers } from '../../core/response.ts'
import type { Tx } from '../db/database.ts'
import { responses } from '../db/schema/outcomes.ts'

type Row = typeof responses.$inferInsert
type Begun = Omit<Row, 'version' | 'submittedAt' | 'submitHash' | 'topics' | 'topicText' | 'urgent'>

/** What only a submitted response has. */
export type Sealed = {
  submittedAt: string
  submitHash: string
  topics: string[]
  topicText: string | null
  urgent: boolean
}

/** The first saved answer. False when the assessment has a response already. */
export async function startDraft(tx: Tx, row: Begun): Promise<boolean> {
  const started = await tx
    .insert(responses)
    .values({ ...row, version: 1 })
    .onConflictDoNothing()
    .returning({ id: responses.id })
  return started.length === 1
}

type Change = { answers: ResponseAnswers; respondent: string; language: string }

/** Saves over the draft that the caller saw. False when somebody saved since, or it was submitted. */
export async function saveDraft(
  tx: Tx,
  draft: { id: string; version: number },
  change: Change,
): Promise<boolean> {
  const saved = await tx
    .update(responses)
    .set({ ...change, version: draft.version + 1 })
    .where(asSeen(draft))
    .returning({ id: responses.id })
  return saved.length === 1
}

/** Seals the draft that the caller saw. False when somebody saved since, or it was submitted already. */
export async function sealDraft(
  tx: Tx,
  draft: { id: string; version: number },
  change: Change & { mode: string } & Sealed,
): Promise<boolean> {
  const sealed = await tx
    .update(responses)
    .set({ ...change, version: draft.version + 1 })
    .where(asSeen(draft))
    .returning({ id: responses.id })
  return sealed.length === 1
}

/** A response that was never a draft: answered in one go. False when the assessment has a response already. */
export async function addSealed(tx: Tx, row: Begun & Sealed): Promise<boolean> {
  const added = await tx
    .insert(responses)
    .values({ ...row, version: 1 })
    .onConflictDoNothing()
    .returning({ id: responses.id })
  return added.length === 1
}

const asSeen = ({ id, version }: { id: string; version: number }) =>
  and(eq(responses.id, id), eq(responses.version, version), isNull(responses.submittedAt))

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
