import type { Browser } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { responses } from '../../server/db/schema/outcomes.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW } from '../support/patient-browser.ts'

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

/** The shipped questions about hip and knee, the stairs chosen from a list. */
async function askFromList() {
  const version = await live.house.deps.definitions.current('hip-knee-osteoarthritis')
  const elements = version?.instruments.get('hip-knee')?.form?.pages[0]?.elements ?? []
  const stairs = elements.find(({ name }) => name === 'stairs')
  Object.assign(stairs ?? {}, { type: 'dropdown', renderAs: 'select' })
}

test('a list to choose from is asked by SurveyJS, and the page after it is the same', async () => {
  await askFromList()
  const { token, assessmentId } = await makeAsked(live.house, await makeClinic(live.house))
  const context = await live.context(browser, { viewport: { width: 390, height: 844 }, locale: 'nl-NL' })
  const page = await context.newPage()
  await page.goto(`/v/${token}`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('link', { name: 'Start de vragen' }).click()
  await page.waitForURL('**/v/questions')
  for (let question = 0; question < 8; question++) {
    await page.locator('h1').waitFor()
    const before = await page.locator('h1').innerText()
    const list = page.locator('main select')
    if ((await list.count()) > 0) await list.selectOption({ index: 2 })
    else await page.locator('main label:has(input[type=radio])').nth(1).click()
    await page.locator('.saved svg').waitFor()
    await page.locator('.go').click()
    await expect.poll(() => page.locator('h1').innerText(), { timeout: 20_000 }).not.toBe(before)
  }
  await page.waitForURL('**/v/finish')
  await page.getByRole('checkbox', { name: 'Pijn' }).check()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('radio', { name: 'Nee, het kan wachten' }).check()
  await page.getByRole('button', { name: 'Verstuur mijn antwoorden' }).click()
  await page.getByRole('heading', { name: 'Uw antwoorden zijn verstuurd' }).waitFor()
  const [row] = await live.house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  expect(row?.answers['hip-knee']?.stairs).toBeTypeOf('number')
})
