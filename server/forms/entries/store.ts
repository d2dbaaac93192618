import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { TypedPaper } from '../../../core/answers/paper-entry.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { paperEntries, responses } from '../../db/schema/outcomes.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Deps } from '../../deps.ts'
import { conflict } from '../../http/problem.ts'

const readEntries = (db: Tx, assessmentId: string) =>
  db
    .select({
      staffId: paperEntries.staffId,
      by: staff.name,
      answers: paperEntries.answers,
      topics: paperEntries.topics,
      topicText: paperEntries.topicText,
      urgent: paperEntries.urgent,
      printed: paperEntries.printed,
      enteredAt: paperEntries.enteredAt,
    })
    .from(paperEntries)
    .innerJoin(staff, eq(staff.id, paperEntries.staffId))
    .where(eq(paperEntries.assessmentId, assessmentId))
    .orderBy(asc(paperEntries.enteredAt), asc(paperEntries.id))

/** What was typed from the paper of this assessment and waits for a second pair of eyes, the first of it first. */
export async function entriesOf(db: Tx, assessmentId: string) {
  const rows = await readEntries(db, assessmentId)
  return rows.map((row) => ({ ...row, topics: row.topics ?? [], urgent: row.urgent ?? false }))
}

export type PaperEntry = Awaited<ReturnType<typeof entriesOf>>[number]

/** Nothing waits beside answers that were sent: 409 ('already_submitted') where that happened meanwhile. */
export async function mustBeUnsent(tx: Tx, assessmentId: string): Promise<void> {
  const isSent = and(eq(responses.assessmentId, assessmentId), isNotNull(responses.submittedAt))
  if ((await tx.$count(responses, isSent)) > 0)
    throw conflict('already_submitted', 'These answers were sent already')
}

/** What counts now was compared with all that was typed: 409 ('typed_meanwhile') where a colleague typed since. */
export async function mustStandStill(
  tx: Tx,
  assessmentId: string,
  seen: readonly PaperEntry[],
): Promise<void> {
  const nameOf = ({ staffId, enteredAt }: PaperEntry) => `${staffId} ${enteredAt}`
  const known = new Set(seen.map(nameOf))
  const entries = await entriesOf(tx, assessmentId)
  if (entries.length !== known.size || !entries.every((one) => known.has(nameOf(one))))
    throw conflict('typed_meanwhile', 'A colleague typed this paper meanwhile; look at it again')
}

/** One of each person: typing again replaces what they typed before. */
export async function keepEntry(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  { assessmentId, answers, topics, topicText, urgent, printed }: TypedPaper & { assessmentId: string },
): Promise<void> {
  const typed = { answers, topics: [...topics], topicText, urgent, printed, enteredAt: now().toISOString() }
  await tx
    .insert(paperEntries)
    .values({ id: newId('ent'), assessmentId, staffId: ctx.actor.id, ...typed })
    .onConflictDoUpdate({ target: [paperEntries.assessmentId, paperEntries.staffId], set: typed })
}

/** They became a response: what was typed is not kept twice. */
export async function dropEntries(tx: Tx, assessmentId: string): Promise<void> {
  await tx.delete(paperEntries).where(eq(paperEntries.assessmentId, assessmentId))
}
