import { eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { rowWriter } from '../../db/row-writer.ts'
import { appointments, enrolments } from '../../db/schema/care.ts'
import { quarantine } from '../../db/schema/patients.ts'
import { type SetVersions, withMoved } from '../../definitions/moved.ts'
import type { Deps } from '../../deps.ts'
import { keepFormer } from '../../enrolments/former-choices.ts'
import { conflict } from '../../http/problem.ts'
import { saveContacts, withFed } from '../../patients/contact.ts'
import { closeMessage, openMessage, type Sealing } from '../aside-message.ts'
import { moveAddresses, moveNumbers } from '../move-address.ts'
import { saidAnew } from '../said-anew.ts'
import type { SetAside, Writes } from './desk.ts'
import { addStageEntries, entriesOf, withdrawStageEntries } from './stage-entries.ts'
import type { Appointment, World } from './world.ts'

type Tools = Sealing & Pick<Deps, 'now' | 'newId'>

/** Writes what was decided about people, enrolments and appointments, each as one set of rows. */
export async function writeAdmissions(
  tx: Tx,
  tools: Tools,
  ctx: Ctx,
  world: World,
  writes: Writes,
  versions: SetVersions,
  zone: string,
) {
  await writeQuarantine(tx, tools, [...writes.quarantine.values()])
  await writeContacts(tx, tools, ctx, writes)
  await writeEnrolments(tx, [...writes.enrolments.values()])
  await keepFormer(tx, tools, writes.former)
  const changed = [...writes.appointments.values()].toSorted((a, b) => (a.number < b.number ? -1 : 1))
  await renameAppointments(tx, writes.renamed)
  await writeAppointments(tx, changed)
  const changedIds = changed.map(({ id }) => id)
  await withdrawStageEntries(tx, tools, { appointmentIds: changedIds, enrolmentIds: writes.touched })
  const known = await withMoved(tx, versions, boundTo(changed, world))
  await addStageEntries(tx, tools, entriesOf(changed, world, known, zone), 'appointment')
}

/** The versions of the care paths that these appointments belong to. */
function boundTo(changed: readonly Appointment[], { enrolments: paths }: World): string[] {
  const concerned = new Set(changed.map(({ enrolmentId }) => enrolmentId))
  return [...paths.values()].flat().flatMap((one) => (concerned.has(one.id) ? [one.setVersionId] : []))
}

async function writeQuarantine(tx: Tx, { seal, bsn }: Tools, asides: SetAside[]) {
  if (asides.length === 0) return
  const closed = asides.map((row) => ({ ...row, message: closeMessage({ seal, bsn }, row.id, row.message) }))
  const rows = await saidAnew(tx, closed, (id, message) => openMessage({ seal, bsn }, id, message))
  if (rows.length === 0) return
  await tx
    .insert(quarantine)
    .values(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    .onConflictDoUpdate({
      target: quarantine.id,
      set: { message: sql`excluded.message`, receivedAt: sql`excluded.received_at` },
      setWhere: isNull(quarantine.resolvedAt),
    })
}

/** Of somebody whom a dry run has only imagined there is nothing to change. A link mailed to an old address is followed by another. */
async function writeContacts(tx: Tx, tools: Tools, ctx: Ctx, { contacts }: Writes) {
  const changed = [...contacts.values()].flatMap(({ row, contact, contactToldAt }) => {
    const moved = row && withFed(tools.seal, row, contact)
    const now = moved ?? (contactToldAt === row?.contactToldAt ? null : row)
    return row && now ? [{ now: { ...now, contactToldAt }, before: row }] : []
  })
  await saveContacts(
    tx,
    tools,
    changed.map(({ now }) => now),
  )
  const moved = (what: 'emailKey' | 'phone') =>
    changed.flatMap(({ now, before }) => (now[what] === before[what] ? [] : [now.id]))
  await moveAddresses(tx, tools, ctx, moved('emailKey'))
  await moveNumbers(tx, tools, ctx, moved('phone'))
}

const writeEnrolments = rowWriter(enrolments, (insert, size) =>
  insert
    .onConflictDoUpdate({
      target: enrolments.id,
      set: {
        treatmentOption: sql`excluded.treatment_option`,
        treatmentChosenOn: sql`excluded.treatment_chosen_on`,
        leadClinicianId: sql`excluded.lead_clinician_id`,
        startedOn: sql`excluded.started_on`,
      },
    })
    .prepare(`admit_enrolments_${size}`),
)

async function renameAppointments(tx: Tx, renamed: ReadonlyMap<string, string>) {
  if (renamed.size === 0) return
  const { id, number } = appointments
  const cases = [...renamed].map(([of, named]) => sql`when ${id} = ${of} then ${named}`)
  await tx
    .update(appointments)
    .set({ number: sql`case ${sql.join(cases, sql` `)} else ${number} end` })
    .where(inArray(id, [...renamed.keys()]))
}

async function writeAppointments(tx: Tx, rows: Appointment[]) {
  const written = await upsertAppointments(tx, rows)
  const ids = new Set(written.flat().map(({ id }) => id))
  if (!rows.every(({ id }) => ids.has(id)))
    throw conflict(
      'changed_meanwhile',
      'Somebody else just sent this appointment for another patient. Send it again.',
    )
}

const upsertAppointments = rowWriter(appointments, (insert, size) =>
  insert
    .onConflictDoUpdate({
      target: [appointments.organisationId, appointments.number],
      set: {
        teamId: sql`excluded.team_id`,
        enrolmentId: sql`excluded.enrolment_id`,
        clinicianId: sql`excluded.clinician_id`,
        clinicianName: sql`excluded.clinician_name`,
        kind: sql`excluded.kind`,
        location: sql`excluded.location`,
        way: sql`excluded.way`,
        preparation: sql`excluded.preparation`,
        startsAt: sql`excluded.starts_at`,
        status: sql`excluded.status`,
        source: sql`excluded.source`,
        changedAt: sql`excluded.changed_at`,
      },
      setWhere: eq(appointments.patientId, sql`excluded.patient_id`),
    })
    .returning({ id: appointments.id })
    .prepare(`admit_appointments_${size}`),
)
