import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Person } from '../support/cohort.ts'
import { makeCourse, makePerson, makeStageEntry } from '../support/cohort.ts'
import { codeFromKey } from '../support/door.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'

// From the board to a decision that stands: as a member of the team, and as the chair.

const DESK = { viewport: { width: 1440, height: 900 }, locale: 'nl-NL' }

let browser: Browser
let live: Live
beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: '2026-03-16T08:00:00Z' })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

async function openTeam() {
  const { house } = live
  const organisationId = await makeOrganisation(house)
  const place = { organisationId, teamId: await makeTeam(house, organisationId) }
  const nurse = await makeStaff(house, { ...place, role: 'clinician' })
  const chair = await makeStaff(house, { ...place, role: 'team-lead', name: 'Evert Talsma' })
  const person = await makePerson(house, place, { patient: { familyName: 'Zonneveld' } })
  await makeStageEntry(house, person, 'conservative', '2025-10-01')
  await makeWorse(person)
  return { nurse, chair }
}

async function makeWorse(person: Person) {
  for (const [on, value] of [
    ['2025-12-01', 2],
    ['2026-03-10', 9],
  ] as const)
    await makeCourse(live.house, person, {
      moment: 'check-up',
      on,
      came: 'completed',
      scores: [{ instrument: 'hip-knee', scale: 'pain', value }],
    })
}

const deskOf = async (staffId: string): Promise<Page> => {
  const page = await (await live.context(browser, DESK)).newPage()
  await live.signIn(page, staffId)
  return page
}

test('from the board onto the list, into the meeting, and back to the patient', async () => {
  const { nurse, chair } = await openTeam()
  const desk = await deskOf(nurse)
  await planMeeting(desk)
  await listFromBoard(desk)

  const beamer = await deskOf(chair)
  await decideInMeeting(beamer)

  await desk.goto('/staff/board')
  await desk.getByRole('link', { name: /^[0-9A-Z]{3}-[0-9A-Z]{3}$/ }).click()
  await desk.getByText('Gesprek plannen').waitFor()
  expect(await desk.getByText('Nieuwe knie bespreken.').count()).toBe(1)
})

test('a meeting about figures: planned, a subject of one’s own, who speaks for patients, and a decision', async () => {
  const { chair } = await openTeam()
  const desk = await deskOf(chair)
  await desk.goto('/staff/meetings')
  await desk.getByRole('button', { name: 'Overleg plannen' }).click()
  await desk.getByLabel('Soort').selectOption('Verbeteroverleg')
  await desk.getByLabel('Voorzitter').selectOption('Evert Talsma')
  await desk.getByRole('button', { name: 'Plannen', exact: true }).click()
  await desk.getByLabel('Eigen onderwerp').fill('Wie belt er na ontslag?')
  await desk.getByRole('button', { name: 'Op de agenda', exact: true }).last().click()
  await desk.getByText('Nog te bespreken').waitFor()

  await desk.getByRole('button', { name: 'Patiëntvertegenwoordiger uitnodigen' }).click()
  await desk.getByLabel('Naam', { exact: true }).fill('Ria Postma')
  await desk.getByLabel('E-mailadres').fill('ria@patienten.example')
  await desk.getByLabel('Van welke organisatie').fill('Patiëntenraad')
  await desk.getByRole('button', { name: 'Uitnodigen', exact: true }).click()
  await desk.getByText('namens patiënten, Patiëntenraad').waitFor()
  await desk.keyboard.press('Escape')

  await desk.getByRole('link', { name: 'Begin de bespreking' }).click()
  await desk.getByRole('heading', { name: 'Wie belt er na ontslag?' }).waitFor()
  expect(await desk.getByLabel('De patiënt zelf').count()).toBe(0)
  await desk.getByLabel('Besluit').fill('De verpleegkundige, een dag eerder.')
  await desk.keyboard.press('Control+Enter')
  await desk.getByText('Bevestigd door Evert Talsma').waitFor()
})

