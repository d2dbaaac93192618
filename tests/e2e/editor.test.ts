import type { Browser, Page } from '@playwright/test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { outcomeSet } from '../support/definitions.ts'
import { makeOrganisation, makeStaff } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'

// What a care team measures is changed by two people, without a programmer.

const DESK = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' }

let browser: Browser
let live: Live
beforeEach(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: '2026-03-02T09:00:00Z' })
})
afterEach(async () => {
  await live.close()
  await browser.close()
})

const set = outcomeSet('hip-knee-osteoarthritis')
const [first, ...others] = set.moments as [(typeof set.moments)[number], ...typeof set.moments]
const changed = { ...set, version: set.version + 1, moments: [{ ...first, opens: '-P21D' }, ...others] }
const file = (text: string) => ({
  name: 'set.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

async function deskOf(staffId: string): Promise<Page> {
  const context = await live.context(browser, DESK)
  await context.addInitScript(() => localStorage.setItem('uitkomst.language', 'en'))
  const page = await context.newPage()
  await live.signIn(page, staffId)
  return page
}

test('an editor brings in a changed set, sees what changes and tries it out; a second person publishes it', async () => {
  const organisationId = await makeOrganisation(live.house)
  const make = (name: string) => makeStaff(live.house, { organisationId, role: 'outcome-editor', name })
  const [writer, judge] = [await make('Esra Polat'), await make('Joris Blom')]

  const desk = await deskOf(writer)
  const address = await bringIn(desk)
  await tryOut(desk)
  await handIn(desk)

  const other = await deskOf(judge)
  await other.goto(address)
  await other.getByText('21 days before').waitFor()
  await other.getByText('Esra Polat').first().waitFor()
  await other.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = other.getByRole('dialog')
  await dialog.getByText('1 thing changes').waitFor()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await other.getByText('approved and published this').waitFor()

  const now = await live.house.deps.definitions.current(set.id)
  expect(now?.set.moments[0]?.opens).toBe('-P21D')
  expect(now?.set.version).toBe(changed.version)
})

/** A file with a fault is told what is wrong and where; the right one becomes a draft with what it changes. */
async function bringIn(desk: Page): Promise<string> {
  await desk.goto('/staff/definitions')
  const choose = desk.locator('input[type=file]')
  await choose.setInputFiles(file(JSON.stringify({ ...changed, title: { nl: 'Heup' } }, null, 2)))
  await desk.getByText('line 3', { exact: true }).waitFor()
  await choose.setInputFiles(file(JSON.stringify(changed)))
  await desk.waitForURL('**/staff/definitions/def_*')
  await desk.getByText(`1 difference from version ${set.version}.`).waitFor()
  await desk.getByText('21 days before').waitFor()
  return desk.url()
}

/** Two years of a sample patient, and the questions on a phone with what the answers come to. */
async function tryOut(desk: Page) {
  await desk.getByRole('link', { name: 'Two years tried out' }).click()
  await desk.getByLabel('Referred on').fill('2026-03-09')
  await desk.getByRole('cell', { name: 'Mon 9 Mar 2026, 00:00' }).waitFor()
  await desk.getByLabel('This patient answers').selectOption({ label: 'never' })
  await desk
    .getByText(/^Reminder: /)
    .first()
    .waitFor()

  await desk.getByRole('link', { name: 'Form and scores' }).click()
  const phone = desk.frameLocator('iframe')
  const question = await phone.locator('h1').innerText()
  await phone.locator('input[type=radio]').first().check()
  await desk.locator('.scores b').first().waitFor()
  await phone.locator('button.go').click()
  await desk.getByText('Question 2 of').waitFor()
  await expect.poll(() => phone.locator('h1').innerText()).not.toBe(question)
}

async function handIn(desk: Page) {
  await desk.getByRole('button', { name: 'Hand in', exact: true }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('What changes, and why?').fill('A week longer to answer.')
  await dialog.getByRole('button', { name: 'Hand in', exact: true }).click()
  await desk.getByText('You had a hand in this').waitFor()
}
