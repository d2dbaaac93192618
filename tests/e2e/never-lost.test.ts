import type { Browser, Page, Route } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { responses } from '../../server/db/schema/outcomes.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW } from '../support/patient-browser.ts'

const PATIENCE = { timeout: 20_000 } // a busy machine is no failure
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'nl-NL' }

let browser: Browser
let live: Live
let clinic: Awaited<ReturnType<typeof makeClinic>>

beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: NOW, env: { DEMO: '1' } })
  clinic = await makeClinic(live.house)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

async function begin(page: Page, token: string) {
  await page.goto(`/v/${token}`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('link', { name: /de vragen/ }).click()
  await page.locator('main input[type=radio]').first().waitFor()
}

const answersOf = async (assessmentId: string) => {
  const [row] = await live.house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  return row?.answers
}

const resting = (page: Page) => page.evaluate(() => Object.entries(localStorage))

test('an answer that could not be sent rests locked in the browser, and goes when the page is opened again', async () => {
  const { token, assessmentId } = await makeAsked(live.house, clinic)
  const page = await (await live.context(browser, PHONE)).newPage()
  await begin(page, token)
  await page.route('**/api/patient/answers', (route) => route.abort())
  await page.locator('main label').nth(6).click()
  await page.getByText('Nog niet verzonden').waitFor()
  await expect.poll(async () => (await resting(page)).length, PATIENCE).toBe(1)
  const [entry] = await resting(page)
  expect(entry?.[0]).toContain(assessmentId)
  expect(entry?.[1]).not.toMatch(/hip|pain|changes/)
  expect(await answersOf(assessmentId)).toBeUndefined()

  page.on('dialog', (dialog) => void dialog.accept()) // the page asks before it is left
  await page.unroute('**/api/patient/answers')
  await page.reload()
  await expect.poll(() => answersOf(assessmentId), PATIENCE).toEqual({ 'hip-knee': { pain_walking: 6 } })
  await expect.poll(() => resting(page), PATIENCE).toEqual([])

  // Kept, and the reply is lost: the same goes once more, changes nothing, and the page says that it is there.
  const loseReply = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  await page.route('**/api/patient/answers', loseReply, { times: 1 })
  await page.locator('main label').nth(4).click()
  await page.getByText('Nog niet verzonden').waitFor()
  await page.getByText('Nog niet verzonden').waitFor({ state: 'hidden' })
  await expect.poll(() => resting(page), PATIENCE).toEqual([])
})

test('what rests does not overwrite what was answered on another device since', async () => {
  const { token, assessmentId } = await makeAsked(live.house, clinic)
  const phone = await (await live.context(browser, PHONE)).newPage()
  await begin(phone, token)
  await phone.route('**/api/patient/answers', (route) => route.abort())
  await phone.locator('main label').nth(6).click()
  await phone.getByText('Nog niet verzonden').waitFor()
  await expect.poll(async () => (await resting(phone)).length, PATIENCE).toBe(1)

  const tablet = await (await live.context(browser, PHONE)).newPage()
  await begin(tablet, token)
  await tablet.locator('main label').nth(2).click()
  await tablet.getByText('Uw antwoord is bewaard').waitFor()

  phone.on('dialog', (dialog) => void dialog.accept())
  await phone.unroute('**/api/patient/answers')
  await phone.reload()
  await expect.poll(() => resting(phone), PATIENCE).toEqual([])
  expect(await answersOf(assessmentId)).toEqual({ 'hip-knee': { pain_walking: 2 } })
})
