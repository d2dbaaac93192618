import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { readOnePager } from '../../server/clinic/one-pager.ts'
import { agree } from '../../server/consults/agree.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { alerts, discussions, openings } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { answer, type Care, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { makeEnrolment, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const PROVIDER = {
  PATIENT_ISSUER: 'https://id.example.nl',
  PATIENT_CLIENT_ID: 'uitkomst',
  PATIENT_CLIENT_SECRET: 'a secret of the provider',
}

let house: House
let care: Care
let path: Awaited<ReturnType<typeof makePath>>
let responseId: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-10T08:00:00Z', env: PROVIDER })
  care = await makeCare(house)
  path = await makePath(house, care, { intake: '2026-03-16T09:00:00.000Z' })
  const answered = await answer(house, care.ctx, path.enrolmentId, 'intake', {
    answers: { ...joint(9, 1), ...everyday(6, 2), ...life(5, 1) },
  })
  responseId = answered.responseId
})
afterAll(() => house.close())

const me = () => house.as(care.staffId)
const page = async () => (await me().get(`/api/clinic/patients/${path.patientId}`)).body as OnePager
const lines = async (type: string) => house.db.select().from(auditEvents).where(eq(auditEvents.type, type))

it('counts an answer as opened once, however often it was on screen', async () => {
  const at = `/api/consults/responses/${responseId}/opened`
  const answers = await Promise.all([me().put(at), me().put(at), me().put(at)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await house.db.select().from(openings)).toHaveLength(1)
  expect(await lines('response.opened')).toHaveLength(1)
  expect((await page()).answer).toMatchObject({ openedByMe: true, opened: { by: 'Maaike Hoekstra' } })
})

it('records that it was discussed, and takes it back', async () => {
  const at = `/api/consults/responses/${responseId}/discussed`
  expect((await me().put(at)).status).toBe(200)
  expect((await me().put(at)).status).toBe(200)
  expect(await house.db.select().from(discussions)).toHaveLength(1)
  expect((await page()).answer?.discussed).toMatchObject({ by: 'Maaike Hoekstra' })
  expect((await me().delete(at)).status).toBe(200)
  expect((await page()).answer?.discussed).toBeNull()
  expect(await lines('response.discussion-undone')).toHaveLength(1)
})

it('writes down what was agreed, tells the patient that there is something to read, and takes it back', async () => {
  const at = `/api/consults/enrolments/${path.enrolmentId}/agreements`
  const sentence = 'U fietst elke dag een half uur.'
  const talks = (await lines('response.discussed')).length
  const made = await me().post(at, { sentence, who: 'u zelf', dueOn: '2026-04-01', responseId })
  expect(made.status).toBe(201)
  const { agreements, answer: discussedToo } = await page()
  expect(agreements).toMatchObject([{ sentence, who: 'u zelf', dueOn: '2026-04-01', by: 'Maaike Hoekstra' }])
  expect(discussedToo?.discussed).not.toBeNull()
  expect(await lines('response.discussed')).toHaveLength(talks + 1)
  const mails = await house.db.select().from(messages).where(eq(messages.kind, 'agreement'))
  expect(mails).toMatchObject([{ patientId: path.patientId, content: null }])

  const { id } = made.body as { id: string }
  expect((await me().delete(`${at}/${id}`)).status).toBe(200)
  expect((await page()).agreements).toEqual([])
  expect((await me().delete(`${at}/${id}`)).status).toBe(404)
})

it('mails about no agreement where patients cannot sign in, and the page of the patient says so', async () => {
  expect((await page()).readable).toBe(true)
  const { PATIENT_ISSUER: _, ...config } = house.deps.config
  const closed = { ...house.deps, config }
  const { patientId, enrolmentId } = await makePath(house, care, { intake: '2026-03-16T10:00:00.000Z' })
  const sentence = 'U wandelt elke dag.'
  await agree(closed, care.ctx, {
    enrolmentId,
    sentence,
    who: null,
    dueOn: null,
    responseId: null,
    key: null,
  })
  const mine = and(eq(messages.patientId, patientId), eq(messages.kind, 'agreement'))
  expect(await house.db.$count(messages, mine)).toBe(0)
  expect(await readOnePager(closed, care.ctx, { patientId, enrolment: undefined })).toMatchObject({
    readable: false,
    told: false,
    agreements: [{ sentence }],
  })
})

it('says before anything is shared whether a mail will tell this patient', async () => {
  const { patientId } = await makePath(house, care, { intake: '2026-03-16T11:00:00.000Z' })
  const told = async () =>
    (await readOnePager(house.deps, care.ctx, { patientId, enrolment: undefined })).told
  const becomes = (change: Partial<typeof patients.$inferInsert>) =>
    house.db.update(patients).set(change).where(eq(patients.id, patientId))
  await becomes({ email: 'iemand@example.org' })
  expect(await told()).toBe(true)
  await becomes({ mailOff: ['agreement'] })
  expect(await told()).toBe(false)
  await becomes({ mailOff: ['thanks'], email: null })
  expect(await told()).toBe(false)
})

it('writes down once what is sent twice with one key, and tells the patient once', async () => {
  const at = `/api/consults/enrolments/${path.enrolmentId}/agreements`
  const notices = async () => (await lines('agreement.made')).length
  const before = await notices()
  const given = { sentence: 'U belt ons als het niet gaat.', key: 'one-and-the-same' }
  const twice = await Promise.all([me().post(at, given), me().post(at, given)])
  expect(twice.map(({ status }) => status)).toEqual([201, 201])
  expect(twice[0]?.body).toEqual(twice[1]?.body)
  expect((await page()).agreements).toHaveLength(1)
  expect(await notices()).toBe(before + 1)

  const next = await me().post(at, { ...given, key: 'another' })
  expect((await page()).agreements).toHaveLength(2)
  for (const { body } of [twice[0], next].filter((made) => made !== undefined))
    await me().delete(`${at}/${(body as { id: string }).id}`)
  expect((await me().post(at, given)).status).toBe(201)
  expect((await page()).agreements).toEqual([]) // what was taken back does not return by a late copy
})

it('refuses an empty agreement, and one about somebody else', async () => {
  const at = `/api/consults/enrolments/${path.enrolmentId}/agreements`
  expect((await me().post(at, { sentence: '  ' })).status).toBe(400)
  const other = await makePath(house, care, { intake: '2026-03-17T09:00:00.000Z' })
  const elsewhere = await me().post(`/api/consults/enrolments/${other.enrolmentId}/agreements`, {
    sentence: 'Ja.',
    responseId,
  })
  expect(elsewhere).toMatchObject({ status: 422, body: { code: 'other_care_path' } })
})

it('lets one person take an alert up and one close it, with what came of it', async () => {
  const [alert] = (await page()).alerts
  const at = `/api/consults/alerts/${alert?.id}`
  const takes = await Promise.all([me().put(`${at}/acknowledged`), me().put(`${at}/acknowledged`)])
  expect(takes.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await me().put(`${at}/closed`, { code: 'contacted', note: '' })).status).toBe(400)
  expect(
    (await me().put(`${at}/closed`, { code: 'treatment', note: 'Pijnstilling aangepast.' })).status,
  ).toBe(200)
  expect(await me().put(`${at}/closed`, { code: 'contacted', note: 'Nog eens.' })).toMatchObject({
    status: 409,
    body: { code: 'alert_closed' },
  })
  expect((await page()).alerts).toMatchObject([
    {
      acknowledgedBy: 'Maaike Hoekstra',
      closedBy: 'Maaike Hoekstra',
      outcomeCode: 'treatment',
      outcome: 'Pijnstilling aangepast.',
    },
  ])
})

