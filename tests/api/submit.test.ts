import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { alerts, responses, scores } from '../../server/db/schema/outcomes.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeAssessment, makeClinic, NOW, openBrowser } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
})
afterAll(() => house.close())

const KNEE = { pain_walking: 3, pain_rest: 2, pain_night: 4, stairs: 3, rising: 2, trust: 6 }
const ANSWERS = { 'hip-knee': KNEE, 'everyday-mood': { tension: 2, low_mood: 1 } }

async function opened(moment?: string) {
  const asked = await makeAsked(house, clinic, {}, moment)
  const browser = openBrowser(house)
  await browser.open(asked.token)
  return { ...asked, browser }
}

const stored = async (assessmentId: string) => {
  const [response] = await house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  const of = response?.id ?? ''
  return {
    response,
    scores: await house.db.select().from(scores).where(eq(scores.responseId, of)),
    alerts: await house.db.select().from(alerts).where(eq(alerts.responseId, of)),
  }
}

it('stores answers, scores, alerts and the audit line together', async () => {
  const { browser, assessmentId, patientId } = await opened()
  const low = { ...ANSWERS, 'everyday-mood': { tension: 2, low_mood: 9 } }
  const saved = await browser.save(assessmentId, 0, { 'hip-knee': KNEE })
  expect(saved).toEqual({ status: 200, body: { version: 1 } })
  const sent = await browser.submit(assessmentId, 1, {
    answers: low,
    topics: ['pain'],
    topicText: ' slapen ',
    urgent: true,
  })
  expect(sent.status).toBe(200)
  expect(sent.body.advice).toHaveLength(1)

  const { response, ...rows } = await stored(assessmentId)
  expect(response).toMatchObject({
    submittedAt: '2026-03-02T08:00:00.000Z',
    version: 2,
    answers: low,
    topics: ['pain'],
    topicText: 'slapen',
    urgent: true,
    respondent: 'patient',
  })
  expect(rows.scores.find(({ scale }) => scale === 'pain')?.value).toBe(3)
  expect(new Map(rows.alerts.map(({ rule, respondBy }) => [rule, respondBy]))).toEqual(
    new Map([
      ['patient-urgent', '2026-03-03T08:00:00.000Z'],
      ['very-low-mood', '2026-03-03T08:00:00.000Z'], // as soon as what the patient calls urgent
    ]),
  )
  const lines = await house.db
    .select({ type: auditEvents.type, actor: auditEvents.actorKind, object: auditEvents.objectId })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(eq(auditSubjects.patientId, patientId))
  expect(lines).toContainEqual({ type: 'response.submitted', actor: 'patient', object: response?.id })
})

it('makes one row of 50 identical submissions at once', async () => {
  const { browser, assessmentId } = await opened()
  const sent = await Promise.all(
    Array.from({ length: 50 }, () => browser.submit(assessmentId, 0, { answers: ANSWERS })),
  )
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]))
  const all = await house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  expect(all).toHaveLength(1)
  const { scores: rows } = await stored(assessmentId)
  expect(new Set(rows.map(({ scale, instrument }) => `${instrument} ${scale}`)).size).toBe(rows.length)
})

it('says the same again, and refuses other answers', async () => {
  const { browser, assessmentId } = await opened()
  const first = await browser.submit(assessmentId, 0, { answers: ANSWERS, topics: ['pain'] })
  house.pass(60_000)
  const again = await browser.submit(assessmentId, 0, { answers: ANSWERS, topics: ['pain'] })
  expect(again).toEqual(first)
  const other = await browser.submit(assessmentId, 0, {
    answers: { ...ANSWERS, 'hip-knee': { ...KNEE, trust: 1 } },
    topics: ['pain'],
  })
  expect(other.status).toBe(409)
  expect(other.body.code).toBe('already_submitted')
  expect((await browser.save(assessmentId, 1, { 'hip-knee': { trust: 1 } })).status).toBe(409)
})

it('writes nothing when an alert cannot be written', async () => {
  const { browser, assessmentId } = await opened()
  const { newId } = house.deps
  house.deps.newId = (prefix) => {
    if (prefix === 'ale') throw new Error('no alert today')
    return newId(prefix)
  }
  const sent = await browser.submit(assessmentId, 0, { answers: ANSWERS, urgent: true }).finally(() => {
    house.deps.newId = newId
  })
  expect(sent.status).toBe(500)
  expect((await stored(assessmentId)).response).toBeUndefined()
  expect((await browser.submit(assessmentId, 0, { answers: ANSWERS, urgent: true })).status).toBe(200)
})

