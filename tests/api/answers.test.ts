import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assessments } from '../../server/db/schema/care.ts'
import { makeEnrolment } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import {
  makeAssessment,
  makeClinic,
  NOW,
  openAsked,
  openBrowser,
  readDraft,
} from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
})
afterAll(() => house.close())

const opened = (moment?: string) => openAsked(house, clinic, moment)
const draftOf = (assessmentId: string) => readDraft(house, assessmentId)

it('lets who began to answer for somebody go on as that on another device', async () => {
  const { browser, assessmentId, token } = await opened()
  await browser.press('/v/respondent', { respondent: 'proxy' })
  await browser.save(assessmentId, 0, { 'hip-knee': { pain_walking: 3 } })
  const elsewhere = openBrowser(house)
  await elsewhere.open(token)
  expect((await elsewhere.task()).body.respondent).toBe('proxy')
  await elsewhere.save(assessmentId, 1, { 'hip-knee': { pain_rest: 2 } })
  expect((await draftOf(assessmentId))?.respondent).toBe('proxy')
})

it('gives the forms in the language of the patient, and what was answered so far', async () => {
  const { browser, assessmentId, token } = await opened()
  await browser.save(assessmentId, 0, { 'hip-knee': { pain_walking: 3, pain_rest: null } })
  const elsewhere = openBrowser(house)
  await elsewhere.open(token)
  const { status, body } = await elsewhere.task()
  expect(status).toBe(200)
  expect(body).toMatchObject({
    organisation: 'Ziekenhuis De Vaart',
    urgentPhone: '010 000 12 34',
    language: 'nl',
    respondent: 'patient',
    assessments: [
      {
        id: assessmentId,
        version: 1,
        answers: { 'hip-knee': { pain_walking: 3, pain_rest: null } },
        clinician: 'Maaike Hoekstra',
        side: 'right',
        forms: [{ id: 'hip-knee', sided: true }, { id: 'everyday-mood' }],
      },
    ],
  })
  expect(JSON.stringify(body.assessments[0]?.forms)).not.toContain('"nl":')

  await elsewhere.press('/v/look', { language: 'en' })
  const english = (await elsewhere.task()).body
  expect(english.language).toBe('en')
  expect(english.assessments[0]?.forms[0]?.title).not.toBe(body.assessments[0]?.forms[0]?.title)
})

it('asks everything that is open in one go, and nothing that was answered a few days ago', async () => {
  const { browser, ...first } = await opened('check-up')
  const { patientId, enrolmentId, teamId } = first
  const second = await makeAssessment(house, {
    patientId,
    enrolmentId,
    teamId,
    moment: 'week-2',
    closesAt: '2026-03-20T00:00:00.000Z',
  })
  const asked = async () =>
    (await browser.task()).body.assessments.map(({ id, forms }) => [id, ...forms.map((form) => form.id)])
  expect(await asked()).toEqual([
    [first.assessmentId, 'hip-knee', 'everyday-body', 'visit-wish'],
    [second, 'recovery-check', 'hip-knee'],
  ])

  const knee = { pain_walking: 3 }
  await browser.submit(second, 0, { answers: { 'recovery-check': { complaint_now: 0 }, 'hip-knee': knee } })
  expect(await asked()).toEqual([[first.assessmentId, 'everyday-body', 'visit-wish']])
  const sent = await browser.submit(first.assessmentId, 0, { answers: { 'everyday-body': { pain: 2 } } })
  expect(sent.status).toBe(200)
  expect(await asked()).toEqual([])
  expect(await (await browser.get('/v')).text()).toContain('Er staan geen vragen voor u klaar')
})

it('asks about the left knee whatever was answered about the right one', async () => {
  const { browser, ...right } = await opened('check-up')
  const { patientId, teamId } = right
  const { organisationId } = clinic
  const left = await makeEnrolment(house, { patientId, organisationId, teamId, side: 'left' })
  const other = await makeAssessment(house, { patientId, enrolmentId: left, teamId, moment: 'check-up' })
  const answers = { 'hip-knee': { pain_walking: 3 }, 'everyday-body': { pain: 2 } }
  expect((await browser.submit(right.assessmentId, 0, { answers })).status).toBe(200)
  const asked = (await browser.task()).body.assessments
  expect(asked.map(({ id, side, forms }) => [id, side, ...forms.map((form) => form.id)])).toEqual([
    [other, 'left', 'hip-knee', 'visit-wish'],
  ])
})

