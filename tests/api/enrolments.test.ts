import { eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactsFor } from '../../core/patients/contacts.ts'
import { keepOfNobody } from '../../server/acts/told-of-nobody.ts'
import type { CarePathPlan } from '../../server/care-path/read-plan.ts'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments, enrolments } from '../../server/db/schema/care.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { openEmail } from '../../server/patients/contact.ts'
import { staffContext } from '../../server/staff/context.ts'
import { answer } from '../support/care.ts'
import { makeAppointment, makeOrganisation, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let organisationId: string
let teamId: string
let clinician: string

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
})
afterEach(() => house.close())

const person = {
  number: '4711',
  givenName: 'Wil',
  familyName: 'van der Ploeg',
  birthDate: '1959-04-12',
  sex: 'female',
}
const ask = () => house.as(clinician)
const enrolled = async (given: Record<string, unknown> = {}) => {
  const { status, body } = await ask().post('/api/enrolments', {
    teamId,
    patient: person,
    side: 'left',
    ...given,
  })
  expect(status).toBe(201)
  return body as { enrolmentId: string; patientId: string }
}
const planOf = async (id: string) => (await ask().get(`/api/enrolments/${id}/plan`)).body as CarePathPlan
const live = async () => {
  const rows = await house.db
    .select({ moment: assessments.moment })
    .from(assessments)
    .where(isNull(assessments.withdrawnAt))
    .orderBy(assessments.opensAt)
  return rows.map(({ moment }) => moment)
}

test('somebody new is enrolled by hand; why nothing is asked yet can be read', async () => {
  const { enrolmentId } = await enrolled()
  const plan = await planOf(enrolmentId)
  expect(plan.enrolment).toMatchObject({ side: 'left', treatmentOption: null, startedOn: '2026-03-02' })
  expect(plan.assessments).toEqual([])
  expect(plan.not).toContainEqual({ moment: 'intake', anchor: null, why: ['no-appointment:intake'] })
  expect(plan.not).toContainEqual({ moment: 'week-2', anchor: null, why: ['no-treatment-yet'] })
})

test('the choices of one’s own teams, and of no other', async () => {
  await makeTeam(house, organisationId, { name: 'Noord' })
  const { body } = await ask().get('/api/enrolments/options')
  expect(body).toMatchObject({
    teams: [{ id: teamId, name: 'Heup en knie', sided: true, clinicians: [{ id: clinician }] }],
  })
})

test('conservatively treated: the stage entry and the treatment together plan what is asked', async () => {
  const { enrolmentId } = await enrolled({ treatmentOption: 'conservative', leadClinicianId: clinician })
  expect(await live()).toEqual([])
  const { status } = await ask().post(`/api/enrolments/${enrolmentId}/stages`, {
    stage: 'intake',
    enteredOn: '2026-03-02',
  })
  expect(status).toBe(201)
  expect(await live()).toEqual(['conservative-month-3', 'conservative-month-12'])
  await ask().patch(`/api/enrolments/${enrolmentId}`, { treatmentOption: 'no-treatment' })
  expect(await live()).toEqual(['conservative-month-12'])
  const plan = await planOf(enrolmentId)
  expect(
    plan.assessments.map(({ moment, status: state, withdrawnWhy }) => [moment, state, withdrawnWhy]),
  ).toEqual([
    ['conservative-month-3', 'withdrawn', 'other-treatment:no-treatment'],
    ['conservative-month-12', 'planned', null],
  ])
  expect(plan.assessments[1]?.why).toEqual([
    'stage:intake',
    'at:2026-03-01T23:00:00.000Z',
    'treatment:no-treatment',
  ])
  await ask().delete(`/api/enrolments/${enrolmentId}/stages/${plan.entered[0]?.id}`)
  expect(await live()).toEqual([])
})

test('a stage that is entered twice on one day, by two clicks, is there once', async () => {
  const { enrolmentId } = await enrolled({ treatmentOption: 'conservative' })
  const click = () =>
    ask().post(`/api/enrolments/${enrolmentId}/stages`, { stage: 'intake', enteredOn: '2026-03-02' })
  const [one, two] = await Promise.all([click(), click()])
  type Entered = { stageEntryId: string; isNew: boolean }
  const said = [one, two].map(({ body }) => body as Entered)
  expect(said[1]?.stageEntryId).toBe(said[0]?.stageEntryId)
  expect(said.filter(({ isNew }) => isNew)).toHaveLength(1) // only that one can be undone
  expect((await planOf(enrolmentId)).entered).toHaveLength(1)
})

