import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instrumentShape } from '../../core/instruments/instrument.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW, readDraft } from '../support/patient-browser.ts'
import { faultsForAxe } from '../support/sound-page.ts'

// Eyes, hands and devices as they are: a body to point at, forced colours, no movement, large letters, paper.

let browser: Browser
let live: Live

beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: NOW, env: { DEMO: '1' } })
  const version = await live.house.deps.definitions.current('hip-knee-osteoarthritis')
  const file = new URL('../../surveys/instruments/pain-places.json', import.meta.url)
  const places = instrumentShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  const asked = version?.instruments.get('everyday-mood')
  Object.assign(asked ?? {}, { ...places, id: 'everyday-mood' }) // in place of it: a set of its own would need an editor
  version?.set.moments.find(({ id }) => id === 'pre-op')?.instruments.reverse()
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

async function openAt(options: BrowserContextOptions) {
  const context = await live.context(browser, { locale: 'nl-NL', ...options })
  return context.newPage()
}

async function toBody(page: Page) {
  const asked = await makeAsked(live.house, await makeClinic(live.house))
  await page.goto(`/v/${asked.token}`)
  await page.locator('.go').click()
  await page.locator('[data-begin]').click()
  await page.getByRole('group', { name: 'Waar had u pijn?' }).waitFor()
  return asked
}

const isWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a part of the body is pointed at or chosen from the list; both say the same, and the answer is kept', async () => {
  const page = await openAt({ viewport: { width: 390, height: 844 } })
  const { assessmentId } = await toBody(page)
  await page.locator('[data-part="21"]').first().click()
  expect(await page.getByRole('checkbox', { name: 'Rechter knie' }).isChecked()).toBe(true)
  await page.getByRole('checkbox', { name: 'Onder in de rug' }).check()
  expect(await page.locator('.figure .on').count()).toBe(3) // the knee from the front and from behind, the back once
  await page.locator('.saved svg').waitFor()
  expect((await readDraft(live.house, assessmentId))?.answers).toEqual({
    'everyday-mood': { places: [6, 21] },
  })
  expect(await faultsForAxe(page)).toEqual([])
  await page.reload()
  expect(await page.locator('.figure .on').count()).toBe(3)
})

test('without a script the list is answered, and the body shows it', async () => {
  const page = await openAt({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  const { token, assessmentId } = await makeAsked(live.house, await makeClinic(live.house))
  await page.goto(`/v/${token}`)
  await page.locator('.go').click()
  await page.locator('[data-begin]').click()
  await page.getByRole('checkbox', { name: 'Linker knie' }).check()
  await page.locator('.go').click()
  await page.waitForURL('**/v/questions?q=1**')
  expect((await readDraft(live.house, assessmentId))?.answers).toEqual({ 'everyday-mood': { places: [22] } })
  await page.goto('/v/questions?q=0')
  expect(await page.locator('.figure .on').count()).toBe(2)
})

test('nothing is lost in forced colours, in large letters on the smallest screen, without movement, on paper', async () => {
  const page = await openAt({
    viewport: { width: 320, height: 640 },
    forcedColors: 'active',
    reducedMotion: 'reduce',
  })
  await page.context().addCookies([{ name: 'look', value: 'nl.3', url: live.url }])
  await toBody(page)
  expect(await isWide(page)).toBeLessThanOrEqual(0)
  const unchosen = await fillOf(page)
  await page.locator('[data-part="21"]').first().click()
  expect(await fillOf(page)).not.toBe(unchosen)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('checkbox', { name: 'Rechter knie' }).isVisible()).toBe(true)
  expect(await page.locator('.languages').isVisible()).toBe(false)
})

const fillOf = (page: Page) =>
  page
    .locator('[data-part="21"]')
    .first()
    .evaluate((part) => getComputedStyle(part).fill)
