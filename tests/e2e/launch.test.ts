import type { Browser } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openings } from '../../server/db/schema/outcomes.ts'
import { feedRules } from '../../server/db/schema/patients.ts'
import { staff } from '../../server/db/schema/staff.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { freePort } from '../support/free-port.ts'
import { type Live, openLive } from '../support/live.ts'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  openRecordSystem,
  type RecordSystemStandIn,
} from '../support/record-system.ts'

// A clinician who is nowhere signed in opens a patient in the record system, and from there here.

const NOW = '2026-03-20T09:00:00Z'
const OWN = 'urn:oid:2.16.840.1.113883.2.4.99.1'

let browser: Browser
let live: Live
let record: RecordSystemStandIn
let [ownId, otherId] = ['', '']

beforeAll(async () => {
  browser = await launchBrowser()
  const port = await freePort()
  const patients = { p1: { identifier: [{ system: OWN, value: '4711' }] } }
  record = await openRecordSystem(() => live.house.deps.now(), { patients, practitioners: {} }, { port })
  const smart = { iss: record.iss, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET }
  const systems = [{ name: 'EPD De Vaart', frames: [`http://127.0.0.1:${port}`], smart }]
  live = await openLive({ now: NOW, env: { RECORD_SYSTEMS: JSON.stringify(systems) } })
  await fill(live)
}, 60_000)
afterAll(async () => {
  await live.close()
  await browser.close()
  await record.close()
})

async function fill({ house }: Live) {
  const organisationId = await makeOrganisation(house)
  const place = { organisationId, teamId: await makeTeam(house, organisationId) }
  const clinician = await makeStaff(house, { ...place, role: 'clinician', name: 'Nora Wit' })
  await house.db.update(staff).set({ recordNumber: 'd1' }).where(eq(staff.id, clinician))
  const content = { rules: [], ownNumbers: [OWN] }
  await house.db
    .insert(feedRules)
    .values({ organisationId, content, version: 1, changedAt: NOW, changedBy: clinician })
  const patient = { number: '4711', givenName: 'Ada', familyName: 'Blom' }
  const own = await makePerson(house, place, { patient })
  ownId = own.patientId
  otherId = (await makePerson(house, place)).patientId
  const scored = { instrument: 'hip-knee', scale: 'pain', value: 8 }
  await makeCourse(house, own, { moment: 'check-up', on: '2026-03-16', came: 'completed', scores: [scored] })
}

const launchAddress = () => {
  const launch = record.launch({ patient: 'p1', practitioner: 'd1' })
  return `${live.url}/smart/launch?${new URLSearchParams({ iss: record.iss, launch })}`
}

test('a launch leads to that patient alone; what was on screen counts as opened', async () => {
  // With the browser's own clock: time on screen is what is measured.
  const context = await browser.newContext({
    baseURL: live.url,
    locale: 'nl-NL',
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  await page.goto(launchAddress())
  await page.getByRole('heading', { level: 1, name: 'Ada Blom' }).waitFor()
  await page.getByText('Vanuit EPD De Vaart').waitFor()
  expect(await page.getByRole('link', { name: 'Spreekuur' }).count()).toBe(0)
  await expect.poll(() => live.house.db.$count(openings), { timeout: 15_000 }).toBe(1)

  await page.goto(`/staff/patients/${otherId}`)
  await page.getByText('Dit venster is voor één patiënt geopend').waitFor()
  await page.getByRole('link', { name: 'Terug naar de patiënt' }).click()
  await page.waitForURL(`**/staff/patients/${ownId}`)

  const elsewhere = await context.newPage()
  await elsewhere.goto(`/staff/patients/${ownId}`)
  await elsewhere.waitForURL(/\/staff\?to=/) // another tab of the same browser is nobody's

  await page.getByRole('button', { name: 'Sluiten' }).click()
  await page.getByRole('heading', { name: 'Open de patiënt opnieuw vanuit het dossier' }).waitFor()
})

test('the same within a page of the record system', async () => {
  const page = await (await live.context(browser, { locale: 'nl-NL' })).newPage()
  await page.goto(`${record.iss}/file?${new URLSearchParams({ shows: launchAddress() })}`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { level: 1, name: 'Ada Blom' }).waitFor()
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'launched')
  expect(cookie).toMatchObject({ sameSite: 'None', secure: true, httpOnly: true })
  await page.goto(`${live.url}/api/me`) // out of the frame, its cookie does not exist
  expect(await page.locator('body').innerText()).toContain('sign_in')
})
