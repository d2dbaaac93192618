import { createHash } from 'node:crypto'
import { isNull, sql } from 'drizzle-orm'
import { type EventMessage, eventMessageShape } from '../../../core/feeds/event-message.ts'
import { fold } from '../../../core/words/fold.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { quarantine } from '../../db/schema/patients.ts'
import type { Deps } from '../../deps.ts'
import type { Source } from '../admit/desk.ts'
import { apartBsn, openBsn } from '../aside-bsn.ts'
import type { Sealing } from '../aside-message.ts'
import type { ResolvedEvent } from './resolve-events.ts'

// What happened to somebody of whom it is in doubt who they are, or whether they are ours, waits for a person.

type Stored = Record<string, unknown>
export type EventDoubt = 'event-differs' | 'event-side' | 'event-moved' | 'side-unknown' | 'proposed'

const placeOf = (id: string) => `quarantine-event:${id}`

/**
 * The same claim about the same number is set aside once, whatever the feed repeats. `heldSince`: of what is said to be
 * another's, since when it is whose it is: what went there and back may go there again.
 */
export function eventDoubtId(
  { person, message, meant }: ResolvedEvent,
  reason: EventDoubt,
  heldSince?: string,
): string {
  const { patient } = message
  const who =
    'birthDate' in patient ? [fold(`${patient.givenName} ${patient.familyName}`), patient.birthDate] : []
  const sets = meant.map(({ team }) => team.set.id)
  const claims: Record<EventDoubt, (string | undefined)[]> = {
    'event-differs': [person, ...who, message.number],
    'event-side': [person, message.number, message.at],
    'event-moved': [person, message.number, heldSince],
    'side-unknown': [person, ...sets],
    proposed: [person, ...sets],
  }
  const claim = claims[reason]
  const hash = createHash('sha256').update(JSON.stringify(claim)).digest('base64url')
  return `qua_${hash.slice(0, 26)}_${reason}`
}

export const isOfEvent = (message: Stored): boolean => 'event' in message

export function openEvent({ seal, bsn }: Sealing, id: string, stored: Stored): EventMessage {
  const { patient, ...event } = JSON.parse(seal.open(String(stored.event), placeOf(id))) as Stored
  return eventMessageShape.parse({
    ...event,
    patient: { ...(patient as Stored), ...openBsn(bsn, id, stored) },
  })
}

type EventAside = { id: string; reason: EventDoubt; source: Source; patientId: string | null }

/**
 * Lets a message wait for a person's decision, the last of its claim, if none was made before. Gives whether it began to
 * wait just now: a feed may repeat itself all day, and the log says it once.
 */
export async function setEventAside(
  tx: Tx,
  { seal, bsn, now }: Sealing & Pick<Deps, 'now'>,
  ctx: Ctx,
  one: ResolvedEvent,
  { id, reason, source, patientId }: EventAside,
): Promise<boolean> {
  const receivedAt = now().toISOString()
  const { number, patient } = one.message
  const { told, kept } = apartBsn(bsn, id, patient)
  const [waiting] = await tx
    .insert(quarantine)
    .values({
      id,
      organisationId: ctx.organisationId,
      source,
      reason,
      message: {
        ...kept,
        number: patient.number,
        told: number,
        event: seal.close(JSON.stringify({ ...one.message, patient: told }), placeOf(id)),
      },
      patientId,
      receivedAt,
    })
    .onConflictDoUpdate({
      target: quarantine.id,
      // Said again in other words it is read again; a repetition keeps its place.
      set: { message: sql`excluded.message` },
      setWhere: isNull(quarantine.resolvedAt),
    })
    .returning({ since: quarantine.receivedAt })
  return waiting?.since === receivedAt
}
