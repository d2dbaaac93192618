import { asc, eq } from 'drizzle-orm'
import type { TypedPaper } from '../../../core/answers/paper-entry.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { paperEntries } from '../../db/schema/outcomes.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Deps } from '../../deps.ts'

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