test('a change by hand survives every recalculation, and its reason can be read', async () => {
  const { enrolmentId } = await enrolled({ treatmentOption: 'conservative' })
  const enter = (enteredOn: string) =>
    ask().post(`/api/enrolments/${enrolmentId}/stages`, { stage: 'intake', enteredOn })
  await enter('2026-03-02')
  const [first, second] = (await planOf(enrolmentId)).assessments
  const change = (id: string | undefined, body: unknown) =>
    ask().put(`/api/enrolments/${enrolmentId}/assessments/${id}`, body)
  const dates = { what: 'dates', opensOn: '2026-07-01', dueOn: '2026-07-10', lastDay: '2026-07-31' }
  expect((await change(first?.id, { ...dates, reason: 'op reis tot juli' })).status).toBe(204)
  expect((await change(second?.id, { what: 'skip', reason: 'verhuist' })).status).toBe(204)
  await enter('2026-02-01')
  const [moved, skipped] = (await planOf(enrolmentId)).assessments
  expect(moved).toMatchObject({ opensAt: '2026-06-30T22:00:00.000Z', manualReason: 'op reis tot juli' })
  expect(skipped).toMatchObject({ status: 'withdrawn', withdrawnWhy: 'by-hand' })
  const backwards = { ...dates, lastDay: '2026-06-01', reason: 'vergist' }
  expect((await change(first?.id, backwards)).body).toMatchObject({ code: 'dates_in_order' })
})

test('what was answered is never touched', async () => {
  const { enrolmentId, patientId } = await enrolled({ treatmentOption: 'conservative' })
  await ask().post(`/api/enrolments/${enrolmentId}/stages`, { stage: 'intake', enteredOn: '2026-03-02' })
  const [first] = await house.db
    .select()
    .from(assessments)
    .where(eq(assessments.moment, 'conservative-month-3'))
  if (!first) throw new Error('planned above')
  await house.db.insert(responses).values({
    id: 'res_1',
    assessmentId: first.id,
    patientId,
    enrolmentId,
    teamId,
    respondent: 'patient',
    mode: 'web',
    language: 'nl',
    answers: {},
    version: 1,
    startedAt: '2026-05-20T08:00:00.000Z',
    submittedAt: '2026-05-20T08:10:00.000Z',
  })
  await ask().patch(`/api/enrolments/${enrolmentId}`, { treatmentOption: 'hip-replacement' })
  await ask().post(`/api/enrolments/${enrolmentId}/end`, { reason: 'withdrawn' })
  const [after] = await house.db.select().from(assessments).where(eq(assessments.id, first.id))
  expect(after).toEqual(first)
  const skip = await ask().put(`/api/enrolments/${enrolmentId}/assessments/${first.id}`, {
    what: 'skip',
    reason: 'te laat',
  })
  expect(skip.status).toBe(409)
})

test.each(['finished', 'withdrawn', 'loss', 'palliative'])(
  '%s ends the care path and silences it',
  async (reason) => {
    const { enrolmentId } = await enrolled({ treatmentOption: 'conservative' })
    await ask().post(`/api/enrolments/${enrolmentId}/stages`, { stage: 'intake', enteredOn: '2026-03-02' })
    expect((await ask().post(`/api/enrolments/${enrolmentId}/end`, { reason })).status).toBe(204)
    expect(await live()).toEqual([])
    const again = await ask().post(`/api/enrolments/${enrolmentId}/end`, { reason })
    expect([again.status, again.body]).toMatchObject([409, { code: 'enrolment_ended' }])
    for (const [method, path, body] of [
      ['patch', '', { treatmentOption: 'conservative' }],
      ['post', '/stages', { stage: 'intake', enteredOn: '2026-03-02' }],
    ] as const)
      expect((await ask()[method](`/api/enrolments/${enrolmentId}${path}`, body)).status).toBe(409)
  },
)

