import { and, eq } from 'drizzle-orm'
import { type Role, roles, teamRoles } from '../../../core/access/access.ts'
import { appointmentMessageShape } from '../../../core/feeds/appointment-message.ts'
import { usualRule } from '../../../core/mail/outreach.ts'
import { admitAppointments } from '../../../server/acts/admit-appointment.ts'
import { readDirectory } from '../../../server/appointments/directory.ts'
import { agree } from '../../../server/consults/agree.ts'
import type { Ctx } from '../../../server/ctx.ts'
import { assessments, careEvents, stageEntries } from '../../../server/db/schema/care.ts'
import { improvements, publications } from '../../../server/db/schema/improving.ts'
import { mailExperiments } from '../../../server/db/schema/mailing.ts'
import { messageAssessments, messages } from '../../../server/db/schema/messages.ts'
import { definitionVersions } from '../../../server/db/schema/organisations.ts'
import { agreementTemplates, alerts } from '../../../server/db/schema/outcomes.ts'
import { outreachRules } from '../../../server/db/schema/outreach.ts'
import { feedRules, patients, quarantine } from '../../../server/db/schema/patients.ts'
import { teamRounds } from '../../../server/db/schema/rounds.ts'
import { memberships, serviceKeys, staff } from '../../../server/db/schema/staff.ts'
import { contentHashOf } from '../../../server/definitions/install.ts'
import { fingerprintOf, readWhole } from '../../../server/editor/rows.ts'
import { startImport } from '../../../server/imports/run-import.ts'
import { addAction } from '../../../server/meetings/actions.ts'
import { changePeople } from '../../../server/meetings/change-people.ts'
import { writeItem } from '../../../server/meetings/decide.ts'
import { handOn } from '../../../server/meetings/hand-on.ts'
import { listPatient } from '../../../server/meetings/list-patient.ts'
import { makeMeeting } from '../../../server/meetings/make-meeting.ts'
import { bsnKeeper } from '../../../server/patients/bsn-keeper.ts'
import { keepBsns } from '../../../server/patients/bsns.ts'
import { addRequest } from '../../../server/patients/requests.ts'
import { staffContext } from '../../../server/staff/context.ts'
import { hashOf } from '../../../server/staff/links.ts'
import { answer, everyday, joint, life, makePath } from '../care.ts'
import { instrument } from '../definitions.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../factories.ts'
import type { House } from '../house.ts'
import { makeEmergency } from './emergency.ts'
import { makeFigureMeetings } from './figure-meetings.ts'
import { makeMovable } from './movable.ts'
import { makeVisits } from './visits.ts'

/** A hospital with two teams, somebody in every role, and one of everything that a route can name. */
export async function makeHospital(house: House, name: string) {
  const organisationId = await makeOrganisation(house, { name })
  const teamId = await makeTeam(house, organisationId, { name: `Heup en knie ${name}` })
  const nextTeamId = await makeTeam(house, organisationId, { name: `Orthopedie ${name}` })
  const holders = await makeHolders(house, { organisationId, teamId })
  await makeRules(house, { organisationId, teamId }, holders['data-manager'])
  const neighbours = {
    clinician: await makeStaff(house, { organisationId, teamId: nextTeamId, role: 'clinician' }),
    'team-lead': await makeStaff(house, { organisationId, teamId: nextTeamId, role: 'team-lead' }),
  }
  const place = {
    organisationId,
    teamId,
    staffId: holders.clinician,
    ctx: await ctxOf(house, holders.clinician),
  }
  const objects = {
    ...(await makeCourses(house, place, name)),
    ...(await makeArrivals(house, await ctxOf(house, holders['data-manager']), { teamId, name })),
    ...(await makeColleagues(house, place)),
    ...(await makeDrafts(house, organisationId)),
    ...(await makeMovable(house, organisationId, teamId)),
    ...(await makeEmergency(house, place, name)),
    ...(await makeVisits(house, place, name)),
    improvementId: await makeImprovement(house, place),
    roundId: await makeRound(house, place),
    experimentId: await makeExperiment(house, organisationId, holders['data-manager']),
    publicationId: await makePublication(house, place, await makeTeam(house, organisationId), null),
    publicPublicationId: await makePublication(house, place, teamId, house.deps.now().toISOString()),
    setVersionId: (await house.deps.definitions.current('hip-knee-osteoarthritis'))?.id ?? '',
  }
  const bsnWhich = await makeBsn(house, place, objects.patientId)
  return {
    name,
    holders,
    neighbours,
    ids: { organisationId, teamId, clinicianId: holders.clinician, bsnWhich, ...objects },
  }
}
export type Hospital = Awaited<ReturnType<typeof makeHospital>>
export type Ids = Hospital['ids']

