import { createHash } from 'node:crypto'
import { and, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { type PersonMessage, personMessageShape } from '../../core/feeds/appointment-message.ts'
import { fold } from '../../core/words/fold.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import type { Source } from './admit/desk.ts'
import { apartBsn, openBsn } from './aside-bsn.ts'
import type { Sealing } from './aside-message.ts'
import { saidAnew } from './said-anew.ts'

// What a feed says of somebody whose name or birth date is another one here waits for a person, as an appointment does.

type Stored = Record<string, unknown>
/** Somebody known under the number of a message that may be about somebody else. */
export type Doubt = { id: string; person: PersonMessage; patientId: string }

const placeOf = (id: string) => `quarantine-person:${id}`

/** The same claim about the same number is set aside once, however often a feed repeats it; a death is a claim of its own. */
export function doubtId(numberKey: string, { givenName, familyName, birthDate, deceasedOn }: PersonMessage) {
  const claim = [numberKey, fold(`${givenName} ${familyName}`), birthDate, deceasedOn ?? null]
  return `qua_${createHash('sha256').update(JSON.stringify(claim)).digest('base64url').slice(0, 26)}_person`
}

export const isOfPerson = (message: Stored): boolean => 'person' in message

export function openPerson({ seal, bsn }: Sealing, id: string, stored: Stored): PersonMessage {
  const { person, contact } = stored
  const sealed = typeof contact === 'string' ? (JSON.parse(seal.open(contact, placeOf(id))) as Stored) : {}
  return personMessageShape.parse({ ...(person as Stored), ...sealed, ...openBsn(bsn, id, stored) })
}

function closePerson({ seal, bsn }: Sealing, id: string, whole: PersonMessage): Stored {
  const { told, kept } = apartBsn(bsn, id, whole)
  const { email, phone, subject, ...person } = told
  return { ...kept, person, contact: seal.close(JSON.stringify({ email, phone, subject }), placeOf(id)) }
}

/** What people decided about these doubts before, by id. */
export async function verdictsOn(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: quarantine.id, resolution: quarantine.resolution })
    .from(quarantine)
    .where(and(inArray(quarantine.id, [...ids]), isNotNull(quarantine.resolvedAt)))
  return new Map(rows.map(({ id, resolution }) => [id, resolution ?? '']))
}

/** Lets these wait for a person's decision; the last message of a claim is the one that is kept. */
export async function setAsidePeople(
  tx: Tx,
  { seal, bsn, now, newId }: Sealing & Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  source: Source,
  doubts: readonly Doubt[],
): Promise<void> {
  const last = [...new Map(doubts.map((one) => [one.id, one])).values()]
  if (last.length === 0) return
  const receivedAt = now().toISOString()
  const closed = last.map(({ id, person, patientId }) => ({
    id,
    organisationId: ctx.organisationId,
    source,
    reason: person.deceasedOn ? 'death-in-doubt' : 'news-in-doubt',
    message: closePerson({ seal, bsn }, id, person),
    patientId,
    receivedAt,
  }))
  const rows = await saidAnew(tx, closed, (id, message) => openPerson({ seal, bsn }, id, message))
  if (rows.length === 0) return
  await tx
    .insert(quarantine)
    .values(rows)
    .onConflictDoUpdate({
      target: quarantine.id,
      set: { message: sql`excluded.message`, receivedAt: sql`excluded.received_at` },
      setWhere: isNull(quarantine.resolvedAt),
    })
  await record(tx, { now, newId }, ctx, {
    action: 'U',
    type: 'patient.set-aside',
    patients: rows.map(({ patientId }) => patientId),
  })
}
