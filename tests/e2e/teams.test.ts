import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { teams } from '../../server/db/schema/organisations.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeCourse, makePerson, makeStageEntry } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'

// A lead who improves: writes down what the team changes, sees it on the chart, lets the team be compared, prints one sheet.

let browser: Browser
let live: Live
let lead: string

beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: '2026-03-02T09:00:00Z' })
  const organisationId = await makeOrganisation(live.house)
  const place = { organisationId, teamId: await makeTeam(live.house, organisationId) }
  lead = await makeStaff(live.house, { ...place, role: 'team-lead', name: 'Evert Talsma' })
  for (let month = 0; month < 12; month++)
    for (let number = 0; number < 10; number++) {
      const person = await makePerson(live.house, place)
      const on = new Date(Date.UTC(2025, 2 + month, 1 + number)).toISOString().slice(0, 10)
      await makeCourse(live.house, person, {
        moment: 'month-3',
        on,
        came: month > 8 || number < 3 ? 'discussed' : 'completed',
        staffId: lead,
        scores: [{ instrument: 'hip-knee', scale: 'pain', value: number % 6 }],
      })
    }
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

test('a lead registers an improvement, sees it on the chart, opens the comparison and the scorecard', async () => {
  const page = await (await live.context(browser, { locale: 'nl-NL' })).newPage()
  await live.signIn(page, lead)
  await page.goto('/staff/team/improve?indicator=discussed')
  await page.locator('h1', { hasText: 'uitslagen geopend en besproken' }).waitFor()
  await registerImprovement(page)
  const chart = page.getByRole('img', { name: /^Signaal, en goed nieuws/ })
  await chart.getByText('Vaste vijf minuten').waitFor()
  await page.keyboard.press('1')
  await page
    .getByRole('cell', { name: /hoger: buiten de grenzen/ })
    .first()
    .waitFor()

  await page.getByRole('link', { name: 'Vergelijken' }).click()
  await page.getByText('Een team begint met zijn eigen patiënten').waitFor()
  await page.getByRole('button', { name: 'Vergelijken aanzetten' }).click()
  await page.getByRole('heading', { name: 'Waarvoor is gecorrigeerd?' }).waitFor()

  await page.getByRole('link', { name: 'Scorekaart' }).click()
  const row = page.getByRole('row', { name: /Uitslagen geopend en besproken/ })
  expect(await row.innerText()).toMatch(/beter/)
})

test('an analyst takes a register’s file; a lead proposes, the board approves, and a visitor who refers reads it', async () => {
  const place = await live.house.db
    .select()
    .from(teams)
    .then(([team]) => team)
  if (!place) throw new Error('There is no team')
  const { id: teamId, organisationId } = place
  const person = await makePerson(
    live.house,
    { organisationId, teamId },
    { treatmentOption: 'hip-replacement' },
  )
  await makeStageEntry(live.house, person, 'surgery', '2025-11-20')
  const analyst = await makeStaff(live.house, { organisationId, role: 'analyst' })
  const board = await makeStaff(live.house, { organisationId, role: 'board' })
  const pageOf = async (staffId: string) => {
    const page = await (await live.context(browser, { locale: 'nl-NL' })).newPage()
    await live.signIn(page, staffId)
    return page
  }

  const data = await pageOf(analyst)
  await data.goto('/staff/team/export?register=example-joint-register')
  await data.getByText('0 van 1 regels zijn volledig').waitFor()
  await data.getByText('Pijn bij lopen (NRS_WALK)').waitFor()
  const [file] = await Promise.all([
    data.waitForEvent('download'),
    data.getByRole('button', { name: 'data.csv' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^example-joint-register-.*-data\.csv$/)
  await data.getByText('staat bij uw downloads').waitFor()

  const proposing = await pageOf(lead)
  await proposing.goto('/staff/publications')
  await proposing.getByRole('button', { name: /^Voorstel maken/ }).click()
  await proposing.getByText('wacht op de raad van bestuur').waitFor()
  const approving = await pageOf(board)
  await approving.goto('/staff/publications')
  await approving.getByRole('button', { name: 'Goedkeuren en openbaar maken' }).click()
  await approving.getByText('openbaar sinds').waitFor()

  const visitor = await (await live.context(browser, { locale: 'nl-NL' })).newPage()
  await visitor.goto('/uitkomsten')
  await visitor.locator('.rows a').first().click()
  await visitor.getByRole('link', { name: 'Voor wie verwijst' }).click()
  await visitor.getByRole('heading', { name: 'Wat u uw patiënt kunt vertellen' }).waitFor()
  expect(await visitor.locator('main').innerText()).toMatch(/Pijn na 3 maanden: gemiddeld \d/)
})

async function registerImprovement(page: Page) {
  await page.getByRole('button', { name: 'Verbetering vastleggen' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Vastleggen' }).click()
  await form.getByText('Er klopt nog iets niet').waitFor()
  await form.getByLabel('Naam, voor bij de lijn').fill('Vaste vijf minuten')
  await form.getByLabel('Vanaf').fill('2025-11-20')
  await form.getByLabel('Wat is er anders?').fill('De uitslag komt eerst.')
  await form.getByLabel('Welk effect verwacht u?').fill('Meer uitslagen besproken.')
  await form.getByLabel('Voor welke maat?').selectOption('discussed')
  await form.getByRole('button', { name: 'Vastleggen' }).click()
  await form.waitFor({ state: 'hidden' })
}