it('does not know the questionnaire of another patient', async () => {
  const { browser } = await opened()
  const other = await makeAsked(house, clinic)
  expect((await browser.submit(other.assessmentId, 0, { answers: ANSWERS })).status).toBe(404)
  expect((await browser.save(other.assessmentId, 0, { 'hip-knee': { trust: 1 } })).status).toBe(404)
  expect((await stored(other.assessmentId)).response).toBeUndefined()
})

it('names what is missing or not possible', async () => {
  const { browser, assessmentId } = await opened('week-2')
  const wrong = { 'hip-knee': { pain_walking: 12 }, 'recovery-check': {}, elsewhere: {} }
  const { status, body } = await browser.submit(assessmentId, 0, { answers: wrong })
  expect(status).toBe(422)
  expect(body).toMatchObject({
    code: 'answers_refused',
    detail: {
      problems: [
        { instrument: 'elsewhere', code: 'unknown-item' },
        { instrument: 'recovery-check', item: 'complaint_now', code: 'required' },
        { instrument: 'hip-knee', item: 'pain_walking', code: 'not-an-option' },
      ],
    },
  })
  expect((await browser.submit(assessmentId, 0, { answers: ANSWERS, topics: ['weather'] })).status).toBe(422)
  expect((await stored(assessmentId)).response).toBeUndefined()
})

it('refuses a submission made from an older draft', async () => {
  const { browser, assessmentId } = await opened()
  await browser.save(assessmentId, 0, { 'hip-knee': { trust: 1 } })
  await browser.save(assessmentId, 1, { 'hip-knee': { trust: 2 } })
  const { status, body } = await browser.submit(assessmentId, 1, { answers: ANSWERS })
  expect(status).toBe(412)
  expect(body).toMatchObject({
    code: 'changed_elsewhere',
    detail: { version: 2, answers: { 'hip-knee': { trust: 2 } } },
  })
})

it('refuses to call an assessment answered in which nothing was', async () => {
  for (const moment of ['pre-op', 'check-up', 'intake']) {
    const { browser, assessmentId } = await opened(moment)
    for (const answers of [{}, { 'hip-knee': {} }, { 'hip-knee': { pain_walking: null } }]) {
      const sent = await browser.submit(assessmentId, 0, { answers })
      expect([sent.status, sent.body]).toMatchObject([422, { code: 'answers_refused' }])
    }
    expect((await stored(assessmentId)).response).toBeUndefined()
    expect((await browser.submit(assessmentId, 0, { answers: {}, urgent: true })).status).toBe(200)
  }
})

it('takes what was answered elsewhere a few days ago as answered, and nothing else', async () => {
  const { browser, ...first } = await opened('check-up')
  const { patientId, enrolmentId, teamId } = first
  const second = await makeAssessment(house, { patientId, enrolmentId, teamId, moment: 'pre-op' })
  const body = { pain: 2 }
  const checkUp = { answers: { 'hip-knee': KNEE, 'everyday-body': body } }
  expect((await browser.submit(first.assessmentId, 0, checkUp)).status).toBe(200)
  expect((await browser.submit(second, 0, { answers: {} })).status).toBe(422)
  const elsewhere = await makeAsked(house, clinic, {}, 'pre-op')
  const other = openBrowser(house)
  await other.open(elsewhere.token)
  const mood = { answers: { 'everyday-mood': ANSWERS['everyday-mood'] } }
  expect((await other.submit(elsewhere.assessmentId, 0, mood)).status).toBe(200)
  const instruments = async (id: string) => Object.keys((await stored(id)).response?.answers ?? {}).toSorted()
  expect(await instruments(elsewhere.assessmentId)).toEqual(['everyday-mood', 'hip-knee']) // passed over
  expect((await browser.submit(second, 0, mood)).status).toBe(200)
  expect((await browser.submit(second, 0, mood)).status).toBe(200) // the same again is harmless
  expect(await instruments(second)).toEqual(['everyday-mood']) // answered a moment ago
})