/** The number of everybody here: an organisation sees nothing of what another keeps. Gives which one it is. */
async function makeBsn({ db, deps }: House, { ctx, organisationId }: Place, patientId: string) {
  const bsn = '999911120'
  await keepBsns(db, deps, ctx, await readDirectory(deps, ctx), 'hl7', [
    { patientId, bsn, changedAt: '2026-03-01T08:00:00.000Z' },
  ])
  return bsnKeeper(deps.config, organisationId)?.findersOf(bsn)[0] ?? ''
}

type Place = { organisationId: string; teamId: string; staffId: string; ctx: Ctx }

async function ctxOf({ db, deps }: House, staffId: string): Promise<Ctx> {
  const ctx = await staffContext(db, staffId, deps.now())
  if (!ctx) throw new Error(`${staffId} has no role`)
  return ctx
}

/** Whom to ask as, by role: the id of a member of staff, for `service` a key. */
async function makeHolders(
  house: House,
  { organisationId, teamId }: Pick<Place, 'organisationId' | 'teamId'>,
) {
  const isTeamRole = (role: Role) => (teamRoles as readonly Role[]).includes(role)
  const made: [Role, string][] = []
  for (const role of roles)
    made.push([
      role,
      role === 'service'
        ? (await makeKey(house, organisationId)).key
        : await makeStaff(house, { organisationId, role, teamId: isTeamRole(role) ? teamId : null }),
    ])
  return Object.fromEntries(made) as Record<Role, string>
}

async function makeKey({ db, deps }: House, organisationId: string) {
  const id = deps.newId('key')
  const key = `uk_of_the_tests_${id}`
  const createdAt = deps.now().toISOString()
  await db.insert(serviceKeys).values({ id, organisationId, name: id, keyHash: hashOf(key), createdAt })
  return { id, key }
}

/** What its planning system calls an intake of the team. */
const makeRules = (
  { db, deps }: House,
  { organisationId, teamId }: Pick<Place, 'organisationId' | 'teamId'>,
  changedBy: string,
) =>
  db.insert(feedRules).values({
    organisationId,
    content: {
      rules: [
        {
          name: 'Intake',
          all: [{ field: 'code', is: ['orthopaedics'] }],
          any: [],
          not: [],
          to: { teamId, kind: 'intake', side: 'left' },
        },
      ],
      ownNumbers: [],
    },
    version: 1,
    changedAt: deps.now().toISOString(),
    changedBy,
  })

