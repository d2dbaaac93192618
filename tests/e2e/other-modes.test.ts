import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { makeStaff } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW, readDraft } from '../support/patient-browser.ts'

// What staff begin: a device that is handed over in the waiting room, and a paper that two people type.

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

async function openScreen() {
  const context = await live.context(browser, { viewport: { width: 1100, height: 900 }, locale: 'nl-NL' })
  return context.newPage()
}

async function expectSound(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a device is handed over, answers once, and leads nobody back', async () => {
  const { patientId, assessmentId } = await makeAsked(live.house, clinic)
  const page = await openScreen()
  await live.signIn(page, clinic.staffId)
  await page.goto(`/staff/patients/${patientId}`)
  await page.getByRole('button', { name: 'Hier op een tablet invullen' }).click()
  await page.getByRole('dialog').waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: 'Uitloggen en overdragen' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.locator('[data-begin]').click()
  await page.locator('main label:has(input[type=radio])').nth(3).click()
  await page.locator('.saved svg').waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: 'Stop en geef de tablet terug' }).click()
  await page.getByText('Geef de tablet nu terug.').waitFor()
  await expectSound(page)
  expect(await readDraft(live.house, assessmentId)).toMatchObject({
    mode: 'tablet',
    answers: { 'hip-knee': { pain_walking: 3 } },
  })
  await page.goBack()
  expect(await page.locator('body').innerText()).not.toContain('Hoeveel pijn')
  await page.goto(`/staff/patients/${patientId}`)
  await page.getByRole('heading', { name: 'Inloggen' }).waitFor()
})

test('two people type one paper, and settle what they read differently', async () => {
  const { assessmentId, patientId } = await makeAsked(live.house, clinic)
  const colleagueId = await makeStaff(live.house, { ...clinic, role: 'clinician' })
  const type = async (staffId: string, tension: string) => {
    const page = await openScreen()
    await live.signIn(page, staffId)
    await page.goto(`/staff/answers/${assessmentId}`)
    const fields = page.locator('.answer-row > input')
    await fields.first().waitFor()
    for (const field of await fields.all()) await field.fill('4')
    await fields.nth(-2).fill(tension)
    return page
  }
  const first = await type(clinic.staffId, '3')
  await expectSound(first)
  await first.getByRole('button', { name: 'Bewaren, een collega typt het ook' }).click()
  await first.waitForURL(`**/staff/patients/${patientId}**`)
  const second = await type(colleagueId, '8')
  await second.getByRole('button', { name: 'Vergelijken en laten meetellen' }).click()
  await second.getByText('1 verschil', { exact: true }).waitFor()
  await expectSound(second)
  await second.locator('.answer-row > input').nth(-2).fill('3')
  await second.getByRole('button', { name: 'Dit staat op het papier' }).click()
  await second.getByText('twee keer getypt').waitFor()
  expect(await readDraft(live.house, assessmentId)).toMatchObject({
    mode: 'paper',
    enteredBy: clinic.staffId,
    checkedBy: colleagueId,
    answers: { 'everyday-mood': { tension: 3, low_mood: 4 } },
  })
})
