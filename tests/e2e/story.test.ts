import type { Browser, Page } from '@playwright/test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appointments } from '../../server/db/schema/care.ts'
import { agreements, discussions, openings } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { createMail } from '../../server/mail.ts'
import { startSender } from '../../server/messages/sender.ts'
import { offerStandInPeople } from '../../server/portal/stand-in-people.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'

// From an appointment in a file to an agreement that the patient reads: every step as its person does it.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nl-NL' }
const SENTENCE = 'U oefent drie keer per week met de fysiotherapeut.'
const FILE = `afspraaknummer;datum;tijd;soort;patiëntnummer;voornaam;achternaam;geboortedatum;geslacht;e-mail;zijde;team;behandelaar
A-1001;11-03-2026;10:20;Eerste afspraak;P-77;Wil;van der Ploeg;12-04-1959;v;wil@patient.example;rechts;Heup en knie;Maaike Hoekstra
`

let smtp: TestSmtp
let browser: Browser
let live: Live
beforeEach(async () => {
  smtp = await startSmtp()
  browser = await launchBrowser()
  const env = { DEMO: '1', SMTP_URL: smtp.url } // a demo has the stand-in with which patients sign in
  const mail = createMail({ SMTP_URL: smtp.url, MAIL_FROM: 'Ziekenhuis De Vaart <vragen@vaart.example>' })
  live = await openLive({ now: '2026-03-02T09:00:00Z', env, mail })
})
afterEach(async () => {
  await live.close()
  await browser.close()
  await smtp.close()
})

test('from an appointment to the consulting room, and back to the patient', async () => {
  const { clinician, dataManager } = await openHospital()

  await importAppointments(dataManager)
  const link = await receiveInvitation()

  const phone = await (await live.context(browser, PHONE)).newPage()
  await beginAnswering(phone, link)
  for (let question = 0; question < 3; question++) await answerQuestion(phone)
  const fourth = await phone.getByRole('heading', { level: 1 }).innerText()

  const tablet = await (await live.context(browser, PHONE)).newPage()
  await resumeAnswering(tablet, link, fourth)
  await answerTheRest(tablet)

  await live.goTo('2026-03-11T08:30:00Z')
  const desk = await (
    await live.context(browser, { viewport: { width: 1440, height: 900 }, locale: 'nl-NL' })
  ).newPage()
  await signInByHand(desk, clinician)
  await discussAndAgree(desk)

  await expectAgreementAfterSigningIn(phone)
})

async function openHospital() {
  const { house } = live
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const dataManager = await makeStaff(house, { organisationId, role: 'data-manager', name: 'Daan Verhulst' })
  return { clinician, dataManager }
}

async function importAppointments(dataManager: string) {
  const page = await (await live.context(browser, { locale: 'nl-NL' })).newPage()
  await live.signIn(page, dataManager)
  await page.goto('/staff/imports')
  const file = { name: 'afspraken.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('Dit zou er gebeuren').waitFor()
  expect(await live.house.db.$count(patients)).toBe(0) // a dry run writes nothing
  await page.getByRole('button', { name: 'Nu invoeren' }).click()
  await page.getByText('Ingevoerd', { exact: true }).waitFor()
  expect(await live.house.db.$count(patients)).toBe(1)
  await page.context().close()
}

/** The mail as it came out of a real mail server; gives the link in it. */
async function receiveInvitation(): Promise<string> {
  const sender = startSender(live.house.deps)
  const mail = await smtp.waitForMail(({ envelope }) => envelope.to.includes('wil@patient.example'))
  await sender.stop()
  expect(mail.text).toContain('woensdag 11 maart 2026 om 10:20 uur')
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/heup|knie|artrose|pijn|operatie|orthop/i)
  const link = /\/v\/[\w-]{43}/.exec(mail.text ?? '')?.[0]
  if (!link) throw new Error('There is no link in the mail')
  return link
}

const GOAL = 'Weer met de hond naar het bos'

async function beginAnswering(page: Page, link: string) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Begin' }).click()
  expect(page.url()).not.toContain(link) // the token does not stay in the address bar
  await page.getByText('wo 11 mrt 2026').first().waitFor()
  await page
    .getByRole('link', { name: 'Start de vragen' })
    .or(page.getByRole('button', { name: 'Start de vragen' }))
    .click()
  await page.getByRole('radiogroup').waitFor()
}

/** Chooses the second answer from below, or writes what matters; waits until it is kept, and goes on. */
async function answerQuestion(page: Page) {
  const before = await page.getByRole('heading', { level: 1 }).innerText()
  const radios = page.getByRole('radiogroup').getByRole('radio')
  const choices = await radios.count()
  if (choices === 0) await page.getByRole('textbox').fill(GOAL)
  else await radios.nth(choices - 2).check({ force: true })
  await page.getByText('Uw antwoord is bewaard').waitFor()
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).not.toBe(before)
}