it('counts as started with the first saved answer, not before', async () => {
  const { browser, assessmentId } = await opened()
  await browser.get('/v')
  await browser.task()
  expect(await draftOf(assessmentId)).toBeUndefined()
  await browser.save(assessmentId, 0, { 'hip-knee': { trust: 5 } })
  expect(await draftOf(assessmentId)).toMatchObject({
    version: 1,
    submittedAt: null,
    startedAt: new Date(NOW).toISOString(),
  })
})

it('overwrites nothing when two windows save: the later one gets what is there, and saves on top of it', async () => {
  const { browser, assessmentId, token } = await opened()
  const other = openBrowser(house)
  await other.open(token)
  await browser.save(assessmentId, 0, { 'hip-knee': { pain_walking: 3 } })

  const late = await other.save(assessmentId, 0, { 'hip-knee': { pain_rest: 4 } })
  expect(late).toMatchObject({
    status: 412,
    body: { code: 'changed_elsewhere', detail: { version: 1, answers: { 'hip-knee': { pain_walking: 3 } } } },
  })
  expect((await other.save(assessmentId, 1, { 'hip-knee': { pain_rest: 4 } })).body).toEqual({ version: 2 })
  expect((await draftOf(assessmentId))?.answers).toEqual({ 'hip-knee': { pain_walking: 3, pain_rest: 4 } })
})

it('lets one of many saves of the same version through', async () => {
  const { browser, assessmentId } = await opened()
  const saves = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7, 8].map((trust) => browser.save(assessmentId, 0, { 'hip-knee': { trust } })),
  )
  expect(saves.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200, 412, 412, 412, 412, 412, 412, 412,
  ])
  expect((await draftOf(assessmentId))?.version).toBe(1)
})

it('keeps every answer of 200 interleaved saves of two windows, and never takes one for another unseen', async () => {
  const { browser, assessmentId, token } = await opened()
  const other = openBrowser(house)
  await other.open(token)
  const ids = ['pain_walking', 'pain_rest', 'pain_night', 'stairs', 'rising', 'trust']
  const seen: string[] = []
  const windowOf = ({ save }: typeof browser, [from, until]: [number, number]) => {
    let version = 0
    return async (turn: number) => {
      const item = ids[from + (turn % (until - from))] ?? ''
      const changes = { 'hip-knee': { [item]: turn % 5 } }
      const first = await save(assessmentId, version, changes)
      const { version: theirs } = (first.body.detail ?? {}) as { version?: number }
      const saved = first.status === 412 ? await save(assessmentId, theirs ?? -1, changes) : first
      expect(saved.status).toBe(200)
      version = saved.body.version as number
      if (first.status === 412) seen.push(item)
    }
  }
  const [left, right] = [windowOf(browser, [0, 3]), windowOf(other, [3, 6])]
  for (let turn = 0; turn < 100; turn++) {
    await left(turn)
    await right(turn)
  }
  const last = (place: number) => 99 - ((99 - place) % 3) // the last turn in which a window gave this answer
  const kept = Object.fromEntries(ids.map((id, place) => [id, last(place % 3) % 5]))
  expect(await draftOf(assessmentId)).toMatchObject({ version: 200, answers: { 'hip-knee': kept } })
  expect(seen).toHaveLength(199) // each but the first was told of the other's answers before its own went in
})

it('refuses answers that are not possible, and keeps what was there', async () => {
  const { browser, assessmentId } = await opened()
  await browser.save(assessmentId, 0, { 'hip-knee': { trust: 5 } })
  const refusals: [unknown, string, string][] = [
    [{ 'hip-knee': { trust: 11 } }, 'trust', 'not-an-option'],
    [{ 'hip-knee': { trust: '5' } }, 'trust', 'wrong-type'],
    [{ 'hip-knee': { elbow: 1 } }, 'elbow', 'unknown-item'],
    [{ 'hip-knee': { constructor: 1 } }, 'constructor', 'unknown-item'],
    [{ 'phq-9': { item: 1 } }, '', 'unknown-item'],
  ]
  for (const [changes, item, code] of refusals) {
    const { status, body } = await browser.save(assessmentId, 1, changes)
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'answers_refused', detail: { problems: [{ item, code }] } })
  }
  expect(await draftOf(assessmentId)).toMatchObject({ version: 1, answers: { 'hip-knee': { trust: 5 } } })
})

