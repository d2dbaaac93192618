import { createHash } from 'node:crypto'
import { and, eq, inArray, isNotNull, like, or, sql } from 'drizzle-orm'
import { once } from '../../../core/memo.ts'
import { formsOf, type Known, keepKnown, MARKED, noneKnown } from '../../appointments/number-forms.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { listQuery } from '../../db/list-query.ts'
import { appointments } from '../../db/schema/care.ts'
import { quarantine } from '../../db/schema/patients.ts'
import { type Enrolment, enrolmentsOf } from '../../enrolments/store.ts'
import type { Contact } from '../../patients/contact.ts'
import { type Patient, patientsByNumber } from '../../patients/store.ts'
import { type KnownIdentities, loadIdentities, noIdentities } from './identity.ts'
import type { Booked } from './same-day.ts'

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
  /** How old those are, or the ones that are stored: an instant. */
  contactToldAt: string | null
}
export type KnownEnrolment = Enrolment & { isNew: boolean }

/** What the program knows about the people and appointments of some messages. `decide` writes down there what it decided. */
export type World = {
  /** By `numberKey`. */
  patients: Map<string, KnownPatient>
  /** By patient id. */
  enrolments: Map<string, KnownEnrolment[]>
  appointments: Known<Appointment>
  identities: KnownIdentities
  /** Appointments booked on a care path, by its id and theirs; read only where a second on one day is asked about. */
  booked: Map<string, Booked>
  /** Ids of appointments that a person is asked about, as the second of their day. */
  asked: Set<string>
  /** What people decided before about messages that were set aside, by `quarantineId`. */
  verdicts: Map<string, string>
}

export const emptyWorld = (): World => ({
  patients: new Map(),
  enrolments: new Map(),
  appointments: noneKnown(),
  identities: noIdentities(),
  booked: new Map(),
  asked: new Set(),
  verdicts: new Map(),
})

/** Reads what there is about these messages into a world, in a handful of questions. `registered`: ids that this act made. Gives the ids of their patients. */
export async function loadWorld(
  tx: Tx,
  ctx: Ctx,
  messages: readonly Resolved[],
  world: World,
  registered: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const numbers = messages.map(({ authority, message }) => ({ authority, number: message.patient.number }))
  for (const [person, row] of await patientsByNumber(tx, ctx, numbers)) {
    const { id, searchName, birthDate, deceasedOn, contactToldAt } = row
    if (!world.patients.has(person))
      world.patients.set(person, {
        id,
        searchName,
        birthDate,
        deceasedOn,
        isNew: registered.has(id),
        row,
        contact: {},
        contactToldAt,
      })
  }
  const ids = [...new Set(messages.flatMap(({ person }) => world.patients.get(person)?.id ?? []))]
  await loadIdentities(tx, ctx, messages, world, ids)
  for (const row of await enrolmentsOf(tx, ctx, ids)) {
    const known = world.enrolments.get(row.patientId) ?? []
    world.enrolments.set(row.patientId, [...known, { ...row, isNew: false }])
  }
  const told = {
    numbers: messages.flatMap(({ message }) => formsOf(message.number)),
    patientIds: ids.length > 0 ? ids : [''],
  }
  for (const row of await readAppointments(tx, told, { organisationId: ctx.organisationId }))
    keepKnown(world.appointments, row)
  const verdicts = await readVerdicts(tx, { ids: messages.flatMap(quarantineIds) })
  for (const { id, resolution } of verdicts) world.verdicts.set(id, resolution ?? '')
  return ids
}

const readAppointments = listQuery(
  'admit_known',
  ['numbers', 'patientIds'],
  (tx, { numbers, patientIds }) => {
    const isHere = eq(appointments.organisationId, sql.placeholder('organisationId'))
    return tx
      .select()
      .from(appointments)
      .where(
        or(
          and(isHere, inArray(appointments.number, numbers)),
          // These patients are the organisation's; saying so again makes SQLite read all of its appointments.
          and(inArray(appointments.patientId, patientIds), like(appointments.number, MARKED)),
        ),
      )
  },
)

const readVerdicts = listQuery('admit_verdicts', ['ids'], (tx, { ids }) =>
  tx
    .select({ id: quarantine.id, resolution: quarantine.resolution })
    .from(quarantine)
    .where(and(inArray(quarantine.id, ids), isNotNull(quarantine.resolvedAt))),
)

/** After a part of a dry run: only what was imagined about its people is kept, the rest is read again. */
export function forgetKnown(world: World, messages: readonly Resolved[]): void {
  for (const { person } of messages) {
    const patient = world.patients.get(person)
    if (!patient) continue
    const imagined = world.enrolments.get(patient.id)?.filter(({ isNew }) => isNew) ?? []
    if (imagined.length > 0) world.enrolments.set(patient.id, imagined)
    else world.enrolments.delete(patient.id)
    if (!patient.isNew) world.patients.delete(person)
  }
  world.appointments = noneKnown()
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
export const quarantineId = (one: Resolved, reason: AsideReason): string => `qua_${claimOf(one)}_${reason}`

const quarantineIds = (one: Resolved) => reasons.map((reason) => quarantineId(one, reason))

const claimOf = once(({ message, person, searchName, team }: Resolved) => {
  const claim = [message.number, person, searchName, message.patient.birthDate, team.id]
  return createHash('sha256').update(JSON.stringify(claim)).digest('base64url').slice(0, 26)
})