test('death ends every care path of the patient at once', async () => {
  const { enrolmentId, patientId } = await enrolled({ treatmentOption: 'conservative' })
  await enrolled({ side: 'right', patient: { id: patientId } })
  await ask().post(`/api/enrolments/${enrolmentId}/stages`, { stage: 'intake', enteredOn: '2026-03-02' })
  await ask().post(`/api/enrolments/${enrolmentId}/end`, { reason: 'deceased', endedOn: '2026-03-01' })
  expect(await live()).toEqual([])
  expect(await house.db.select({ why: enrolments.endReason }).from(enrolments)).toEqual([
    { why: 'deceased' },
    { why: 'deceased' },
  ])
  expect(await house.db.select({ on: patients.deceasedOn }).from(patients)).toEqual([{ on: '2026-03-01' }])
})

test('a care path that began unaware of a death ends by it too, on the day that was known', async () => {
  const { enrolmentId, patientId } = await enrolled()
  await ask().post(`/api/enrolments/${enrolmentId}/end`, { reason: 'deceased', endedOn: '2026-03-01' })
  const late = await enrolled({ side: 'right', patient: { id: patientId }, treatmentOption: 'conservative' })
  await ask().post(`/api/enrolments/${late.enrolmentId}/stages`, { stage: 'intake', enteredOn: '2026-03-02' })
  const end = () => ask().post(`/api/enrolments/${late.enrolmentId}/end`, { reason: 'deceased' })
  expect((await end()).status).toBe(204)
  expect(await live()).toEqual([])
  const [path] = await house.db.select().from(enrolments).where(eq(enrolments.id, late.enrolmentId))
  expect(path).toMatchObject({ endReason: 'deceased', endedOn: '2026-03-01' })
  expect(await house.db.select({ on: patients.deceasedOn }).from(patients)).toEqual([{ on: '2026-03-01' }])
  const lines = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'patient.deceased'))
  expect(lines.map(({ detail }) => detail?.enrolments)).toEqual([[enrolmentId], [late.enrolmentId]])
  expect((await end()).body).toMatchObject({ code: 'enrolment_ended' })
})

test('the same person twice on the same side is refused, at once as well', async () => {
  const both = await Promise.all(
    [1, 2].map(() => ask().post('/api/enrolments', { teamId, patient: person, side: 'left' })),
  )
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]))
  expect(await house.db.$count(patients)).toBe(1)
})

test('an address that is typed in fills what is empty or dead, and replaces none that works', async () => {
  const { patientId } = await enrolled()
  const typed = (email: string, side: string) =>
    ask().post('/api/enrolments', { teamId, patient: { ...person, email, phone: '06 00 00 00 01' }, side })
  const reached = async () => {
    const [row] = await house.db.select().from(patients)
    return [row?.email && openEmail(house.deps.seal, patientId, row.email), row?.emailDeadAt]
  }
  await house.db.update(patients).set({ email: null, emailKey: null, phone: null })
  expect((await typed('wil@example.nl', 'right')).status).toBe(201)
  expect(await reached()).toEqual(['wil@example.nl', null])
  await house.db.update(patients).set({ emailDeadAt: '2026-03-01T08:00:00.000Z' })
  expect((await typed('nieuw@example.nl', 'both')).status).toBe(201)
  expect(await reached()).toEqual(['nieuw@example.nl', null])
  expect((await typed('ander@example.nl', 'both')).status).toBe(409)
  await house.db.update(enrolments).set({ endedOn: '2026-03-02', endReason: 'finished' })
  expect((await typed('ander@example.nl', 'left')).status).toBe(201)
  expect(await reached()).toEqual(['nieuw@example.nl', null])
  const lines = await house.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, 'patient.contact-changed'))
  expect(lines).toHaveLength(2)
})

test('a number of which a death was told before anybody had it is refused', async () => {
  const ctx = systemCtx(organisationId, 'feed')
  const number = { authority: organisationId, number: person.number }
  await keepOfNobody(house.db, house.deps, ctx, 'hl7', [{ numbers: [number], deceasedOn: '2026-01-01' }])
  const { status, body } = await ask().post('/api/enrolments', { teamId, patient: person, side: 'right' })
  expect([status, body]).toMatchObject([409, { code: 'patient_died' }])
})