it('answers hostile bodies by name', async () => {
  const { browser, assessmentId } = await opened()
  const put = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await browser.ask('PUT', '/api/patient/answers', {
      headers: { 'content-type': 'application/json', 'if-match': '"0"', ...headers },
      body,
    })
    return answer.status
  }
  const good = JSON.stringify({ assessment: assessmentId, changes: { 'hip-knee': { trust: 5 } } })
  expect(await put('{"assessment":')).toBe(400)
  expect(await put('null')).toBe(400)
  expect(await put('[]')).toBe(400)
  expect(await put(`{"__proto__":{"assessment":"${assessmentId}"}}`)).toBe(400)
  expect(await put(JSON.stringify({ assessment: 'ass_\u0000', changes: {} }))).toBe(400)
  expect(await put(JSON.stringify({ assessment: assessmentId, changes: {}, submittedAt: NOW }))).toBe(400)
  expect(
    await put(`{"assessment":"${assessmentId}","changes":{"__proto__":{"a":1}}}`),
  ).toBeGreaterThanOrEqual(200)
  expect(
    await put(
      `{"assessment":"${assessmentId}","changes":{"hip-knee":{"trust":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}`,
    ),
  ).toBe(422)
  expect(
    await put(
      JSON.stringify({ assessment: assessmentId, changes: { 'hip-knee': { x: 'a'.repeat(300_000) } } }),
    ),
  ).toBe(413)
  expect(await put(good, { 'if-match': 'none' })).toBe(428)
  expect(await put(good, { 'content-type': 'text/plain' })).toBe(415)
  expect(await put(good, { origin: 'https://elsewhere.example' })).toBe(403)
  expect(await put(good, { 'sec-fetch-site': 'cross-site' })).toBe(403)
})

it('asks who it is before it says anything', async () => {
  const stranger = openBrowser(house)
  const { assessmentId } = await opened()
  expect((await stranger.task()).status).toBe(401)
  expect((await stranger.save(assessmentId, 0, {})).status).toBe(401)
  expect((await stranger.submit(assessmentId, 0, { answers: {} })).status).toBe(401)
})

it('falls asleep after half an hour, and keeps the answers', async () => {
  const { browser, assessmentId, token } = await opened()
  await browser.save(assessmentId, 0, { 'hip-knee': { trust: 5 } })
  house.pass(20 * 60_000)
  expect((await browser.save(assessmentId, 1, { 'hip-knee': { trust: 6 } })).status).toBe(200)
  house.pass(20 * 60_000)
  expect((await browser.save(assessmentId, 2, { 'hip-knee': { trust: 7 } })).status).toBe(200)
  house.pass(31 * 60_000)
  expect((await browser.save(assessmentId, 3, { 'hip-knee': { trust: 8 } })).body.code).toBe(
    'open_link_again',
  )
  await browser.open(token)
  expect((await browser.save(assessmentId, 3, { 'hip-knee': { trust: 8 } })).status).toBe(200)
  house.goTo(NOW)
})

it('takes no answers before a questionnaire opens, after it closed, or when it was withdrawn', async () => {
  const wrong = [
    { opensAt: '2026-03-05T00:00:00.000Z' },
    { closesAt: '2026-03-01T00:00:00.000Z' },
    { withdrawnAt: '2026-03-01T00:00:00.000Z', withdrawnWhy: 'appointment-cancelled' },
  ]
  for (const change of wrong) {
    const { browser, assessmentId } = await opened()
    await house.db.update(assessments).set(change).where(eq(assessments.id, assessmentId))
    const { status, body } = await browser.save(assessmentId, 0, { 'hip-knee': { trust: 5 } })
    expect([status, body.code]).toEqual([409, 'not_open'])
    expect((await browser.submit(assessmentId, 0, { answers: {} })).body.code).toBe('not_open')
    expect((await browser.task()).body.assessments).toEqual([])
  }
})