/** Somebody who answered, with what came of it; people who were only asked; one whose mail came back. */
async function makeCourses(house: House, place: Place, name: string) {
  const { db } = house
  const intake = '2026-03-16T09:00:00.000Z'
  const patientNumber = `number-${name}`
  const patient = { familyName: `Patiënt ${name}`, number: patientNumber }
  const { patientId, enrolmentId, appointmentId } = await makePath(house, place, { intake, patient })
  const { responseId } = await answer(house, place.ctx, enrolmentId, 'intake', {
    answers: { ...joint(10, 0), ...everyday(9, 0), ...life(3, 0) },
  })
  const sentence = `Wandelen in ${name}`
  const agreement = { enrolmentId, sentence, who: null, dueOn: null, responseId, key: null }
  const { id: agreementId } = await agree(house.deps, place.ctx, agreement)
  const asked = await makePath(house, place, { intake })
  const messageId = await makeWaiting(house, place, asked)
  const typed = await makePath(house, place, { intake })
  const ending = await makePath(house, place, { intake })
  const talked = await makeMeetings(house, place, enrolmentId)
  const unreached = await makePath(house, place, {
    intake,
    patient: { emailDeadAt: '2026-03-01T08:00:00.000Z' },
  })
  const called = await makePath(house, place, { intake })
  const callAssessmentId = await makeCallable(house, place, called)
  return {
    callAssessmentId,
    patientId,
    patientNumber,
    enrolmentId,
    appointmentId,
    responseId,
    agreementId,
    templateId: await makeTemplate(house, place),
    alertId: await idOf(db.select().from(alerts).where(eq(alerts.enrolmentId, enrolmentId))),
    askedEnrolmentId: asked.enrolmentId,
    askedPatientId: asked.patientId,
    messageId,
    entryId: await idOf(
      db.select().from(stageEntries).where(eq(stageEntries.enrolmentId, asked.enrolmentId)),
    ),
    eventId: await makeEvent(house, place, asked.patientId),
    assessmentId: await intakeOf(house, asked.enrolmentId),
    typedAssessmentId: await intakeOf(house, typed.enrolmentId),
    endingEnrolmentId: ending.enrolmentId,
    ...talked,
    ...(await makeFigureMeetings(house, place, enrolmentId, talked.emptyMeetingId)),
    unreachedPatientId: unreached.patientId,
    requestId: await makeRequest(house, place, patientId),
  }
}

/** Something that a feed told of a patient. */
async function makeEvent({ db, deps }: House, { organisationId }: Place, patientId: string): Promise<string> {
  const [id, at] = [deps.newId('evt'), deps.now().toISOString()]
  await db.insert(careEvents).values({
    id,
    organisationId,
    number: id,
    personKey: '',
    patientId,
    outcomeSet: 'hip-knee-osteoarthritis',
    meaning: 'event:surgery',
    stage: 'surgery',
    goesOn: [],
    happenedOn: at.slice(0, 10),
    changedAt: at,
    source: 'fhir',
    recordedBy: 'fhir',
    recordedAt: at,
  })
  return id
}

/** Something a patient asked about their own data. */
const makeRequest = ({ db, deps }: House, { organisationId }: Place, patientId: string) =>
  addRequest(db, deps, { organisationId }, { patientId, kind: 'correction', text: 'Mijn naam klopt niet.' })

async function makeTemplate({ db, deps }: House, { teamId, staffId }: Place): Promise<string> {
  const id = deps.newId('agt')
  const row = {
    id,
    teamId,
    sentence: 'U wandelt elke dag.',
    addedBy: staffId,
    addedAt: deps.now().toISOString(),
  }
  await db.insert(agreementTemplates).values(row)
  return id
}

/** Somebody on the team's call list: with a phone number, and a team that calls early. */
async function makeCallable(
  { db, deps }: House,
  { teamId, staffId }: Place,
  { patientId, enrolmentId }: { patientId: string; enrolmentId: string },
) {
  const phone = deps.seal.close('06 0000 1234', `patient-phone:${patientId}`)
  await db.update(patients).set({ phone }).where(eq(patients.id, patientId))
  const rule = { ...usualRule, fallbackTo: 'call', callDaysBefore: 60 }
  await db
    .insert(outreachRules)
    .values({ teamId, ...rule, changedAt: deps.now().toISOString(), changedBy: staffId })
    .onConflictDoNothing()
  return idOf(
    db
      .select()
      .from(assessments)
      .where(and(eq(assessments.enrolmentId, enrolmentId), eq(assessments.moment, 'intake'))),
  )
}

/** An invitation that waits to be sent. */
async function makeWaiting(
  { db, deps }: House,
  { organisationId }: Place,
  asked: { patientId: string; enrolmentId: string },
) {
  const [id, at] = [deps.newId('msg'), deps.now().toISOString()]
  const [about] = await db.select().from(assessments).where(eq(assessments.enrolmentId, asked.enrolmentId))
  const message = {
    id,
    organisationId,
    patientId: asked.patientId,
    kind: 'invitation',
    batch: id,
    attempts: 0,
  }
  await db.insert(messages).values({ ...message, dueAt: at, createdAt: at })
  const link = {
    id: deps.newId('mas'),
    messageId: id,
    assessmentId: about?.id ?? '',
    kind: 'invitation',
    ordinal: 1,
  }
  await db.insert(messageAssessments).values(link)
  return id
}

