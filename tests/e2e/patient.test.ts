import type { Browser, BrowserContext, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { responses } from '../../server/db/schema/outcomes.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW } from '../support/patient-browser.ts'
import { faultsForAxe } from '../support/sound-page.ts'

const PATIENCE = { timeout: 20_000 } // a busy machine is no failure

let browser: Browser
let live: Live
let clinic: Awaited<ReturnType<typeof makeClinic>>
let careful: Awaited<ReturnType<typeof makeClinic>>

beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: NOW, env: { DEMO: '1' } })
  clinic = await makeClinic(live.house)
  careful = await makeClinic(live.house, { confirmBirthDate: true })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const sizes = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
  tiny: { width: 320, height: 568 },
}

async function openPage(size: keyof typeof sizes = 'phone'): Promise<Page> {
  const context = await live.context(browser, { viewport: sizes[size], locale: 'nl-NL' })
  await watchPolicy(context)
  return context.newPage()
}

/** Whatever the content-security policy stops is noted in the page. */
const watchPolicy = (context: BrowserContext) =>
  context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const noted = JSON.parse(document.documentElement.dataset.stopped ?? '[]') as string[]
      document.documentElement.dataset.stopped = JSON.stringify([
        ...noted,
        `${violatedDirective} ${blockedURI}`,
      ])
    })
  })

