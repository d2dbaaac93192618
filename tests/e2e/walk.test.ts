import type { Browser, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patientLanguages } from '../../core/words.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW } from '../support/patient-browser.ts'
import { openSlowPhone, PATIENCE } from '../support/slow-phone.ts'
import { faultsForAxe } from '../support/sound-page.ts'

// One way, from the link in a mail to what one wants from now on, as three people go it on their phone.

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

type Way = { who: string; language: 'nl' | 'ar'; birthDate: string; scripts: boolean; slow: boolean }
const ways: Way[] = [
  { who: 'little signal', language: 'nl', birthDate: '12-4-1959', scripts: true, slow: true },
  { who: 'no script', language: 'nl', birthDate: '12-4-1959', scripts: false, slow: false },
  { who: 'Arabic', language: 'ar', birthDate: '١٢-٤-١٩٥٩', scripts: true, slow: false },
]

async function openPhone({ scripts, slow }: Way): Promise<Page> {
  if (slow) return openSlowPhone(live, browser)
  const phone = { viewport: { width: 390, height: 844 }, locale: 'nl-NL', javaScriptEnabled: scripts }
  return (await live.context(browser, phone)).newPage()
}

/** What axe finds, what is wider than the window, and which way the page is read. */
async function expectSound(page: Page, { language, scripts, slow }: Way) {
  const read = await page.evaluate(() => ({
    wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    direction: getComputedStyle(document.body).direction,
    language: document.documentElement.lang,
  }))
  expect(read).toEqual({ wide: 0, direction: language === 'ar' ? 'rtl' : 'ltr', language })
  if (scripts && !slow) expect(await faultsForAxe(page)).toEqual([])
}

const go = (page: Page) => page.locator('.go').click()
const heading = (page: Page) => page.locator('h1').innerText()

async function goOn(page: Page) {
  const before = await heading(page)
  await go(page)
  await expect.poll(() => heading(page), PATIENCE).not.toBe(before)
}

/** From the link to the first question: a wrong birth date is said at its field, and the right one opens the way. */
async function toQuestions(page: Page, token: string, way: Way) {
  await page.goto(`/v/${token}?in=${way.language}`)
  await expectSound(page, way)
  await go(page)
  for (const date of ['1-1-1950', way.birthDate]) {
    await page.locator('#date').waitFor()
    await expectSound(page, way)
    await page.locator('#date').fill(date)
    await go(page)
    if (date !== way.birthDate) await page.locator('#date[aria-invalid=true]').waitFor()
  }
  await page.locator('[data-begin]').waitFor()
  await expectSound(page, way)
  await page.locator('[data-begin]').click()
  await page.getByRole('radiogroup').waitFor()
}

/** Every question is a group with its own words for a name; one that is left open says so, and then the answer counts. */
async function answerAll(page: Page, way: Way) {
  expect(await page.getByRole('radiogroup', { name: await heading(page) }).count()).toBe(1)
  await go(page)
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
  await expectSound(page, way)
  while ((await page.locator('#topic-text').count()) === 0) {
    await page.locator('main label:has(input[type=radio])').nth(1).click()
    if (way.scripts) await page.locator('.saved svg').waitFor()
    await goOn(page)
  }
}

/** A topic, and something that cannot wait: whom to call is there at once, before anything is sent. */
async function finish(page: Page, way: Way) {
  await page.locator('input[name=topic]').first().check({ force: true })
  await expectSound(page, way)
  const urgent = page.locator('input[name=urgent][value=yes]')
  if (!(await urgent.isVisible())) await go(page)
  await urgent.check({ force: true })
  expect(await page.locator('main a[href^="tel:"]').first().isVisible()).toBe(true)
  await expectSound(page, way)
  await go(page)
  await page.locator('a.go[href="/mijn"]').waitFor(PATIENCE)
  await expectSound(page, way)
}

/** What the answers mean and what one wants stand behind one's own sign-in. */
async function readAndChoose(page: Page, name: string, way: Way) {
  await page.locator('a.go[href="/mijn"]').click()
  await page.locator('a.go[href="/mijn/sign-in"]').click()
  await page.getByRole('link', { name }).click()
  await page.locator('a[href="/mijn/results"]').first().waitFor()
  await expectSound(page, way)
  await page.locator('a[href="/mijn/results"]').first().click()
  await page.locator('.domain').first().waitFor()
  await expectSound(page, way)
  await page.goto('/mijn/preferences')
  await expectSound(page, way)
  await page.locator('input[name=thanks]').uncheck({ force: true })
  await page.locator('form[action$="/topics"] button').click()
  await page.locator('input[name=thanks]:not(:checked)').waitFor({ state: 'attached' })
}

let walkers = 0

/** Long words of every language break in the largest letters on the smallest screen. */
async function expectFits(page: Page) {
  await page.setViewportSize({ width: 320, height: 800 })
  for (const language of patientLanguages) {
    await page.context().addCookies([{ name: 'look', value: `${language}.3`, url: live.url }])
    for (const path of ['/mijn', '/mijn/results', '/mijn/preferences']) {
      await page.goto(path)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([language, path, Math.max(0, wide)]).toEqual([language, path, 0])
    }
  }
}

test.each(ways)(
  '$who: from the link to one’s own results and preferences',
  async (way) => {
    const clinic = await makeClinic(live.house, { confirmBirthDate: true })
    const name = { givenName: 'Wil', familyName: `van der Weg ${++walkers}` }
    const { token, assessmentId, patientId } = await makeAsked(live.house, clinic, {
      ...name,
      language: way.language,
    })
    const page = await openPhone(way)
    await toQuestions(page, token, way)
    await answerAll(page, way)
    await finish(page, way)
    await readAndChoose(page, `${name.givenName} ${name.familyName}`, way)
    if (way.language === 'ar') await expectFits(page)
    const { db } = live.house
    const [sent] = await db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
    expect(sent).toMatchObject({ language: way.language, topics: ['pain'], urgent: true })
    expect(sent?.submittedAt).not.toBeNull()
    const [patient] = await db.select().from(patients).where(eq(patients.id, patientId))
    expect(patient?.mailOff).toEqual(['thanks'])
    await page.context().close()
  },
  180_000,
)
