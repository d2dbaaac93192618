import type { Role } from '../../core/access/access.ts'
import { fold } from '../../core/words/fold.ts'
import { appointments, enrolments } from '../../server/db/schema/care.ts'
import { organisations, teams } from '../../server/db/schema/organisations.ts'
import { patientNumbers, patients } from '../../server/db/schema/patients.ts'
import { memberships, staff } from '../../server/db/schema/staff.ts'
import type { House } from './house.ts'

// Each makes one row with everything a test does not care about filled in, and gives its id.

export async function makeOrganisation(
  { db, deps }: House,
  given: Partial<typeof organisations.$inferInsert> = {},
) {
  const id = deps.newId('org')
  await db.insert(organisations).values({
    id,
    name: 'Ziekenhuis De Vaart',
    timeZone: 'Europe/Amsterdam',
    language: 'nl',
    urgentPhone: '010 000 12 34',
    confirmBirthDate: false,
    sendFrom: '08:00',
    sendUntil: '20:00',
    createdAt: deps.now().toISOString(),
    ...given,
  })
  return id
}

export async function makeTeam(
  { db, deps }: House,
  organisationId: string,
  given: Partial<typeof teams.$inferInsert> = {},
) {
  const id = deps.newId('tea')
  await db.insert(teams).values({
    id,
    organisationId,
    name: 'Heup en knie',
    outcomeSet: 'hip-knee-osteoarthritis',
    phone: '010 000 12 00',
    createdAt: deps.now().toISOString(),
    ...given,
  })
  return id
}

type Holder = { organisationId: string; teamId?: string | null; role: Role; name?: string }

export async function makeStaff(
  { db, deps }: House,
  { organisationId, teamId = null, role, name = 'Maaike Hoekstra' }: Holder,
) {
  const id = deps.newId('sta')
  const createdAt = deps.now().toISOString()
  await db.insert(staff).values({
    id,
    organisationId,
    name,
    profession: 'nurse-specialist',
    email: `${id}@example.nl`,
    language: 'nl',
    createdAt,
  })
  await db
    .insert(memberships)
    .values({ id: deps.newId('mem'), staffId: id, teamId, role, from: '2020-01-01' })
  return id
}

type PatientRow = Partial<typeof patients.$inferInsert> & { number?: string; address?: string }

export async function makePatient(
  { db, deps }: House,
  organisationId: string,
  { number, address, ...given }: PatientRow = {},
) {
  const id = deps.newId('pat')
  const email = address ?? `${id}@example.nl`
  const names = { givenName: 'Wil', familyName: 'van der Ploeg', ...given }
  await db.insert(patients).values({
    id,
    organisationId,
    searchName: fold(`${names.givenName} ${names.familyName}`),
    sex: 'female',
    birthDate: '1959-04-12',
    language: 'nl',
    email: deps.seal.close(email, `patient-email:${id}`),
    emailKey: deps.seal.key(email.toLowerCase()),
    createdAt: deps.now().toISOString(),
    ...names,
  })
  await db
    .insert(patientNumbers)
    .values({ id: deps.newId('num'), patientId: id, authority: organisationId, number: number ?? id })
  return id
}

type EnrolmentRow = Partial<typeof enrolments.$inferInsert> & {
  patientId: string
  organisationId: string
  teamId: string
}

/** An enrolment as a bare row; what follows from one (assessments) is the use case's matter: server/acts/enrol.ts. */
export async function makeEnrolment({ db, deps }: House, given: EnrolmentRow) {
  const id = deps.newId('enr')
  const outcomeSet = given.outcomeSet ?? 'hip-knee-osteoarthritis'
  const version = await deps.definitions.current(outcomeSet)
  if (!version) throw new Error(`No outcome set ${outcomeSet}`)
  await db.insert(enrolments).values({
    id,
    outcomeSet,
    setVersionId: version.id,
    side: 'right',
    startedOn: deps.now().toISOString().slice(0, 10),
    createdAt: deps.now().toISOString(),
    ...given,
  })
  return id
}

type AppointmentRow = Partial<typeof appointments.$inferInsert> & {
  patientId: string
  organisationId: string
  teamId: string
}

export async function makeAppointment({ db, deps }: House, given: AppointmentRow) {
  const id = deps.newId('apt')
  await db.insert(appointments).values({
    id,
    number: id,
    kind: 'intake',
    startsAt: deps.now().toISOString(),
    status: 'booked',
    source: 'csv',
    changedAt: deps.now().toISOString(),
    ...given,
  })
  return id
}