it('keeps one current value of a clinical measure, and what was corrected', async () => {
  const at = `/api/consults/enrolments/${path.enrolmentId}/measures`
  const days = (value: number) => ({ measure: 'length-of-stay', value, measuredOn: '2026-03-10' })
  const asked = async () => (await page()).measures.map(({ id }) => id)
  expect(await asked()).toEqual([]) // no operation yet: nothing to tell of it
  expect((await me().post(at, days(3))).status).toBe(201)
  expect(await asked()).toEqual(['length-of-stay'])
  house.pass(1000)
  expect((await me().post(at, days(2))).status).toBe(201)
  expect((await page()).measures.find(({ id }) => id === 'length-of-stay')).toMatchObject({
    latest: { value: 2, measuredOn: '2026-03-10', source: 'staff' },
  })
  const value = async () => (await page()).measures[0]?.latest?.value
  const undo = (as = me()) => as.delete(`${at}/length-of-stay`)
  const other = house.as(await makeStaff(house, { ...care, role: 'clinician' }))
  expect((await undo(other)).status).toBe(409)
  expect((await undo()).status).toBe(200)
  expect(await value()).toBe(3) // what it replaced stands again
  expect((await undo()).status).toBe(200)
  expect(await value()).toBe(undefined)
  house.pass(1000)
  expect((await me().post(at, days(2))).status).toBe(201)
  expect((await undo()).status).toBe(200)
  expect(await value()).toBe(undefined) // and not what was taken back before
  expect((await me().post(at, days(2))).status).toBe(201)
  house.pass(11 * 60_000)
  expect(await undo()).toMatchObject({ status: 409, body: { code: 'too_late' } })
  expect(await value()).toBe(2)
  const wrong = (field: string, code: string) => ({
    status: 422,
    body: { code: 'measure_wrong', detail: { field, code } },
  })
  expect(await me().post(at, days(-1))).toMatchObject(wrong('value', 'range'))
  expect(await me().post(at, days(1.5))).toMatchObject(wrong('value', 'decimals'))
  const on = (measuredOn: string) => me().post(at, { ...days(1), measuredOn })
  expect(await on('2030-01-01')).toMatchObject(wrong('measuredOn', 'to-come'))
  expect(await on('2019-01-01')).toMatchObject(wrong('measuredOn', 'before-path'))
  expect(await me().post(at, { ...days(1), measure: 'joint-pain' })).toMatchObject({
    status: 422,
    body: { code: 'unknown_measure' },
  })
})

