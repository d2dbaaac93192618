import { createHash } from 'node:crypto'
import { isNull, sql } from 'drizzle-orm'
import { type EventMessage, eventMessageShape } from '../../../core/event-message.ts'
import { fold } from '../../../core/fold.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { quarantine } from '../../db/schema/patients.ts'
import type { Seal } from '../../db/seal.ts'
import type { Deps } from '../../deps.ts'
import type { Source } from '../admit/desk.ts'
import type { ResolvedEvent } from './resolve-events.ts'

// What happened to somebody of whom it is in doubt who they are, or whether they are ours, waits for a person.

type Stored = Record<string, unknown>
export type EventDoubt = 'event-differs' | 'event-side' | 'event-moved' | 'side-unknown' | 'proposed'

const placeOf = (id: string) => `quarantine-event:${id}`

/** The same claim about the same number is set aside once, whatever the feed repeats. */
export function eventDoubtId({ person, message, meant }: ResolvedEvent, reason: EventDoubt): string {
  const { patient } = message
  const who =
    'birthDate' in patient ? [fold(`${patient.givenName} ${patient.familyName}`), patient.birthDate] : []
  const sets = meant.map(({ team }) => team.set.id)
  const claims: Record<EventDoubt, (string | undefined)[]> = {
    'event-differs': [person, ...who, message.number],
    'event-side': [person, message.number, message.at],
    'event-moved': [person, message.number],
    'side-unknown': [person, ...sets],
    proposed: [person, ...sets],
  }
  const claim = claims[reason]
  const hash = createHash('sha256').update(JSON.stringify(claim)).digest('base64url')
  return `qua_${hash.slice(0, 26)}_${reason}`
}

export const isOfEvent = (message: Stored): boolean => 'event' in message

export const openEvent = (seal: Seal, id: string, { event }: Stored): EventMessage =>
  eventMessageShape.parse(JSON.parse(seal.open(String(event), placeOf(id))))

/** Lets a message wait for a person's decision, the last of its claim; null where one was made before. */
export async function setEventAside(
  tx: Tx,
  { seal, now }: Pick<Deps, 'seal' | 'now'>,
  ctx: Ctx,
  one: ResolvedEvent,
  { reason, source, patientId }: { reason: EventDoubt; source: Source; patientId: string | null },
): Promise<void> {
  const id = eventDoubtId(one, reason)
  const { number, patient } = one.message
  await tx
    .insert(quarantine)
    .values({
      id,
      organisationId: ctx.organisationId,
      source,
      reason,
      message: {
        number: patient.number,
        told: number,
        event: seal.close(JSON.stringify(one.message), placeOf(id)),
      },
      patientId,
      receivedAt: now().toISOString(),
    })
    .onConflictDoUpdate({
      target: quarantine.id,
      // Said again in other words it is read again; a repetition keeps its place.
      set: { message: sql`excluded.message` },
      setWhere: isNull(quarantine.resolvedAt),
    })
}
