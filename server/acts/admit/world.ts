import { createHash } from 'node:crypto'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Resolved } from '../../appointments/resolve.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { appointments } from '../../db/schema/care.ts'
import { quarantine } from '../../db/schema/patients.ts'
import { type Enrolment, enrolmentsOf } from '../../enrolments/store.ts'
import type { Contact } from '../../patients/contact.ts'
import { type Patient, patientsByNumber } from '../../patients/store.ts'
import { type KnownIdentities, loadIdentities, noIdentities } from './identity.ts'

export type Appointment = typeof appointments.$inferSelect
/** `row` is null for somebody whom a dry run has only imagined. */
export type KnownPatient = {
  id: string
  searchName: string
  birthDate: string
  deceasedOn: string | null
  isNew: boolean
  row: Patient | null
  /** The addresses that the messages name, whichever of them does: the last one that is not empty. */
  contact: Contact
}
export type KnownEnrolment = Enrolment & { isNew: boolean }

/** What the program knows about the people and appointments of some messages. `decide` writes down there what it decided. */
export type World = {
  /** By `numberKey`. */
  patients: Map<string, KnownPatient>
  /** By patient id. */
  enrolments: Map<string, KnownEnrolment[]>
  /** By the sender's number. */
  appointments: Map<string, Appointment>
  identities: KnownIdentities
  /** What people decided before about messages that were set aside, by `quarantineId`. */
  verdicts: Map<string, string>
}

export const emptyWorld = (): World => ({
  patients: new Map(),
  enrolments: new Map(),
  appointments: new Map(),
  identities: noIdentities(),
  verdicts: new Map(),
})

/** Reads what there is about these messages into a world, in a handful of questions. `registered`: ids that this act made. */
export async function loadWorld(
  tx: Tx,
  ctx: Ctx,
  messages: readonly Resolved[],
  world: World,
  registered: ReadonlySet<string> = new Set(),
): Promise<void> {
  const numbers = messages.map(({ authority, message }) => ({ authority, number: message.patient.number }))
  for (const [person, row] of await patientsByNumber(tx, ctx, numbers)) {
    const { id, searchName, birthDate, deceasedOn } = row
    if (!world.patients.has(person))
      world.patients.set(person, {
        id,
        searchName,
        birthDate,
        deceasedOn,
        isNew: registered.has(id),
        row,
        contact: {},
      })
  }
  const ids = [...new Set(messages.flatMap(({ person }) => world.patients.get(person)?.id ?? []))]
  await loadIdentities(tx, ctx, messages, world, ids)
  for (const row of await enrolmentsOf(tx, ctx, ids)) {
    const known = world.enrolments.get(row.patientId) ?? []
    world.enrolments.set(row.patientId, [...known, { ...row, isNew: false }])
  }
  const found = await tx
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.organisationId, ctx.organisationId),
        inArray(
          appointments.number,
          messages.map(({ message }) => message.number),
        ),
      ),
    )
  for (const row of found) world.appointments.set(row.number, row)
  const verdicts = await tx
    .select({ id: quarantine.id, resolution: quarantine.resolution })
    .from(quarantine)
    .where(
      and(
        inArray(
          quarantine.id,
          messages.flatMap((one) => quarantineIds(ctx, one)),
        ),
        isNotNull(quarantine.resolvedAt),
      ),
    )
  for (const { id, resolution } of verdicts) world.verdicts.set(id, resolution ?? '')
}

/** After a part of a dry run: only what was imagined is kept, the rest is read again. */
export function forgetKnown(world: World): void {
  for (const [person, { isNew }] of world.patients) if (!isNew) world.patients.delete(person)
  for (const [id, list] of world.enrolments) {
    const imagined = list.filter(({ isNew }) => isNew)
    if (imagined.length > 0) world.enrolments.set(id, imagined)
    else world.enrolments.delete(id)
  }
  world.appointments.clear()
  world.verdicts.clear()
}

export type AsideReason =
  | 'name-differs'
  | 'birth-date-differs'
  | 'person-differs'
  | 'side-unknown'
  | 'other-team'
  | 'other-patient'
const reasons: readonly AsideReason[] = [
  'name-differs',
  'birth-date-differs',
  'person-differs',
  'side-unknown',
  'other-team',
  'other-patient',
]

/** The same claim about the same person and appointment is set aside once, however often the feed repeats it. */
export const quarantineId = ({ organisationId }: Ctx, one: Resolved, reason: AsideReason): string => {
  const { message, person, searchName, team } = one
  const claim = [
    organisationId,
    message.number,
    reason,
    person,
    searchName,
    message.patient.birthDate,
    team.id,
  ]
  return `qua_${createHash('sha256').update(JSON.stringify(claim)).digest('base64url').slice(0, 26)}`
}

const quarantineIds = (ctx: Ctx, one: Resolved) => reasons.map((reason) => quarantineId(ctx, one, reason))
