import type { Browser, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patientLanguages } from '../../core/words.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW } from '../support/patient-browser.ts'
import { faultsForAxe } from '../support/sound-page.ts'

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

async function openPhone(width = 390) {
  const context = await live.context(browser, { viewport: { width, height: 800 }, locale: 'nl-NL' })
  return context.newPage()
}

/** What axe finds, what is wider than the window, and which way the page is read. */
async function faultsOf(page: Page, dir: 'ltr' | 'rtl') {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const direction = await page.evaluate(() => getComputedStyle(document.body).direction)
  return [
    ...(await faultsForAxe(page)),
    ...(wide > 0 ? [`${wide} px wider than the window`] : []),
    ...(direction === dir ? [] : [`is read ${direction}`]),
  ]
}

const go = (page: Page) => page.locator('.go').click()
const heading = (page: Page) => page.locator('h1').innerText()

async function speak(page: Page, language: string) {
  await page.locator('.languages summary').click()
  await page.locator(`.languages button[lang=${language}]`).click()
  await page.locator(`html[lang=${language}]`).waitFor()
}

const answersOf = async (assessmentId: string) => {
  const [row] = await live.house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  return row
}

test('another language keeps the answers and the place', async () => {
  const { token, assessmentId } = await makeAsked(live.house, await makeClinic(live.house))
  const page = await openPhone()
  await page.goto(`/v/${token}`)
  await go(page)
  await page.locator('[data-begin]').click()
  await page.getByRole('radio', { name: '7', exact: true }).check({ force: true })
  await page.locator('.saved svg').waitFor()
  await go(page)
  await page.getByRole('heading', { name: 'Hoeveel pijn deed uw heup of knie als u rustig zat?' }).waitFor()
  await speak(page, 'tr')
  await page
    .getByRole('radiogroup', { name: 'Hareketsiz otururken kalçanız ya da diziniz ne kadar ağrıdı?' })
    .waitFor()
  await page.getByRole('link', { name: 'Geri' }).click()
  await page.getByRole('heading', { name: 'Geçen hafta yürürken' }).waitFor()
  expect(await page.getByRole('radio', { name: '7', exact: true }).isChecked()).toBe(true)
  expect((await answersOf(assessmentId))?.answers).toEqual({ 'hip-knee': { pain_walking: 7 } })
})

test('another language at the end keeps what was chosen there', async () => {
  const { token, assessmentId } = await makeAsked(live.house, await makeClinic(live.house))
  const page = await openPhone()
  await page.goto(`/v/${token}`)
  await go(page)
  await page.locator('[data-begin]').click()
  while ((await page.locator('#topic-text').count()) === 0) {
    const before = await heading(page)
    await page.locator('main label:has(input[type=radio])').nth(1).click()
    await page.locator('.saved svg').waitFor()
    await go(page)
    await expect.poll(() => heading(page)).not.toBe(before)
  }
  await page.getByText('Pijn', { exact: true }).click()
  await page.locator('#topic-text').fill('Fietsen')
  await speak(page, 'de')
  expect(await page.locator('#topic-text').inputValue()).toBe('Fietsen')
  await go(page)
  await page.getByText('Nein, es kann warten').click()
  await speak(page, 'en')
  expect(await page.getByRole('radio', { name: 'No, it can wait' }).isChecked()).toBe(true)
  expect(await faultsOf(page, 'ltr')).toEqual([])
  await go(page)
  await page.getByText('Your answers have been sent').waitFor()
  const sent = { language: 'en', topics: ['pain'], topicText: 'Fietsen', urgent: false }
  expect(await answersOf(assessmentId)).toMatchObject(sent)
})

test('a question is read aloud where the browser has a voice for it, and nothing is offered where not', async () => {
  const { token } = await makeAsked(live.house, await makeClinic(live.house), { language: 'tr' })
  const page = await openPhone()
  await page.addInitScript(() => {
    const said: string[] = []
    const voices = Object.assign(new EventTarget(), {
      speaking: false,
      getVoices: () => [{ lang: 'tr-TR' }],
      speak(speech: SpeechSynthesisUtterance) {
        said.push(`${speech.lang}: ${speech.text}`)
        document.documentElement.dataset.said = said.join('\n')
        this.speaking = true
      },
      cancel() {
        this.speaking = false
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: voices })
  })
  await page.goto(`/v/${token}?in=tr`)
  await go(page)
  await page.locator('[data-begin]').click()
  await page.getByRole('button', { name: 'Sesli oku' }).click()
  await page.getByRole('button', { name: 'Okumayı durdur' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.dataset.said)).toBe(
    'tr: Geçen hafta yürürken kalçanız ya da diziniz ne kadar ağrıdı?. 0 ağrı yok. 10 en şiddetli ağrı',
  )
  expect(await faultsOf(page, 'ltr')).toEqual([])
  await page.getByRole('button', { name: 'Okumayı durdur' }).press('Enter')
  await page.getByRole('button', { name: 'Sesli oku' }).waitFor()
  await page.locator('.languages summary').click()
  await page.locator('.languages button[lang=en]').click()
  await page.getByRole('heading', { name: 'How much did your hip or knee hurt when walking' }).waitFor()
  expect(await page.getByRole('button', { name: 'Read aloud' }).count()).toBe(0)
})

test.each(patientLanguages)('the smallest screen holds the largest letters in %s', async (language) => {
  const { token } = await makeAsked(live.house, await makeClinic(live.house), { language })
  const page = await openPhone(320)
  await page.context().addCookies([{ name: 'look', value: `${language}.3`, url: live.url }])
  const dir = language === 'ar' ? 'rtl' : 'ltr'
  await page.goto(`/v/${token}`)
  expect(await faultsOf(page, dir)).toEqual([])
  await go(page)
  await page.locator('[data-begin]').waitFor()
  await page.locator('.languages summary').click()
  expect(await faultsOf(page, dir)).toEqual([])
  await page.locator('[data-begin]').click()
  await page.getByRole('radiogroup').waitFor()
  await go(page)
  await page.locator('.error svg').waitFor()
  expect(await faultsOf(page, dir)).toEqual([])
})
