import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMail } from '../../server/mail.ts'
import { type Sender, startSender } from '../../server/messages/sender.ts'
import { firstAdministratorLink } from '../../server/staff/links.ts'
import { launchBrowser } from '../support/browser.ts'
import { codeFromKey, MINUTE } from '../support/door.ts'
import { type Live, openLive } from '../support/live.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'

// The first real hour: from an empty installation to the first invitation in a patient's mail, in the browser alone.

const DESK = { viewport: { width: 1440, height: 900 }, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' }
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'nl-NL' }
const PASSWORD = 'een lange zin die niemand raadt'
const FILE = `afspraaknummer;datum;tijd;soort;patiëntnummer;voornaam;achternaam;geboortedatum;geslacht;e-mail;zijde;team
A-1;11-03-2026;10:20;Eerste afspraak;P-1;Wil;van der Ploeg;12-04-1959;v;wil@patient.example;rechts;Heup en knie
`

let smtp: TestSmtp
let browser: Browser
let live: Live
let sender: Sender

beforeEach(async () => {
  smtp = await startSmtp()
  browser = await launchBrowser()
  const mail = createMail({ SMTP_URL: smtp.url, MAIL_FROM: 'Uitkomst <uitkomst@oosterwold.example>' })
  live = await openLive({ now: '2026-03-02T09:00:00Z', env: { DEMO: '0', SMTP_URL: smtp.url }, mail })
  sender = startSender(live.house.deps)
})
afterEach(async () => {
  await sender.stop()
  await live.close()
  await browser.close()
  await smtp.close()
})

test('from an empty installation to the first invitation', async () => {
  const page = await open(DESK)
  await becomeAdministrator(page)
  expect(await nextStep(page)).toBe('Uw organisatie')
  await fillInOrganisation(page)
  expect(await nextStep(page)).toBe('Een team met een uitkomstenset')
  await makeTeam(page)
  expect(await nextStep(page)).toBe('Zorgverleners')
  await inviteColleague(page, { name: 'Kees Arts', email: 'kees@oosterwold.example', role: 'Zorgverlener' })
  await accept(await open(PHONE), 'kees@oosterwold.example')
  expect(await nextStep(page)).toBe('Een datamanager')
  await inviteColleague(page, {
    name: 'Daan Verhulst',
    email: 'daan@oosterwold.example',
    role: 'Datamanager',
  })
  const dataManager = await open(PHONE)
  await accept(dataManager, 'daan@oosterwold.example')
  expect(await nextStep(page)).toBe('Mail')
  await page.getByRole('button', { name: 'Proefmail sturen' }).click()
  await smtp.waitForMail(({ envelope }) => envelope.to.includes('roos@oosterwold.example'))
  expect(await nextStep(page)).toBe('De eerste afspraken')
  await importFirstFile(dataManager)
  await smtp.waitForMail(({ envelope }) => envelope.to.includes('wil@patient.example'), MINUTE)
  await page.goto('/staff/start')
  await page.getByText('7 van 7 nodige stappen klaar').waitFor()
})

const open = async (options: BrowserContextOptions) => (await live.context(browser, options)).newPage()

/** Reads the key that an authenticator app would, and types the password and the code it shows. */
async function setUpAccount(page: Page) {
  const key = (await page.locator('.door-key').innerText()).replaceAll(' ', '')
  await page.getByLabel('Kies een wachtwoord').fill(PASSWORD)
  await page.getByLabel('Code van zes cijfers').fill(await codeFromKey(key))
  await page.getByRole('button', { name: 'Account maken' }).click()
  await page.getByRole('heading', { name: 'Bewaar uw reservecodes' }).waitFor()
  await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
}

async function becomeAdministrator(page: Page) {
  const link = await firstAdministratorLink(live.house.deps)
  await page.goto(link ?? '')
  await page.getByLabel('Naam van uw organisatie').fill('Ziekenhuis Oosterwold')
  await page.getByLabel('Uw naam').fill('Roos Alkema')
  await page.getByLabel('Uw e-mailadres').fill('roos@oosterwold.example')
  await setUpAccount(page)
}

/** What the list asks for now: it knows by itself what has been done. */
async function nextStep(page: Page): Promise<string> {
  await page.goto('/staff/start')
  return page.locator('[aria-current=step] h2').innerText()
}

async function fillInOrganisation(page: Page) {
  await page.getByRole('link', { name: 'Organisatie invullen' }).click()
  await page.getByLabel('Telefoonnummer als iets niet kan wachten').fill('bel ons')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await page.getByText('Vul een telefoonnummer in, zoals 010 123 45 67.').waitFor()
  await page.getByLabel('Telefoonnummer als iets niet kan wachten').fill('010 000 12 34')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await page.getByText('Bewaard', { exact: true }).waitFor()
}

async function makeTeam(page: Page) {
  await page.getByRole('link', { name: 'Team maken' }).click()
  await page.getByLabel('Naam van het team').fill('Heup en knie')
  await page.getByLabel('Telefoonnummer van het team').fill('010 000 12 00')
  await page.getByLabel('Uitkomstenset').selectOption('hip-knee-osteoarthritis')
  await page.getByRole('button', { name: 'Team maken' }).click()
  await page.getByRole('button', { name: 'Heup en knie wijzigen' }).waitFor()
}

async function inviteColleague(
  page: Page,
  { name, email, role }: { name: string; email: string; role: string },
) {
  await page.goto('/staff/people')
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).click()
  await page.getByLabel('Naam', { exact: true }).fill(name)
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Rol', { exact: true }).selectOption({ label: role })
  if (role === 'Zorgverlener') await page.getByLabel('Beroep').selectOption('surgeon')
  await page.getByRole('button', { name: 'Uitnodigen', exact: true }).click()
  await page.getByText('De link is gemaild.').waitFor()
}

async function accept(page: Page, email: string) {
  const mail = await smtp.waitForMail(({ envelope }) => envelope.to.includes(email), MINUTE)
  const link = /\/staff\/link\/[\w-]{43}/.exec(mail.text ?? '')?.[0]
  await page.goto(link ?? '')
  await setUpAccount(page)
  await page.waitForURL(/\/staff\/(clinic|imports)/)
}

async function importFirstFile(page: Page) {
  await page.goto('/staff/imports')
  const file = { name: 'afspraken.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Nu invoeren' }).click()
  await page.getByText('Ingevoerd', { exact: true }).waitFor()
  await live.pass(MINUTE) // planning comes round
}