test('another name under a known number is refused without saying whom we know', async () => {
  await enrolled()
  const { status, body } = await ask().post('/api/enrolments', {
    teamId,
    patient: { ...person, givenName: 'Wim' },
    side: 'right',
  })
  expect([status, body]).toMatchObject([409, { code: 'patient_differs' }])
  expect(JSON.stringify(body)).not.toContain('Wil')
})

test.each([
  [{ side: undefined }, 422, 'side_needed'],
  [{ treatmentOption: 'magic' }, 422, 'unknown_treatment'],
  [{ leadClinicianId: 'nobody' }, 422, 'not_in_team'],
  [{ patient: { ...person, birthDate: '2030-01-01' } }, 422, 'born_later'],
  [{ patient: { ...person, email: 'nee' } }, 400, 'invalid'],
  [{ startedOn: '2026-02-30' }, 400, 'invalid'],
])('a wrong enrolment %# is refused, and nobody is registered', async (given, status, code) => {
  const answer = await ask().post('/api/enrolments', { teamId, patient: person, side: 'left', ...given })
  expect([answer.status, answer.body]).toMatchObject([status, { code }])
  expect(await house.db.$count(patients)).toBe(0)
})

test('an opt-out is a fact of the patient, and can be taken back', async () => {
  const { enrolmentId } = await enrolled()
  const optOut = (out: boolean) => ask().put(`/api/enrolments/${enrolmentId}/opt-out`, { out })
  const at = () => house.db.select({ at: patients.optedOutAt }).from(patients)
  await optOut(true)
  expect(await at()).toEqual([{ at: '2026-03-02T08:00:00.000Z' }])
  await optOut(false)
  expect(await at()).toEqual([{ at: null }])
})

test('only the team’s own clinicians: everybody else’s care paths do not exist', async () => {
  const { enrolmentId } = await enrolled({ treatmentOption: 'conservative' })
  await ask().post(`/api/enrolments/${enrolmentId}/stages`, { stage: 'intake', enteredOn: '2026-03-02' })
  const [assessment] = (await planOf(enrolmentId)).assessments
  const otherTeam = await makeTeam(house, organisationId, { name: 'Noord' })
  const colleague = await makeStaff(house, { organisationId, teamId: otherTeam, role: 'clinician' })
  const elsewhere = await makeOrganisation(house)
  const stranger = await makeStaff(house, {
    organisationId: elsewhere,
    teamId: await makeTeam(house, elsewhere),
    role: 'clinician',
  })
  const manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  const at = `/api/enrolments/${enrolmentId}`
  for (const [who, status] of [
    [null, 401],
    [manager, 403],
    [colleague, 404],
    [stranger, 404],
  ] as const) {
    const somebody = house.as(who)
    const answers = [
      await somebody.get(`${at}/plan`),
      await somebody.patch(at, { treatmentOption: null }),
      await somebody.post(`${at}/stages`, { stage: 'surgery', enteredOn: '2026-03-02' }),
      await somebody.delete(`${at}/stages/ste_1`),
      await somebody.post(`${at}/end`, { reason: 'finished' }),
      await somebody.put(`${at}/opt-out`, { out: true }),
      await somebody.put(`${at}/assessments/${assessment?.id}`, { what: 'skip', reason: 'zomaar' }),
      await somebody.post('/api/enrolments', { teamId, patient: person, side: 'right' }),
    ]
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status))
  }
  const foreign = await makePatient(house, organisationId)
  const reach = await house.as(colleague).post('/api/enrolments', {
    teamId: otherTeam,
    patient: { id: foreign },
    side: 'left',
  })
  expect(reach.status).toBe(404)
})

/** Two check-ups within the weeks in which this outcome set does not ask again, and the first one answered. */
async function twoCheckUps(outcomeSet: string) {
  teamId = await makeTeam(house, organisationId, { outcomeSet, name: outcomeSet })
  clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const { enrolmentId, patientId } = await enrolled()
  const visit = (id: string, startsAt: string) =>
    makeAppointment(house, { id, patientId, organisationId, teamId, enrolmentId, kind: 'check-up', startsAt })
  await visit('apt_1', '2026-03-10T09:00:00.000Z')
  await visit('apt_2', '2026-03-20T09:00:00.000Z')
  await ask().patch(`/api/enrolments/${enrolmentId}`, { leadClinicianId: clinician })
  expect(await live()).toEqual(['check-up', 'check-up'])
  const ctx = await staffContext(house.db, clinician, house.deps.now())
  const [path] = await house.db.select({ id: enrolments.setVersionId }).from(enrolments)
  if (!ctx || !path) throw new Error('Nobody to answer')
  const { set, instruments } = await house.deps.definitions.version(path.id)
  const asked = set.moments.find(({ id }) => id === 'check-up')?.instruments ?? []
  const answers = asked.map((id) => [id, instruments.get(id)?.examples[0]?.answers ?? {}] as const)
  await answer(house, ctx, enrolmentId, 'check-up', { answers: Object.fromEntries(answers) })
  const rows = await house.db.select().from(assessments).orderBy(assessments.dueAt)
  return rows.map(({ withdrawnWhy }) => withdrawnWhy)
}

