import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClinicDay, ClinicFigures } from '../../core/consult/clinic-day.ts'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { enterStage } from '../../server/acts/enter-stage.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { enrolments } from '../../server/db/schema/care.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { answer, type Care, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { makeInvitation } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let care: Care
let path: Awaited<ReturnType<typeof makePath>>

const INTAKE = '2026-03-16T09:00:00.000Z'

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-10T08:00:00Z' })
  care = await makeCare(house)
  path = await makePath(house, care, { treatment: 'conservative', intake: INTAKE })
})
afterAll(() => house.close())

const day = async (date: string) =>
  (await house.as(care.staffId).get(`/api/clinic?day=${date}`)).body as ClinicDay
const figures = async () => (await house.as(care.staffId).get('/api/clinic/figures')).body as ClinicFigures
const page = async () =>
  (await house.as(care.staffId).get(`/api/clinic/patients/${path.patientId}`)).body as OnePager
const firstRow = async (date: string) => {
  const { rows } = await day(date)
  if (!rows[0]) throw new Error('Nobody has an appointment')
  return rows[0]
}

describe('the clinic of a day', () => {
  it('shows who has not answered yet, with one next step', async () => {
    expect(await firstRow('2026-03-16')).toMatchObject({
      startsAt: INTAKE,
      patient: { familyName: 'van der Ploeg', side: 'right' },
      standing: { state: 'notBegun' },
      finding: { kind: 'nothing-yet' },
      next: 'open',
    })
  })

  it('knows the day in the time zone of the organisation', async () => {
    const { organisationId, teamId } = care
    const { patientId, enrolmentId } = path
    const startsAt = '2026-04-01T22:30:00.000Z' // half past midnight in Amsterdam
    await makeAppointment(house, {
      organisationId,
      teamId,
      patientId,
      enrolmentId,
      kind: 'check-up',
      startsAt,
    })
    expect((await day('2026-04-01')).rows).toHaveLength(0)
    expect((await day('2026-04-02')).rows).toHaveLength(1)
  })

  it('refuses a day that is none', async () => {
    const answered = await house.as(care.staffId).get('/api/clinic?day=tomorrow')
    expect(answered.status).toBe(400)
  })

  it('puts what was answered, what the patient wants to discuss and its alert on the row', async () => {
    house.goTo('2026-03-12T18:00:00Z')
    await answer(house, care.ctx, path.enrolmentId, 'intake', {
      answers: { ...joint(9, 1), ...everyday(6, 2), ...life(5, 1) },
      topics: ['pain'],
      topicText: 'weer fietsen',
    })
    expect(await firstRow('2026-03-16')).toMatchObject({
      standing: { state: 'answered', respondent: 'patient', at: '2026-03-12T18:00:00.000Z' },
      finding: { kind: 'first', values: [{ value: 9, max: 10 }, {}] },
      alerts: [{ title: { nl: 'Ernstige pijn' } }],
      topics: [{ nl: 'Pijn' }],
      topicText: 'weer fietsen',
      next: 'review-alert',
    })
  })

  it('says of who cannot be reached why, and lets somebody look', async () => {
    const elsewhere = await makeCare(house)
    const seen = house.as(elsewhere.staffId)
    const { patientId } = await makePath(house, elsewhere, { intake: INTAKE })
    const reach = async (contact: Partial<typeof patients.$inferInsert>) => {
      await house.db.update(patients).set(contact).where(eq(patients.id, patientId))
      const { rows } = (await seen.get('/api/clinic?day=2026-03-16')).body as ClinicDay
      return [rows[0]?.standing.state, rows[0]?.standing.why, rows[0]?.next]
    }
    expect(await reach({ emailDeadAt: null })).toEqual(['notBegun', null, 'open'])
    expect(await reach({ emailDeadAt: '2026-03-11T08:00:00.000Z' })).toEqual([
      'undelivered',
      'address-dead',
      'look-why',
    ])
    expect(await reach({ ownAskedAt: '2026-03-11T08:00:00.000Z' })).toEqual([
      'undelivered',
      'address-unsure',
      'look-why',
    ])
    expect(await reach({ email: null, emailDeadAt: null })).toEqual(['undelivered', 'no-address', 'look-why'])
    expect(await reach({ optedOutAt: '2026-03-11T08:00:00.000Z' })).toEqual([
      'undelivered',
      'opted-out',
      'look-why',
    ])
  })

  it('asks whether it was discussed only once the visit has begun', async () => {
    const elsewhere = await makeCare(house)
    const seen = house.as(elsewhere.staffId)
    const { enrolmentId } = await makePath(house, elsewhere, { intake: INTAKE })
    const { responseId } = await answer(house, elsewhere.ctx, enrolmentId, 'intake', {
      answers: { ...joint(3, 3), ...everyday(3, 3), ...life(6, 3) },
    })
    await seen.put(`/api/consults/responses/${responseId}/opened`)
    const next = async () => ((await seen.get('/api/clinic?day=2026-03-16')).body as ClinicDay).rows[0]?.next
    house.goTo('2026-03-16T08:59:59Z')
    expect(await next()).toBe('open')
    house.goTo('2026-03-16T09:00:00Z')
    expect(await next()).toBe('record-discussed')
  })

  it('says nothing of patients of other teams', async () => {
    const teamId = await makeTeam(house, care.organisationId, { name: 'Handen' })
    const other = await makeStaff(house, { organisationId: care.organisationId, teamId, role: 'clinician' })
    const { body } = await house.as(other).get('/api/clinic?day=2026-03-16')
    expect(body).toMatchObject({ alerts: [], rows: [], late: [] })
    const { body: counted } = await house.as(other).get('/api/clinic/figures')
    expect(counted).toMatchObject({ started: { of: 0 }, discussed: { of: 0 } })
  })
})

