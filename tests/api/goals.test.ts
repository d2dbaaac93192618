import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAssessment, makeToken, openBrowser } from '../support/patient-browser.ts'

// What matters to a patient: asked before the choice, asked again in their own words, first on every page about them.

let house: House
let care: Awaited<ReturnType<typeof makeCare>>

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  care = await makeCare(house)
})
afterAll(() => house.close())

const WORDS = 'Naar de <markt> lopen.'

async function asksBack(goals: Record<string, string>) {
  const path = await makePath(house, care, { intake: '2026-03-16T09:00:00.000Z' })
  await answer(house, care.ctx, path.enrolmentId, 'intake', {
    answers: { ...joint(6, 1), ...everyday(6, 1), ...life(5, 2), 'what-matters': goals },
  })
  house.pass(60_000)
  const { patientId, enrolmentId } = path
  const assessmentId = await makeAssessment(house, {
    patientId,
    enrolmentId,
    teamId: care.teamId,
    moment: 'month-3',
  })
  const browser = openBrowser(house)
  await browser.open(await makeToken(house, patientId, care.organisationId))
  return { ...path, assessmentId, browser }
}

test('a goal is asked about in the words of who wrote it, and of nobody else', async () => {
  const { browser } = await asksBack({ goal_1: WORDS })
  const page = await (await browser.get('/v')).text()
  expect(page).toContain('<q lang="" dir="auto">Naar de &lt;markt&gt; lopen.</q>')
  expect(page.match(/"item":"reached_/g)).toHaveLength(1)
  const other = await asksBack({ goal_1: 'Slapen.', goal_2: 'Tuinieren.' })
  const theirs = await (await other.browser.get('/v')).text()
  expect(theirs).not.toContain('markt')
  expect(theirs.match(/"item":"reached_/g)).toHaveLength(2)
})

test('who wrote nothing is not asked', async () => {
  const { browser } = await asksBack({})
  expect(await (await browser.get('/v')).text()).not.toContain('reached_')
})

test('goals and how far they are stand first on the page of the clinician', async () => {
  const { browser, assessmentId, patientId, enrolmentId } = await asksBack({ goal_1: WORDS })
  const answers = { ...joint(3, 3), ...everyday(3, 3), 'treatment-result': {}, 'goals-now': { reached_1: 3 } }
  expect((await browser.submit(assessmentId, 0, { answers })).status).toBe(200)
  const { body } = await house
    .as(care.staffId)
    .get(`/api/clinic/patients/${patientId}?enrolment=${enrolmentId}`)
  expect(body).toMatchObject({
    goals: [{ words: WORDS, steps: [{ value: 3, text: { nl: 'Bijna helemaal' } }] }],
  })
})
