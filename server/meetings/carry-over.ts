import { type Column, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { isUnfixed } from '../../core/meetings/meeting.ts'
import type { Tx } from '../db/database.ts'
import { actions, agendaItems } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import type { Item, MeetingFacts } from './scope.ts'
import { itemsOf } from './store.ts'

/**
 * What and who was not decided about stand on the next list first, with what was written so far and what is to be done.
 * Who stands on it already keeps what is written there; what is not written there yet is taken over.
 */
export async function carryOver(
  tx: Tx,
  { newId }: Pick<Deps, 'newId'>,
  meeting: MeetingFacts,
  next: string,
): Promise<void> {
  const left = (await itemsOf(tx, meeting.id)).filter((item) => isUnfixed(meeting, item))
  if (left.length === 0) return
  const rows = left.map((item, place) => ({
    ...item,
    id: newId('agi'),
    meetingId: next,
    place: place - left.length,
  }))
  const there = await tx
    .insert(agendaItems)
    .values(rows)
    .onConflictDoUpdate({
      target: [agendaItems.meetingId, agendaItems.topic],
      set: merged,
      setWhere: isNull(agendaItems.confirmedAt),
    })
    .returning({ id: agendaItems.id, topic: agendaItems.topic })
  await moveActions(tx, left, new Map(there.map(({ id, topic }) => [topic, id])))
  const ids = left.map(({ id }) => id)
  await tx.update(agendaItems).set({ postponedTo: next }).where(inArray(agendaItems.id, ids))
}

const orOlder = (column: Column, older: SQL) => sql`coalesce(${column}, ${older})`
const MOST = 300

/** Both questions where they fit together: each was put to the team by somebody. */
const bothQuestions = sql`case
  when ${agendaItems.question} = excluded.question then ${agendaItems.question}
  when length(${agendaItems.question}) + length(excluded.question) + 3 > cast(${MOST} as integer) then ${agendaItems.question}
  else excluded.question || ' / ' || ${agendaItems.question} end`

const merged = {
  question: bothQuestions,
  situation: orOlder(agendaItems.situation, sql`excluded.situation`),
  decision: orOlder(agendaItems.decision, sql`excluded.decision`),
  reason: orOlder(agendaItems.reason, sql`excluded.reason`),
  patientPart: orOlder(agendaItems.patientPart, sql`excluded.patient_part`),
  sentence: orOlder(agendaItems.sentence, sql`excluded.sentence`),
  version: sql`${agendaItems.version} + 1`,
}

/** What is to be done goes along; it stays where the next meeting has confirmed a decision of its own already. */
async function moveActions(tx: Tx, left: readonly Item[], next: ReadonlyMap<string, string>) {
  const moves = left.flatMap(({ id, topic }) => {
    const to = next.get(topic)
    return to ? [{ id, to }] : []
  })
  if (moves.length === 0) return
  const there = moves.map(({ id, to }) => sql`when ${id} then ${to}`)
  await tx
    .update(actions)
    .set({ agendaItemId: sql`case ${actions.agendaItemId} ${sql.join(there, sql` `)} end` })
    .where(
      inArray(
        actions.agendaItemId,
        moves.map(({ id }) => id),
      ),
    )
}
