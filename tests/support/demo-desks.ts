import { and, count, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import { admitAppointments } from '../../server/acts/admit-appointment.ts'
import { readDirectory } from '../../server/appointments/directory.ts'
import { type Ctx, systemCtx } from '../../server/ctx.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { agreements, responses } from '../../server/db/schema/outcomes.ts'
import { patientIdentities, patients } from '../../server/db/schema/patients.ts'
import { startImport } from '../../server/imports/run-import.ts'
import { keepBsns } from '../../server/patients/bsns.ts'
import { linkIdentities, subjectKey } from '../../server/patients/identities.ts'
import { patientIssuer } from '../../server/patients/issuer.ts'
import { staffContext } from '../../server/staff/context.ts'
import { addStaffLink, staffLinkUrl } from '../../server/staff/links.ts'
import { makeOrganisation, makePatient, makeStaff } from './factories.ts'
import type { House } from './house.ts'

/** Puts on the desks of the demo's staff what its history leaves out, and says where there is much to see. */
export async function fillDesks(house: House) {
  const ctx = await staffContext(house.db, 'sta_daan', house.deps.now())
  if (!ctx) throw new Error('The demo has no Daan')
  await setAside(house, ctx)
  const busiest = await busiestPatient(house)
  await shareBsn(house, ctx, busiest.patientId)
  return {
    ...busiest,
    importId: await upload(house, ctx),
    invitation: await invite(house),
    changedId: await waitingChange(house),
    wordlessId: await wordless(house),
    patientOfTwo: await makePatientOfTwo(house),
  }
}
export type DemoFacts = Awaited<ReturnType<typeof fillDesks>>

/** The number of one patient is another's too, and of one the source sent what is none. */
async function shareBsn({ db, deps }: House, ctx: Ctx, patientId: string) {
  const others = await db
    .select({ id: patients.id })
    .from(patients)
    .where(and(eq(patients.organisationId, ctx.organisationId), ne(patients.id, patientId)))
    .orderBy(patients.id)
    .limit(2)
  const told = ['999990019', undefined].map((bsn, place) => ({
    patientId: others[place]?.id ?? '',
    ...(bsn ? { bsn } : { bsnFault: 'wrong' as const }),
  }))
  const all = [{ patientId, bsn: '999990019' }, ...told]
  await keepBsns(db, deps, ctx, await readDirectory(deps, ctx), 'csv', all)
}

/** Of the first team, whoever answered most often and agreed on something. */
async function busiestPatient({ db }: House) {
  const [busiest] = await db
    .select({
      patientId: responses.patientId,
      enrolmentId: responses.enrolmentId,
      given: patients.givenName,
      family: patients.familyName,
    })
    .from(responses)
    .innerJoin(agreements, eq(agreements.enrolmentId, responses.enrolmentId))
    .innerJoin(patients, eq(patients.id, responses.patientId))
    .where(
      and(
        eq(responses.teamId, 'tea_vaart-joints'),
        isNotNull(responses.submittedAt),
        isNull(agreements.withdrawnAt),
      ),
    )
    .groupBy(responses.patientId, responses.enrolmentId, patients.givenName, patients.familyName)
    .orderBy(desc(count()))
    .limit(1)
  if (!busiest) throw new Error('Nobody in the demo has answered')
  const { given, family, ...place } = busiest
  return { ...place, patientName: `${given} ${family}` }
}

/** A questionnaire of others, whose wording is not installed. */
async function wordless({ db }: House): Promise<string> {
  const [row] = await db
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(eq(definitionVersions.definition, 'phq-2'))
  if (!row) throw new Error('The demo has no PHQ-2')
  return row.id
}

/** The version that an editor of the demo handed in. */
async function waitingChange({ db }: House): Promise<string> {
  const [row] = await db
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(eq(definitionVersions.status, 'review'))
  if (!row) throw new Error('No change of the demo waits to be judged')
  return row.id
}

async function setAside({ deps }: House, ctx: Ctx) {
  const message = (number: string, familyName: string, birthDate: string) =>
    appointmentMessageShape.parse({
      number,
      startsAt: '2026-04-01T10:00',
      kind: 'intake',
      side: 'right',
      team: 'tea_vaart-joints',
      patient: { number: 'P-1', givenName: 'Wil', familyName, birthDate },
    })
  const messages = [
    message('P-1-1', 'van der Ploeg', '1959-04-12'),
    message('P-1-2', 'Ploeg-Smit', '1959-04-12'),
    message('P-1-3', 'van der Ploeg', '1995-04-21'),
  ]
  await admitAppointments(deps, ctx, messages, { source: 'api' })
}

/** A file that was looked at, with something wrong in it. */
async function upload({ deps }: House, ctx: Ctx): Promise<string> {
  const lines = [
    'afspraaknummer;datum;tijd;soort;patiëntnummer;voornaam;achternaam;geboortedatum;e-mail;zijde;team',
    'P-2-1;01-04-2026;10:00;Eerste afspraak;P-2;Jo;Prins;12-04-1959;jo@patient.example;rechts;Heup en knie',
    'P-3-1;31-02-2026;10:00;Eerste afspraak;P-3;Bo;Bakker;12-04-1959;geen adres;rechts;Heup en knie',
  ]
  const bytes = new TextEncoder().encode(lines.join('\r\n'))
  const { id, finished } = await startImport(deps, ctx, {
    kind: 'appointments',
    bytes,
    fileName: 'afspraken.csv',
    teamId: null,
    dryRun: true,
  })
  await finished
  return id
}

async function invite(house: House): Promise<string> {
  const { db, deps } = house
  const place = { organisationId: 'org_vaart', teamId: 'tea_vaart-joints' }
  const staffId = await makeStaff(house, { ...place, role: 'clinician', name: 'Roos Alkema' })
  const token = await db.transaction((tx) => addStaffLink(tx, deps, { staffId, kind: 'invitation' }))
  return new URL(staffLinkUrl(deps, token)).pathname
}

/** Of whom the stand-in of an identity provider shows, the last: from now on a patient of a second organisation too. */
async function makePatientOfTwo(house: House): Promise<string> {
  const { db, deps } = house
  const [person] = await db
    .select({ id: patients.id, given: patients.givenName, family: patients.familyName })
    .from(patientIdentities)
    .innerJoin(patients, eq(patients.id, patientIdentities.patientId))
    .orderBy(desc(patientIdentities.id))
    .limit(1)
  if (!person) throw new Error('Nobody in the demo can sign in')
  const organisationId = await makeOrganisation(house, { name: 'Kliniek Noord' })
  const patientId = await makePatient(house, organisationId, { givenName: person.given })
  const issuer = patientIssuer(deps.config) ?? ''
  const identity = { patientId, issuer, subjectKey: subjectKey(deps.seal, issuer, person.id) }
  await db.transaction((tx) => linkIdentities(tx, deps, systemCtx(organisationId, 'demo'), [identity]))
  return `${person.given} ${person.family}`
}
