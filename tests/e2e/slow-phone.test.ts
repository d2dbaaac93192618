import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPace, writePace } from '../../server/responses/pace.ts'
import { launchBrowser } from '../support/browser.ts'
import { answer, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { makeStaff } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeAssessment, makeToken, NOW } from '../support/patient-browser.ts'
import { openSlowPhone, PATIENCE } from '../support/slow-phone.ts'

let browser: Browser
let live: Live
beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: NOW, env: { DEMO: '1' } })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const go = (page: Page) => page.locator('.go').click()
const heading = (page: Page) => page.locator('h1').innerText()

async function begin(page: Page, token: string) {
  await page.goto(`/v/${token}`)
  await go(page)
  await page.locator('[data-begin]').click()
  await page.getByRole('radiogroup').waitFor()
}

/** Chooses the second answer where there is one to choose, and goes on. */
async function answerOne(page: Page) {
  const before = await heading(page)
  const choices = page.locator('main label:has(input[type=radio])')
  if ((await choices.count()) > 1) {
    await choices.nth(1).click()
    await page.locator('.saved svg').waitFor()
  }
  await go(page)
  await expect.poll(() => heading(page), PATIENCE).not.toBe(before)
}

const WORDS = 'Weer naar de markt lopen.'

test('what matters to somebody is asked again in their own words, and stands first for the clinician', async () => {
  const care = await makeCare(live.house)
  const path = await makePath(live.house, care, { intake: '2026-03-16T09:00:00.000Z' })
  await answer(live.house, care.ctx, path.enrolmentId, 'intake', {
    answers: { ...joint(6, 1), ...everyday(6, 1), ...life(5, 2), 'what-matters': { goal_1: WORDS } },
  })
  await live.pass(60_000)
  const place = { patientId: path.patientId, enrolmentId: path.enrolmentId, teamId: care.teamId }
  await makeAssessment(live.house, { ...place, moment: 'month-3' })

  const phone = await openSlowPhone(live, browser)
  await begin(phone, await makeToken(live.house, path.patientId, care.organisationId))
  let asked = ''
  while ((await phone.locator('#topic-text').count()) === 0) {
    if (await phone.getByText(WORDS).isVisible()) asked = await heading(phone)
    await answerOne(phone)
  }
  expect(asked).toContain(WORDS)
  await go(phone)
  await phone.locator('input[name=urgent][value=no]').check()
  await go(phone)
  await phone.getByRole('heading', { name: 'Uw antwoorden zijn verstuurd' }).waitFor()

  const desk = await (await live.context(browser, { locale: 'nl-NL' })).newPage()
  await live.signIn(desk, care.staffId)
  await desk.goto(`/staff/patients/${path.patientId}`)
  await desk.getByRole('listitem').getByText(WORDS).waitFor()
  await phone.context().close()
  await desk.context().close()
})

test('whoever makes a set shorter sees at which question people stop, and nobody’s name', async () => {
  const care = await makeCare(live.house)
  const clinic = { organisationId: care.organisationId, teamId: care.teamId, staffId: care.staffId }
  const version = await live.house.deps.definitions.current('hip-knee-osteoarthritis')
  for (let other = 0; other < 9; other++)
    addPace(live.house.deps, { setVersionId: version?.id ?? '', moment: 'pre-op', language: 'nl' }, [
      ['answered', 'hip-knee', 'pain_walking', 0],
      ['reached', 'hip-knee', 'pain_rest', 0],
    ])
  const { token } = await makeAsked(live.house, clinic)
  const phone = await openSlowPhone(live, browser)
  await begin(phone, token)
  await answerOne(phone)
  await phone.context().close()
  await writePace(live.house.deps)

  const editor = await makeStaff(live.house, { organisationId: care.organisationId, role: 'outcome-editor' })
  const desk = await (await live.context(browser, { locale: 'nl-NL' })).newPage()
  await live.signIn(desk, editor)
  await desk.goto('/staff/definitions')
  const set = desk.locator('details', { hasText: 'artrose van heup of knie' })
  await set.locator('summary').click()
  await set.getByRole('button', { name: /Tellingen tonen/ }).click()
  const counted = set.getByRole('row', { name: /pijn.*rust/i })
  expect(await counted.innerText()).toMatch(/\t\d\d\t(9\d|100) %/) // who came in the story above went on
  expect(await set.innerText()).toContain('De meesten stoppen bij')
  await desk.context().close()
})