test('an answer makes the same questions needless elsewhere, and the plan says so at once', async () => {
  const answered = `answered:${house.deps.now().toISOString()}`
  expect(await twoCheckUps('breast-cancer')).toEqual([null, answered])
})

test('what is asked about one visit is asked before the next one too', async () => {
  expect(await twoCheckUps('hip-knee-osteoarthritis')).toEqual([null, null])
})

test('90 days after its end a care path is nobody’s any more, as its patient is not', async () => {
  const { enrolmentId, patientId } = await enrolled()
  expect((await ask().post(`/api/enrolments/${enrolmentId}/end`, { reason: 'finished' })).status).toBe(204)
  const statuses = async () => {
    const at = `/api/enrolments/${enrolmentId}`
    const seen = [
      await ask().get(`/api/clinic/patients/${patientId}`),
      await ask().get(`${at}/plan`),
      await ask().post(`/api/consults/enrolments/${enrolmentId}/agreements`, { sentence: 'U belt ons.' }),
      await ask().put(`${at}/opt-out`, { out: true }),
    ]
    return seen.map(({ status }) => status)
  }
  house.goTo('2026-05-31T08:00:00Z')
  expect(await statuses()).toEqual([200, 200, 201, 204])
  house.goTo('2026-06-01T08:00:00Z')
  expect(await statuses()).toEqual([404, 404, 404, 404])
  expect((await ask().patch(`/api/enrolments/${enrolmentId}`, { leadClinicianId: null })).status).toBe(404)
})

test.each([
  ['finished', '2026-03-04', 'end_to_come'],
  ['finished', '2026-03-01', 'end_before_start'],
  ['deceased', '2099-12-31', 'end_to_come'],
  ['deceased', '1959-04-11', 'died_before_birth'],
])('a care path cannot end (%s) on %s', async (reason, endedOn, code) => {
  const { enrolmentId } = await enrolled()
  const end = (on: string) => ask().post(`/api/enrolments/${enrolmentId}/end`, { reason, endedOn: on })
  house.goTo('2026-03-02T23:30:00Z') // the third of March in Amsterdam
  expect(await end(endedOn)).toMatchObject({ status: 422, body: { code } })
  expect((await planOf(enrolmentId)).enrolment.endedOn).toBeNull()
  expect(await house.db.select({ on: patients.deceasedOn }).from(patients)).toEqual([{ on: null }])
  expect((await end('2026-03-03')).status).toBe(204)
})

test('whom a patient calls is kept per team and per patient; who saw an older list changes nothing', async () => {
  const { enrolmentId } = await enrolled()
  const line = { kind: 'contact', who: 'Joke Visser', about: '', phone: '010 123', hours: 'office' } as const
  const put = (body: object) => ask().put(`/api/enrolments/${enrolmentId}/contacts`, body)
  expect((await put({ of: 'team', seen: [], lines: [line] })).status).toBe(204)
  const own = { ...line, who: 'Wim Bos' }
  expect((await put({ of: 'patient', seen: [], lines: [own] })).status).toBe(204)
  expect(await put({ of: 'patient', seen: [], lines: [] })).toMatchObject({
    status: 409,
    body: { code: 'changed_elsewhere' },
  })
  expect((await put({ of: 'patient', seen: [own], lines: [{ ...own, phone: 'bel me' }] })).status).toBe(400)
  const { contacts } = await planOf(enrolmentId)
  expect(contacts).toEqual({ patient: [own], team: [line] })
  expect(contactsFor(contacts.patient, contacts.team)).toEqual([own])
})