/** Nothing for axe, nothing stopped by the policy, nothing wider than the window. */
async function expectSound(page: Page) {
  expect(await faultsForAxe(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.dataset.stopped)).toBeUndefined()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

const go = (page: Page) => page.locator('.go').click()
const title = (page: Page) => page.locator('h1').innerText()

async function speak(page: Page, language: string) {
  await page.locator('.languages summary').click()
  await page.locator(`.languages button[lang=${language}]`).click()
  await page.locator(`html[lang=${language}]`).waitFor()
}

async function begin(page: Page, token: string, language: 'nl' | 'en' = 'nl') {
  await page.goto(`${live.url}/v/${token}`)
  await go(page)
  await page.waitForURL('**/v')
  if (language === 'en') await speak(page, 'en')
}

async function start(page: Page, token: string, language: 'nl' | 'en' = 'nl') {
  await begin(page, token, language)
  await go(page)
  await page.getByRole('radiogroup').waitFor()
}

/** Chooses the answer at this place and goes on. */
async function answer(page: Page, place: number) {
  const before = await title(page)
  await page.locator('main label:has(input[type=radio])').nth(place).click()
  await page.locator('.saved svg').waitFor()
  await go(page)
  await expect.poll(() => title(page), PATIENCE).not.toBe(before)
}

const draftOf = async (assessmentId: string) => {
  const [row] = await live.house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  return row
}

for (const size of ['phone', 'desk'] as const)
  for (const language of ['nl', 'en'] as const)
    test(`every page of the way is sound: ${size}, ${language}`, async () => {
      const { token, assessmentId } = await makeAsked(live.house, clinic)
      const page = await openPage(size)
      await page.goto(`${live.url}/v/${token}`)
      await expectSound(page)
      await begin(page, token, language)
      await expectSound(page)
      await go(page)
      await page.getByRole('radiogroup').waitFor()
      await expectSound(page)
      await go(page)
      await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
      await expectSound(page)
      for (let question = 0; question < 8; question++) await answer(page, 1)
      await page.locator('input[name=topic]').first().check()
      await expectSound(page)
      await go(page)
      await page.locator('input[name=urgent][value=yes]').check()
      await expectSound(page)
      await go(page)
      await page.locator('.done').waitFor()
      await expectSound(page)
      expect(await draftOf(assessmentId)).toMatchObject({ urgent: true, topics: ['pain'], language })
      await page.goto(`${live.url}/v`)
      await expectSound(page)
    })

test('the pages beside the way are sound', async () => {
  const { token } = await makeAsked(live.house, careful)
  const page = await openPage()
  await begin(page, token)
  await page.getByLabel('Geboortedatum').fill('1-1-1950')
  await go(page)
  await page.getByRole('alert').waitFor()
  await expectSound(page)
  await page.getByLabel('Geboortedatum').fill('12-04-1959')
  await go(page)
  await page.getByText('Start de vragen').waitFor()
  await page.getByText('Ik antwoord voor iemand anders').click()
  await expectSound(page)
  await page.getByText('Liever niet').click()
  await page.waitForURL('**/v/decline')
  await expectSound(page)
  await page.getByText('Ik wil geen berichten meer').click()
  await page.waitForURL('**/v/opt-out')
  await expectSound(page)
  await page.goto(`${live.url}/v/${'A'.repeat(43)}`)
  await go(page)
  await page.getByText('Deze link is niet meer in gebruik').waitFor()
  await expectSound(page)
  await go(page)
  await page.getByText('Kijk in uw mail').waitFor()
  await expectSound(page)
})

test('a parent goes from one child to the other without a script, and sees the answers of neither there', async () => {
  const child = (givenName: string, birthDate: string) =>
    makeAsked(live.house, careful, { givenName, birthDate, address: 'ouder@patient.example' })
  const noor = await child('Noor', '2012-05-01')
  const sem = await child('Sem', '2015-08-09')
  const context = await live.context(browser, {
    viewport: sizes.phone,
    locale: 'nl-NL',
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  const isBorn = async (date: string) => {
    await live.pass(1000)
    await page.getByLabel('Geboortedatum').fill(date)
    await go(page)
  }
  await begin(page, noor.token)
  expect(await page.getByText('Sem').count()).toBe(0)
  await isBorn('01-05-2012')
  await page.getByRole('button', { name: 'Naar de vragen van Sem' }).waitFor()
  await page.locator('[data-begin]').click()
  await page.locator('main label:has(input[type=radio])').nth(3).click()
  await go(page)
  await page.waitForURL(/from=/)
  await page.goto('/v')
  await page.getByRole('button', { name: 'Naar de vragen van Sem' }).click()
  await isBorn('09-08-2015')
  await page.getByText('Dag Sem').waitFor()
  await page.locator('[data-begin]').click()
  await page.locator('main input[type=radio]').first().waitFor({ state: 'attached' })
  expect(await page.locator('main input[type=radio]:checked').count()).toBe(0)
  expect(await draftOf(sem.assessmentId)).toBeUndefined()
  expect((await draftOf(noor.assessmentId))?.answers).toEqual({ 'hip-knee': { pain_walking: 3 } })
})

test('fits a very small screen with the largest letters', async () => {
  const { token } = await makeAsked(live.house, clinic)
  const page = await openPage('tiny')
  await begin(page, token)
  for (let press = 0; press < 2; press++) await page.getByRole('button', { name: 'Letters groter' }).click()
  await expectSound(page)
  await go(page)
  await page.getByRole('radiogroup').waitFor()
  await expectSound(page)
  const targets = await page
    .locator('main label, .go, .tool')
    .filter({ visible: true }) // a browser without a voice does not offer to read aloud
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.min(...targets)).toBeGreaterThanOrEqual(48)
})

test('goes on where somebody stopped, on another device, and takes an answer back with Back', async () => {
  const { token, assessmentId } = await makeAsked(live.house, clinic)
  const phone = await openPage()
  await start(phone, token)
  await answer(phone, 3)
  const second = await title(phone)
  await phone.getByRole('button', { name: 'Deze vraag overslaan' }).click()
  await expect.poll(() => title(phone), PATIENCE).not.toBe(second)
  const third = await title(phone)
  await expect.poll(async () => (await draftOf(assessmentId))?.version, PATIENCE).toBe(2)
  const tablet = await openPage('desk')
  await begin(tablet, token)
  await tablet.getByRole('link', { name: 'Ga verder met de vragen' }).click()
  await expect.poll(() => title(tablet), PATIENCE).toBe(third)
  await tablet.getByRole('link', { name: 'Terug' }).click()
  await tablet.getByRole('link', { name: 'Terug' }).click()
  expect(await tablet.getByRole('radio', { name: '3', exact: true }).isChecked()).toBe(true)
  await answer(tablet, 7)
  expect((await draftOf(assessmentId))?.answers).toEqual({ 'hip-knee': { pain_walking: 7, pain_rest: null } })
})

test('shows in one window what was answered in another', async () => {
  const { token, assessmentId } = await makeAsked(live.house, clinic)
  const one = await openPage()
  await start(one, token)
  const other = await one.context().newPage()
  await other.goto(`${live.url}/v/questions`)
  await other.getByRole('radiogroup').waitFor()
  await answer(one, 2)
  await answer(one, 4)
  await answer(other, 9)
  await other.getByText('U gaf ook antwoorden op een ander scherm.').waitFor()
  expect(await other.getByRole('radio', { name: '4', exact: true }).isChecked()).toBe(true)
  expect((await draftOf(assessmentId))?.answers).toEqual({ 'hip-knee': { pain_walking: 9, pain_rest: 4 } })
})

test('keeps answers while there is no connection, says so, and sends them when it is back', async () => {
  const { token, assessmentId } = await makeAsked(live.house, clinic)
  const page = await openPage()
  await start(page, token)
  await page.context().setOffline(true)
  await page.locator('main label').nth(5).click()
  await page.getByText('Nog niet verzonden').waitFor()
  expect(await draftOf(assessmentId)).toBeUndefined()
  await page.context().setOffline(false)
  await page.getByText('Uw antwoord is bewaard').waitFor()
  expect((await draftOf(assessmentId))?.answers).toEqual({ 'hip-knee': { pain_walking: 5 } })
})

test('says at once what to do after a worrying answer', async () => {
  const { token } = await makeAsked(live.house, clinic, {}, 'week-2')
  const page = await openPage()
  await start(page, token)
  await page.context().setOffline(true)
  await page.getByText('Ja, duidelijk').click()
  await page.getByText('Bij benauwdheid of pijn op de borst belt u 112.').waitFor()
  expect(await page.locator('.note .tel').getAttribute('href')).toBe('tel:0100001234')
})

test('can be answered with the keyboard alone', async () => {
  const { token, assessmentId } = await makeAsked(live.house, clinic)
  const page = await openPage('desk')
  await start(page, token)
  await page.locator('input[name=pain_walking]').first().press('ArrowRight')
  for (let press = 0; press < 2; press++)
    await page.locator('input[name=pain_walking]:checked').press('ArrowRight')
  await page.locator('.saved svg').waitFor()
  await page.locator('input[name=pain_walking]:checked').press('Tab')
  await page.locator('.go:focus').press('Enter')
  await page.locator('input[name=pain_rest]').first().waitFor({ state: 'attached' })
  await expect
    .poll(async () => (await draftOf(assessmentId))?.answers, PATIENCE)
    .toEqual({ 'hip-knee': { pain_walking: 3 } })
})