describe('results without an appointment', () => {
  it('lists an answer nobody has an appointment for, until it was discussed', async () => {
    house.goTo('2026-06-10T08:00:00Z')
    const { responseId, assessmentId } = await answer(
      house,
      care.ctx,
      path.enrolmentId,
      'conservative-month-3',
      { answers: { ...joint(3, 3), ...everyday(2, 3), 'everyday-mood': { tension: 2, low_mood: 2 } } },
    )
    const { organisationId } = care
    await makeInvitation(house, {
      organisationId,
      patientId: path.patientId,
      assessmentId,
      sentAt: '2026-06-03T08:00:00.000Z',
    })
    expect((await day('2026-06-10')).late).toMatchObject([
      { responseId, finding: { kind: 'change', verdict: 'better' } },
    ])
    expect((await figures()).discussed).toMatchObject({ n: 0, of: 1, month: '2026-06' })

    await house.as(care.staffId).put(`/api/consults/responses/${responseId}/discussed`)
    expect((await day('2026-06-10')).late).toEqual([])
    expect((await figures()).discussed).toMatchObject({ n: 0, of: 1 })
    await house.as(care.staffId).put(`/api/consults/responses/${responseId}/opened`)
    expect((await figures()).discussed).toMatchObject({ n: 1, of: 1 })
  })

  it('says of an earlier appointment what its own answer said, whatever was answered since', async () => {
    expect(await firstRow('2026-03-16')).toMatchObject({
      standing: { state: 'answered' },
      finding: { kind: 'first', values: [{ value: 9 }, {}] },
    })
  })

  it('leaves it to the appointment when there is one soon', async () => {
    const other = await makePath(house, care, {
      treatment: 'conservative',
      intake: '2026-06-20T09:00:00.000Z',
    })
    await answer(house, care.ctx, other.enrolmentId, 'intake', {
      answers: { ...joint(5, 2), ...everyday(5, 2), ...life(6, 2) },
    })
    expect((await day('2026-06-10')).late).toEqual([])
  })
})