const intakeOf = ({ db }: House, enrolmentId: string) =>
  idOf(
    db
      .select()
      .from(assessments)
      .where(and(eq(assessments.enrolmentId, enrolmentId), eq(assessments.moment, 'intake'))),
  )
/** A meeting with a patient on its list and somebody who has something to do, and one that is over. */
async function makeMeetings(house: House, { teamId, staffId, ctx }: Place, enrolmentId: string) {
  const { deps } = house
  const plan = { kind: 'mdo' as const, teamId, minutes: 30, everyWeeks: 0, chairId: staffId, memberIds: [] }
  const planned = (day: string) => makeMeeting(deps, ctx, { ...plan, title: 'MDO', startsAt: `${day}T12:30` })
  const { id: meetingId } = await planned('2026-03-09')
  const { id: emptyMeetingId } = await planned('2026-03-10')
  const { id: endingMeetingId } = await planned('2026-03-11')
  const { id: mistakenMeetingId } = await planned('2026-03-13')
  const listOn = async (id: string) =>
    (await listPatient(deps, ctx, { meetingId: id, enrolmentId, question: 'Opereren?', situation: null })).id
  const itemId = await listOn(meetingId)
  const decidedItemId = await listOn(endingMeetingId)
  const todo = { what: 'Bellen', ownerId: staffId, dueOn: '2026-03-20' }
  const actionOn = async () => (await addAction(deps, ctx, { meetingId, itemId }, todo)).id
  const [actionId, otherActionId, handedActionId] = [await actionOn(), await actionOn(), await actionOn()]
  const { receipt: actionReceipt } = await handOn(deps, ctx, { actionId: handedActionId, ownerId: staffId })
  const written = { situation: null, question: 'Opereren?', decision: 'Ja', reason: null }
  await writeItem(
    deps,
    ctx,
    { meetingId: endingMeetingId, itemId: decidedItemId, version: 0 },
    { ...written, patientPart: null, sentence: null },
  )
  const people = { chairId: staffId, memberIds: [staffId] }
  const { receipt: peopleReceipt } = await changePeople(deps, ctx, meetingId, people)
  const others = { emptyMeetingId, endingMeetingId, mistakenMeetingId, peopleReceipt }
  return {
    meetingId,
    ...others,
    itemId,
    decidedItemId,
    actionId,
    otherActionId,
    handedActionId,
    actionReceipt,
  }
}

async function idOf(rows: PromiseLike<{ id: string }[]>): Promise<string> {
  const [row] = await rows
  if (!row) throw new Error('What the test needs was not made')
  return row.id
}

/** An import that was looked at, and two messages set aside because the name differs. */
async function makeArrivals(house: House, ctx: Ctx, { teamId, name }: { teamId: string; name: string }) {
  const message = (number: string, familyName: string) =>
    appointmentMessageShape.parse({
      number,
      startsAt: '2026-04-01T10:00',
      kind: 'intake',
      side: 'right',
      team: teamId,
      patient: { number: `arrived-${name}`, givenName: 'Wil', familyName, birthDate: '1959-04-12' },
    })
  const messages = [message('A-1', name), message('A-2', 'Anders'), message('A-3', 'Nog anders')]
  await admitAppointments(house.deps, ctx, messages, { source: 'api' })
  const [one, other] = await house.db
    .select()
    .from(quarantine)
    .where(eq(quarantine.organisationId, ctx.organisationId))
  const bytes = new TextEncoder().encode('?')
  const upload = { kind: 'appointments' as const, bytes, fileName: `${name}.csv`, teamId, dryRun: true }
  const { id: importId, finished } = await startImport(house.deps, ctx, upload)
  await finished
  return { importId, asideId: one?.id ?? '', otherAsideId: other?.id ?? '' }
}