async function resumeAnswering(page: Page, link: string, heading: string) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Begin' }).click()
  const goOn = { name: 'Ga verder met de vragen' }
  await page.getByRole('link', goOn).or(page.getByRole('button', goOn)).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

async function answerTheRest(page: Page) {
  const topics = page.getByRole('heading', { name: 'Waar wilt u over praten?' })
  while (!(await topics.isVisible())) await answerQuestion(page)
  await page.getByRole('checkbox', { name: 'Pijn' }).check({ force: true })
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('radio', { name: 'Nee, het kan wachten' }).check({ force: true })
  await page.getByRole('button', { name: 'Verstuur mijn antwoorden' }).click()
  await page.getByRole('heading', { name: 'Uw antwoorden zijn verstuurd' }).waitFor()
}

async function signInByHand(page: Page, staffId: string) {
  const { email, password, code } = await live.credentials(staffId)
  await page.goto('/staff')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByLabel('Code van zes cijfers').fill(await code())
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await page.getByRole('heading', { name: 'Mijn spreekuur' }).waitFor()
}

async function discussAndAgree(page: Page) {
  const row = page
    .getByRole('table', { name: 'Afspraken van vandaag' })
    .getByRole('row', { name: /Wil van der Ploeg/ })
  await row.getByText('Ingevuld').waitFor()
  await row.getByRole('link', { name: 'Wil van der Ploeg' }).click()
  await page.getByText('Wil vandaag bespreken').waitFor()
  await page.getByText(GOAL).first().waitFor() // what matters to the patient, in their own words
  await page.locator('.lead').getByRole('listitem').filter({ hasText: 'Pijn' }).waitFor() // what the patient chose
  await page.getByText('Kennismaken en onderzoek, sinds 11 mrt').waitFor() // the stage of the care path
  await page.getByRole('heading', { name: /Eerste meting, .*: pijn in heup of knie 9 van 10/ }).waitFor()
  await expect.poll(() => live.house.db.$count(openings), { timeout: 15_000 }).toBe(1) // five seconds in the foreground
  await sayDiscussedByKey(page)
  await agreeInHaste(page)
  await expect.poll(() => page.locator('.steps:visible .better').count()).toBe(3) // opened, discussed, agreed
}

/** Held down, the key says it once; what is said is about today's appointment. */
async function sayDiscussedByKey(page: Page) {
  for (let time = 0; time < 4; time++) await page.keyboard.down('d')
  await page.keyboard.up('d')
  await page.getByText(/^Besproken .+, Maaike Hoekstra$/).waitFor()
  const { db } = live.house
  const [appointment] = await db.select({ id: appointments.id }).from(appointments)
  const said = await db.select({ appointmentId: discussions.appointmentId }).from(discussions)
  expect(said).toEqual([{ appointmentId: appointment?.id }])
}

/** Twice Ctrl and Enter is one agreement. */
async function agreeInHaste(page: Page) {
  const field = page.getByLabel('Afspraak, zoals de patiënt die leest')
  await field.fill(SENTENCE)
  await page.keyboard.down('Control')
  for (let time = 0; time < 3; time++) await page.keyboard.press('Enter')
  await page.keyboard.up('Control')
  await page.getByRole('paragraph').filter({ hasText: SENTENCE }).waitFor()
  expect(await live.house.db.$count(agreements)).toBe(1)
}

/** A mailed link does not open the record: the patient signs in. */
async function expectAgreementAfterSigningIn(page: Page) {
  const { db, deps } = live.house
  await db.transaction((tx) => offerStandInPeople(tx, deps, 1))

  const sender = startSender(deps)
  const notice = await smtp.waitForMail(({ text }) => text?.includes('/mijn') ?? false)
  await sender.stop()
  expect(notice.text).not.toContain(SENTENCE)

  await page.goto('/mijn')
  expect(await page.getByText(SENTENCE).count()).toBe(0)
  await page
    .getByRole('link', { name: /Inloggen met DigiD/ })
    .or(page.getByRole('button', { name: /Inloggen met DigiD/ }))
    .click()
  await page.getByRole('link', { name: 'Wil van der Ploeg' }).click()
  await page.getByText(SENTENCE).waitFor()

  await page.goto('/mijn/preferences')
  const reminders = page.getByRole('checkbox', { name: /herinnering/ })
  await reminders.uncheck()
  await page.locator('form', { has: reminders }).getByRole('button').click()
  await page.waitForLoadState()
  expect(await reminders.isChecked()).toBe(false)
}