test('a guest of another house makes an account, sees who it is until the chair confirms, and nothing else', async () => {
  const { nurse, chair } = await openTeam()
  const desk = await deskOf(nurse)
  await planMeeting(desk)
  await listFromBoard(desk)
  const beamer = await deskOf(chair)
  const link = await inviteGuest(beamer)

  const guest = await (await live.context(browser, DESK)).newPage()
  await acceptAsGuest(guest, link)
  await guest.getByRole('link', { name: 'MDO Heup en knie' }).click()
  await guest.getByText('Zonneveld').first().waitFor()
  await guest.getByRole('link', { name: 'Begin de bespreking' }).click()
  await guest.locator('svg.time-chart').waitFor()
  expect(await guest.getByLabel('Besluit').count()).toBe(0) // a guest reads
  await guest.goto('/staff/clinic')
  expect(await guest.getByText('Zonneveld').count()).toBe(0)

  await decideInMeeting(beamer)
  await guest.goto('/staff/meetings')
  await guest.getByRole('link', { name: 'MDO Heup en knie' }).click()
  await guest.getByText('Besloten').first().waitFor()
  expect(await guest.getByText('Zonneveld').count()).toBe(0)
})

async function inviteGuest(page: Page): Promise<string> {
  await page.goto('/staff/meetings')
  await page.getByRole('link', { name: 'MDO Heup en knie' }).click()
  await page.getByRole('button', { name: 'Gast van elders uitnodigen' }).click()
  await page.getByLabel('Naam', { exact: true }).fill('Noor Elders')
  await page.getByLabel('E-mailadres').fill('noor@linden.example')
  await page.getByLabel('Van welke organisatie').fill('De Linden')
  await page.getByRole('button', { name: 'Uitnodigen', exact: true }).click()
  const given = page.getByText(/\/staff\/link\/[\w-]{43}/)
  await given.waitFor()
  return /\/staff\/link\/[\w-]{43}/.exec(await given.innerText())?.[0] ?? ''
}

async function acceptAsGuest(page: Page, link: string) {
  await page.goto(link)
  const key = (await page.locator('.door-key').innerText()).replaceAll(' ', '')
  await page.getByLabel('Kies een wachtwoord').fill('een lange zin die niemand raadt')
  await page.getByLabel('Code van zes cijfers').fill(await codeFromKey(key))
  await page.getByRole('button', { name: 'Account maken' }).click()
  await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
  await page.waitForURL('**/staff/meetings')
}

async function planMeeting(page: Page) {
  await page.goto('/staff/meetings')
  await page.getByRole('button', { name: 'Overleg plannen' }).click()
  await page.getByLabel('Voorzitter').selectOption('Evert Talsma')
  await page.getByRole('button', { name: 'Plannen', exact: true }).click()
  await page.getByText('Nog niemand op de lijst').waitFor()
}

/** By keyboard; on the board nobody has a name. */
async function listFromBoard(page: Page) {
  await page.goto('/staff/board')
  await page.getByText('Pijn in heup of knie slechter').waitFor()
  expect(await page.getByText('Zonneveld').count()).toBe(0)
  await page.keyboard.press('a')
  await page.getByLabel('Vraag aan het team').fill('Nu opereren?')
  await page.getByRole('button', { name: 'Op de lijst zetten' }).click()
  await page.getByText('Op de lijst van ma 16 mrt').waitFor()
}

async function decideInMeeting(page: Page) {
  await page.goto('/staff/meetings')
  await page.getByRole('link', { name: 'MDO Heup en knie' }).click()
  await page.getByRole('checkbox', { name: /Evert Talsma/ }).check()
  await page.getByRole('link', { name: 'Begin de bespreking' }).click()
  await page.getByRole('heading', { name: 'Nu opereren?' }).waitFor()
  await page.getByText('Zonneveld').first().waitFor()
  await page.locator('svg.time-chart').waitFor() // the outcomes stand beside it
  await page.getByLabel('Wat', { exact: true }).fill('Gesprek plannen')
  await page.getByRole('button', { name: 'Actie toevoegen' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Gesprek plannen' }).waitFor()
  await page.getByLabel('Besluit').fill('Nieuwe knie bespreken.')
  await page.getByLabel('De patiënt zelf').selectOption({ index: 3 })
  await page.keyboard.press('Control+Enter')
  await page.getByText('Bevestigd door Evert Talsma').waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByText('Bevestigd door Evert Talsma').waitFor({ state: 'detached' })
  expect(await page.getByLabel('Besluit').inputValue()).toBe('Nieuwe knie bespreken.')
  await page.keyboard.press('Escape')
  await page.getByLabel('Besluit').press('Control+Enter')
  await page.getByText('Bevestigd door Evert Talsma').waitFor()
}