describe('one patient on one page', () => {
  it('shows every scale over time with what changed first', async () => {
    const { finding, panels, stage, enrolment, answer: latest } = await page()
    expect(finding).toMatchObject({
      kind: 'change',
      verdict: 'better',
      from: 9,
      to: 3,
      since: '2026-03-12T18:00:00.000Z',
    })
    const pain = panels.find(({ id }) => id === 'joint-pain')
    expect(pain?.trend.points.map((point) => (point.kind === 'score' ? point.value : point.kind))).toEqual([
      9, 3,
    ])
    expect(pain?.concerns).toHaveLength(1)
    expect(pain).toMatchObject({ range: [0, 10], direction: 'higher-is-worse', own: true })
    expect(stage).toMatchObject({ since: '2026-03-16' })
    expect(enrolment).toMatchObject({
      leadClinician: 'Maaike Hoekstra',
      treatment: { title: { nl: 'Zonder operatie' } },
    })
    expect(latest?.items[0]).toMatchObject({ difference: 'better' })
  })

  it('shows no stage and no treatment before its day', async () => {
    await enterStage(house.deps, care.ctx, path.enrolmentId, { stage: 'surgery', enteredOn: '2026-06-12' })
    await house.db
      .update(enrolments)
      .set({ treatmentOption: 'hip-replacement' })
      .where(eq(enrolments.id, path.enrolmentId))
    const { stage, stages, treatments, measures } = await page()
    expect(stage).toMatchObject({ since: '2026-03-16' })
    expect(stages).toMatchObject([{ from: '2026-03-16', until: null }])
    expect(treatments).toEqual([])
    expect(measures).toEqual([])
    house.goTo('2026-06-11T22:30:00Z') // half past midnight in Amsterdam
    const after = await page()
    expect(after.stage).toMatchObject({ since: '2026-06-12' })
    expect(after.treatments).toMatchObject([{ at: '2026-06-12' }])
    expect(after.measures.map(({ id }) => id)).toEqual([
      'reoperation',
      'deep-infection',
      'length-of-stay',
      'mortality-90d',
      'readmission-30d',
      'revision-12m',
      'revision-2y',
      'dislocation-12m',
      'home-after-surgery',
    ])
  })

  it('shows how every measurement stands, the newest first', async () => {
    const { plan } = await page()
    expect(plan.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['planned', 'discussed', 'answered']),
    )
    expect(plan.map(({ dueAt }) => dueAt)).toEqual(
      plan
        .map(({ dueAt }) => dueAt)
        .toSorted()
        .toReversed(),
    )
    expect(plan.find(({ state }) => state === 'answered')).toMatchObject({
      respondent: 'patient',
      mode: 'web',
      minutes: 1,
    })
  })

  it('does not exist for anybody who does not care for the patient', async () => {
    const { organisationId } = care
    const elsewhere = await makeTeam(house, organisationId, { name: 'Handen' })
    const colleague = await makeStaff(house, { organisationId, teamId: elsewhere, role: 'clinician' })
    const abroad = await makeOrganisation(house, { name: 'Elders' })
    const stranger = await makeStaff(house, {
      organisationId: abroad,
      teamId: await makeTeam(house, abroad),
      role: 'clinician',
    })
    const administrator = await makeStaff(house, { organisationId, role: 'administrator' })
    const at = `/api/clinic/patients/${path.patientId}`
    expect((await house.as(colleague).get(at)).status).toBe(404)
    expect((await house.as(stranger).get(at)).status).toBe(404)
    expect((await house.as(administrator).get(at)).status).toBe(403)
    expect((await house.as(null).get(at)).status).toBe(401)
    expect((await house.as(care.staffId).get(`${at}?enrolment=enr_of_somebody_else`)).status).toBe(404)
  })

  it('finds own patients by a part of the name, whatever its marks, and by number', async () => {
    const find = async (search: string) =>
      (await house.as(care.staffId).get(`/api/clinic/patients?search=${encodeURIComponent(search)}`)).body
    expect(await find('PLOÉG')).toContainEqual(expect.objectContaining({ id: path.patientId }))
    expect(await find(path.patientId)).toEqual([expect.objectContaining({ id: path.patientId })])
    expect(await find('100%')).toEqual([])
    expect(await find('- . -')).toEqual([])
  })

  it('writes every look down, with the patients that were seen', async () => {
    await page()
    const lines = await house.db
      .select({ type: auditEvents.type, purpose: auditEvents.purpose, actor: auditEvents.actorId })
      .from(auditEvents)
      .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
      .where(eq(auditSubjects.patientId, path.patientId))
    for (const type of ['clinic.read', 'patient.read', 'patients.searched'])
      expect(lines).toContainEqual({ type, purpose: 'TREAT', actor: care.staffId })
  })
})
