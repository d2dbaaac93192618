import { createHash } from 'node:crypto'
import { isNull, sql } from 'drizzle-orm'
import { type EventMessage, eventMessageShape } from '../../../core/event-message.ts'
import { fold } from '../../../core/fold.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { quarantine } from '../../db/schema/patients.ts'
import type { Seal } from '../../db/seal.ts'
import type { Deps } from '../../deps.ts'
import type { Patient } from '../../patients/store.ts'
import type { Source } from '../admit/desk.ts'
import { verdictsOn } from '../aside-person.ts'
import type { EventOutcome } from './admit-events.ts'
import type { ResolvedEvent } from './resolve-events.ts'

// What happened to somebody of whom it is in doubt who they are, or whether they are ours, waits for a person.

type Stored = Record<string, unknown>
export type EventDoubt = 'event-differs' | 'side-unknown' | 'proposed'

const placeOf = (id: string) => `quarantine-event:${id}`

/** The same claim about the same number is set aside once, whatever the feed repeats. */
export function eventDoubtId({ person, message, meant }: ResolvedEvent, reason: EventDoubt): string {
  const { patient } = message
  const who =
    'birthDate' in patient ? [fold(`${patient.givenName} ${patient.familyName}`), patient.birthDate] : []
  const sets = meant.map(({ team }) => team.set.id)
  const claim = reason === 'event-differs' ? [person, ...who, message.number] : [person, ...sets]
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

const differs = (known: Patient, { patient }: EventMessage) =>
  'birthDate' in patient &&
  (known.searchName !== fold(`${patient.givenName} ${patient.familyName}`) ||
    known.birthDate !== patient.birthDate)

/** Whose name or birth date is another one here; nothing of these is taken in. */
export async function doubtEvents(
  tx: Tx,
  deps: Pick<Deps, 'seal' | 'now'>,
  ctx: Ctx,
  events: readonly ResolvedEvent[],
  known: ReadonlyMap<string, Patient>,
  source: Source,
): Promise<Map<ResolvedEvent, EventOutcome>> {
  const doubts = events.flatMap((one) => {
    const patient = known.get(one.person)
    return patient && differs(patient, one.message)
      ? [{ one, patient, id: eventDoubtId(one, 'event-differs') }]
      : []
  })
  const verdicts = await verdictsOn(
    tx,
    doubts.map(({ id }) => id),
  )
  const outcomes = new Map<ResolvedEvent, EventOutcome>()
  for (const { one, patient, id } of doubts) {
    const verdict = verdicts.get(id)
    if (verdict === 'accepted') continue
    if (verdict === undefined)
      await setEventAside(tx, deps, ctx, one, { reason: 'event-differs', source, patientId: patient.id })
    outcomes.set(
      one,
      verdict
        ? { what: 'skipped', reason: 'rejected-before' }
        : { what: 'set-aside', reason: 'person-differs' },
    )
  }
  return outcomes
}
