import { afterAll, beforeAll, expect, test } from 'vitest'
import { responses, scores } from '../../server/db/schema/outcomes.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAssessment, makeClinic, NOW, openAsked, openBrowser } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
})
afterAll(() => house.close())

type Asked = Awaited<ReturnType<typeof openAsked>>
const PAIN = { pain_walking: 1, pain_rest: 1, pain_night: 1 }
const sent = async ({ browser }: Asked) => (await browser.get('/v/sent')).text()

async function send({ browser, assessmentId }: Asked, more: Record<string, number> = {}) {
  const saved = await browser.save(assessmentId, 0, { 'hip-knee': { ...PAIN, ...more } })
  expect(saved.status).toBe(200)
  expect((await browser.press('/v/finish', { urgent: 'no' })).headers.get('location')).toBe('/v/sent')
}

const PAIN_BEFORE = [{ scale: 'pain', value: 9, standardError: 0.8, answered: 3 }]

/** An answer of half a year ago. */
async function makeEarlier(
  { patientId, enrolmentId, teamId }: Asked,
  respondent: string,
  before: readonly Pick<
    typeof scores.$inferInsert,
    'scale' | 'value' | 'standardError' | 'answered'
  >[] = PAIN_BEFORE,
) {
  const place = { patientId, enrolmentId, teamId }
  const assessmentId = await makeAssessment(house, { ...place, moment: 'intake', anchor: 'earlier' })
  const responseId = house.deps.newId('res')
  const at = '2025-09-01T09:00:00.000Z'
  const answered = { respondent, mode: 'web', language: 'nl', answers: {}, version: 1 }
  await house.db.insert(responses).values({
    id: responseId,
    assessmentId,
    ...place,
    ...answered,
    startedAt: at,
    submittedAt: at,
    month: '2025-09',
  })
  const score = { responseId, instrument: 'hip-knee', scoringVersion: 1 }
  await house.db.insert(scores).values(before.map((one) => ({ ...score, ...one })))
}

test('after sending, the answers are told in words: first that it is the first time', async () => {
  const asked = await openAsked(house, clinic)
  await send(asked)
  const page = await sent(asked)
  expect(page).toContain('Wat uw antwoorden betekenen')
  expect(page).toContain('Dit is de eerste keer.')
  expect(page).not.toContain('vorige keer')
})

test('only the browser that sent the answers reads anything of them back', async () => {
  const asked = await openAsked(house, clinic)
  const neighbour = openBrowser(house)
  await neighbour.open(asked.token) // before the patient sends, with the same link
  await send(asked)
  expect(await sent(asked)).toContain('Wat uw antwoorden betekenen')
  const overheard = await (await neighbour.get('/v/sent')).text()
  expect(overheard).not.toContain('Wat uw antwoorden betekenen')
  expect(overheard).not.toContain('Pijn')
  const later = openBrowser(house)
  house.pass(60_000)
  await later.open(asked.token)
  expect(await (await later.get('/v/sent')).text()).not.toContain('Wat uw antwoorden betekenen')
})

test('own earlier answers come first, without saying what they were', async () => {
  const asked = await openAsked(house, clinic)
  await makeEarlier(asked, 'patient')
  await send(asked)
  const page = await sent(asked)
  expect(page).toMatch(/<dt>Pijn[^<]*<\/dt><dd><b>Duidelijk beter dan de vorige keer\.<\/b>/)
  expect(page).toContain('Deze vragen zijn van onszelf.')
  await asked.browser.press('/v/look', { language: 'tr' })
  expect(await sent(asked)).toMatch(/<dt>Kalça ya da diz ağrısı<\/dt><dd><b>[^<]+<\/b> Şimdi: hafif\./)
  await asked.browser.press('/v/look', { language: 'en' })
  expect(await sent(asked)).toContain('Clearly better than last time.')
})

test('of one domain the change that stands out is told, as on the page of the clinician', async () => {
  const asked = await openAsked(house, clinic)
  await makeEarlier(asked, 'patient', [
    { scale: 'function', value: 0, standardError: 8, answered: 2 },
    { scale: 'trust', value: 0, standardError: 1, answered: 1 },
  ])
  await send(asked, { stairs: 2, rising: 2, trust: 10 })
  const page = await sent(asked)
  expect(page).toMatch(/<dt>Vertrouwen[^<]*<\/dt><dd><b>Duidelijk beter/)
  expect(page).not.toContain('<dt>Traplopen')
})

test('what somebody else answered for the patient is no earlier answer, and is not told back', async () => {
  const asked = await openAsked(house, clinic)
  await makeEarlier(asked, 'proxy')
  await send(asked)
  expect(await sent(asked)).not.toContain('vorige keer')
  const proxy = await openAsked(house, clinic)
  await proxy.browser.press('/v/respondent', { respondent: 'proxy' })
  await send(proxy)
  expect(await sent(proxy)).not.toContain('Wat uw antwoorden betekenen')
})

test('after a loss neither the page of thanks nor the start speaks as if nothing had happened', async () => {
  const asked = await openAsked(house, clinic)
  await send(asked)
  expect(await sent(asked)).toContain('Dank u wel')
  const end = `/api/enrolments/${asked.enrolmentId}/end`
  expect((await house.as(clinic.staffId).post(end, { reason: 'loss' })).status).toBe(204)
  for (const page of [await sent(asked), await (await asked.browser.get('/v')).text()]) {
    expect(page).toContain('Over een zorgpad dat is gestopt, krijgt u geen vragen meer.')
    expect(page).not.toMatch(/Dank u wel|zijn binnen|Lees wat er nu gebeurt|krijgt u een bericht|betekenen/)
  }
})

test('a care path that is over reads the same behind a link, whyever it ended', async () => {
  const endedBy = async (reason: 'loss' | 'finished') => {
    const asked = await openAsked(house, clinic)
    await house.as(clinic.staffId).post(`/api/enrolments/${asked.enrolmentId}/end`, { reason })
    return (await (await asked.browser.get('/v')).text()).replaceAll(asked.patientId, '')
  }
  const page = await endedBy('loss')
  expect(page).toContain('Over een zorgpad dat is gestopt, krijgt u geen vragen meer.')
  expect(await endedBy('finished')).toBe(page)
})