it('takes a measurement of today where the organisation is, which may be yesterday elsewhere', async () => {
  house.goTo('2026-03-31T22:30:00Z') // half past midnight in Amsterdam
  const at = `/api/consults/enrolments/${path.enrolmentId}/measures`
  const on = (measuredOn: string) => me().post(at, { measure: 'length-of-stay', value: 2, measuredOn })
  expect((await on('2026-04-01')).status).toBe(201)
  expect((await on('2026-04-02')).status).toBe(422)
})

it('is nobody else’s business', async () => {
  const teamId = await makeTeam(house, care.organisationId, { name: 'Handen' })
  const colleague = house.as(
    await makeStaff(house, { organisationId: care.organisationId, teamId, role: 'clinician' }),
  )
  const outsiders = [
    colleague.put(`/api/consults/responses/${responseId}/opened`),
    colleague.put(`/api/consults/responses/${responseId}/discussed`),
    colleague.delete(`/api/consults/responses/${responseId}/discussed`),
    colleague.post(`/api/consults/enrolments/${path.enrolmentId}/agreements`, { sentence: 'Nee.' }),
    colleague.post(`/api/consults/enrolments/${path.enrolmentId}/measures`, {
      measure: 'length-of-stay',
      value: 1,
      measuredOn: '2026-03-01',
    }),
  ]
  expect((await Promise.all(outsiders)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect((await house.as(null).put(`/api/consults/responses/${responseId}/opened`)).status).toBe(401)
  const by = new Set((await house.db.select().from(openings)).map(({ staffId }) => staffId))
  expect(by).toEqual(new Set([care.staffId]))
})

it('stays with the team that asked, also where another team has the same patient in care', async () => {
  const { organisationId } = care
  const hurt = await makePath(house, care, { intake: '2026-04-10T09:00:00.000Z' })
  const asked = await answer(house, care.ctx, hurt.enrolmentId, 'intake', {
    answers: { ...joint(9, 1), ...everyday(6, 2), ...life(5, 1) },
    urgent: true,
  })
  const [alert] = await house.db.select().from(alerts).where(eq(alerts.responseId, asked.responseId))
  const acts = (staffId: string) => {
    const of = house.as(staffId)
    return [
      () => of.put(`/api/consults/responses/${asked.responseId}/opened`),
      () => of.put(`/api/consults/responses/${asked.responseId}/discussed`),
      () => of.delete(`/api/consults/responses/${asked.responseId}/discussed`),
      () => of.put(`/api/consults/alerts/${alert?.id}/acknowledged`),
      () => of.put(`/api/consults/alerts/${alert?.id}/closed`, { code: 'contacted', note: 'Gebeld.' }),
    ]
  }
  const statuses = async (staffId: string) => {
    const seen: number[] = []
    for (const act of acts(staffId)) seen.push((await act()).status)
    return seen
  }
  const teamId = await makeTeam(house, organisationId, { name: 'Borst', outcomeSet: 'breast-cancer' })
  const colleague = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const enrolmentId = await makeEnrolment(house, {
    organisationId,
    teamId,
    patientId: hurt.patientId,
    outcomeSet: 'breast-cancer',
  })
  expect((await house.as(colleague).get(`/api/clinic/patients/${hurt.patientId}`)).status).toBe(200)
  expect(await statuses(colleague)).toEqual([404, 404, 404, 404, 404])
  const cited = await house.as(colleague).post(`/api/consults/enrolments/${enrolmentId}/agreements`, {
    sentence: 'Ja.',
    responseId: asked.responseId,
  })
  expect(cited.status).toBe(404)
})
