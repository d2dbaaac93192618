import type { Browser } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessments } from '../../server/db/schema/care.ts'
import { calls } from '../../server/db/schema/outreach.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeStaff } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAskedPatient, makeTeamOfOwn } from '../support/outbox.ts'

// Who does not answer mail is called; who has none gets a letter and types its code.

const DESK = { viewport: { width: 1440, height: 900 }, locale: 'nl-NL' }
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'nl-NL' }

let browser: Browser
let live: Live
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: '2026-03-08T09:00:00Z' })
  place = await makeTeamOfOwn(live.house)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const desk = async (role: 'clinician' | 'data-manager') => {
  const page = await (await live.context(browser, DESK)).newPage()
  const teamId = role === 'clinician' ? place.teamId : null
  await live.signIn(page, await makeStaff(live.house, { ...place, teamId, role }))
  return page
}

test('a nurse calls from the list, with the number and what to say, and the row is done for today', async () => {
  const { db, deps } = live.house
  const { patientId } = await makeAskedPatient(live.house, place)
  const phone = deps.seal.close('06 0000 1234', `patient-phone:${patientId}`)
  await db.update(patients).set({ phone }).where(eq(patients.id, patientId))

  const page = await desk('clinician')
  await page.goto('/staff/calls')
  await page.getByRole('button', { name: 'Wil van der Ploeg bellen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('link', { name: '06 0000 1234' }).waitFor()
  await dialog.getByText('Spreek ik met Wil van der Ploeg?').waitFor()
  await dialog.getByRole('button', { name: 'Vastleggen' }).click()
  await dialog.getByText('Kies hoe het gesprek afliep.').waitFor()
  await dialog.getByRole('radio', { name: /Niet bereikt/ }).check()
  await dialog.getByRole('button', { name: 'Vastleggen' }).click()
  await page.getByRole('heading', { name: 'Niemand om te bellen' }).waitFor()
  expect(await db.select({ outcome: calls.outcome }).from(calls)).toEqual([{ outcome: 'not-reached' }])
})

test('who has no mail types the code of the letter, then the birth date, and is at the questions', async () => {
  const { db } = live.house
  const { assessmentId } = await makeAskedPatient(live.house, place, { email: null, emailKey: null })
  const later = { closesAt: '2026-03-25T23:00:00.000Z', linkDeadAt: '2026-03-30T23:00:00.000Z' }
  await db.update(assessments).set(later).where(eq(assessments.id, assessmentId))

  const office = await desk('data-manager')
  await office.goto('/staff/letters')
  await office.getByRole('button', { name: 'Maak 1 brief' }).click()
  const letter = office.getByRole('article')
  await letter.getByRole('img', { name: 'QR-code die de vragen opent' }).waitFor()
  const code = (await letter.locator('.paper-code b').textContent()) ?? ''

  const phone = await (await live.context(browser, PHONE)).newPage()
  await phone.goto('/code')
  await phone.getByLabel('Code').fill('1111-1111-1111-X')
  await phone.getByRole('button', { name: 'Verder' }).click()
  await phone.getByText('Deze code klopt nog niet.').waitFor()
  await phone.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
  await phone.getByRole('button', { name: 'Verder' }).click()
  await phone.getByLabel('Geboortedatum').fill('12-4-1959')
  await phone.getByRole('button', { name: 'Verder' }).click()
  await phone.getByRole('heading', { level: 1 }).filter({ hasText: 'Dag' }).waitFor()
  expect(await phone.getByRole('heading', { level: 1 }).innerText()).toContain('Dag Wil')

  await office.getByRole('button', { name: 'Alles is op de post gedaan' }).click()
  await office.getByRole('heading', { name: 'Geen brieven vandaag' }).waitFor()
})

test('a rule for feeds that is not finished says so at its field, and nobody leaves it behind unasked', async () => {
  const office = await desk('data-manager')
  await office.goto('/staff/imports/feeds')
  await office.getByRole('button', { name: 'Regel erbij' }).first().click()
  await office.getByRole('button', { name: 'Regels bewaren' }).click()
  const name = office.getByRole('textbox', { name: 'Naam van de regel' })
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true)
  await office.getByText('Kies waar de regel heen leidt.').waitFor()
  await name.fill('Knie')
  await office.getByRole('link', { name: 'Wijzigen' }).click()
  await office.getByRole('button', { name: 'Blijf hier' }).first().click()
  expect(await name.inputValue()).toBe('Knie')
  await office.getByLabel('Is', { exact: true }).fill('KNIE*')
  await office.getByLabel('Dan is het').first().selectOption('nobody')
  await office.getByRole('button', { name: 'Regels bewaren' }).click()
  await office.getByText('Bewaard. Dit geldt vanaf nu.').waitFor()
  await office.getByRole('link', { name: 'Wijzigen' }).click()
  await office.waitForURL((url) => !url.pathname.endsWith('/feeds'))
})