/** What the team asks its colleagues now. */
async function makeRound({ db, deps }: House, { teamId, staffId }: Place) {
  const [version] = await db
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(eq(definitionVersions.definition, 'team-work'))
  const id = deps.newId('rnd')
  const about = { teamId, instrumentVersionId: version?.id ?? '', invited: 5, startedBy: staffId }
  const at = deps.now()
  const closesAt = new Date(at.getTime() + 86_400_000).toISOString()
  await db.insert(teamRounds).values({ id, ...about, startedAt: at.toISOString(), closesAt })
  return id
}

/** Two hours of inviting against each other, in an outcome set that nobody else tries anything with. */
async function makeExperiment({ db, deps }: House, organisationId: string, startedBy: string) {
  const id = deps.newId('exp')
  const arms = { language: 'nl' as const, a: { text: null, at: '09:00' }, b: { text: null, at: '17:00' } }
  const startedAt = deps.now().toISOString()
  await db.insert(mailExperiments).values({
    id,
    organisationId,
    outcomeSet: 'cataract',
    name: 'Het uur',
    arms,
    planned: 382,
    startedAt,
    startedBy,
  })
  return id
}

/** Something that the team changed, and still follows. */
async function makeImprovement({ db, deps }: House, { teamId, staffId }: Place) {
  const id = deps.newId('imp')
  await db.insert(improvements).values({
    id,
    teamId,
    title: 'Vaste vijf minuten',
    startedOn: '2026-01-05',
    changed: 'De uitslag heeft een vaste plek in het consult.',
    expected: 'Meer uitslagen besproken.',
    state: 'open',
    registeredBy: staffId,
    registeredAt: deps.now().toISOString(),
  })
  return id
}

/** What a team shows to everybody, or proposes to. */
async function makePublication(
  { db, deps }: House,
  { staffId }: Place,
  teamId: string,
  approvedAt: string | null,
) {
  const id = deps.newId('pub')
  const proposedAt = deps.now().toISOString()
  await db
    .insert(publications)
    .values({ id, teamId, content: {}, proposedBy: staffId, proposedAt, approvedAt })
  return id
}

/** Instruments in every state in which somebody can do something with them. */
async function makeDrafts({ db, deps }: House, organisationId: string) {
  const make = async (name: string, status: string, base = instrument('hip-knee')) => {
    const definition = `${name}-${organisationId.replace('_', '-').toLowerCase()}`
    const content = { ...base, id: definition, version: 2 }
    const [id, text, contentHash] = [deps.newId('def'), JSON.stringify(content), contentHashOf(content)]
    const createdAt = deps.now().toISOString()
    const row = {
      id,
      kind: 'instrument',
      definition,
      version: 2,
      status,
      content: text,
      contentHash,
      createdAt,
    }
    await db.insert(definitionVersions).values(row)
    return { id, text, contentHash, print: fingerprintOf(await readWhole(db, id)) }
  }
  const draft = await make('draft', 'draft')
  const judged = await make('judged', 'review')
  return {
    draftId: draft.id,
    draftText: draft.text,
    draftHash: draft.contentHash,
    draftPrint: draft.print,
    wordlessId: (await make('wordless', 'draft', instrument('phq-2'))).id,
    runningId: (await make('running', 'published')).id,
    judgedId: judged.id,
    judgedPrint: judged.print,
    handedInId: (await make('handed-in', 'review')).id,
    givenUpId: (await make('given-up', 'draft')).id,
  }
}

/** Colleagues whom an administrator can change, and a key to revoke. */
async function makeColleagues(house: House, { organisationId, teamId }: Place) {
  const { db, deps } = house
  const colleague = () => makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const [colleagueId, leaverId, leftId] = [await colleague(), await colleague(), await colleague()]
  await db.update(staff).set({ leftAt: deps.now().toISOString() }).where(eq(staff.id, leftId))
  const roleId = await idOf(db.select().from(memberships).where(eq(memberships.staffId, colleagueId)))
  return { colleagueId, roleId, leaverId, leftId, keyId: (await makeKey(house, organisationId)).id }
}
