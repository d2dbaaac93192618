import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { links } from '../../server/db/schema/messages.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { joint } from '../support/care.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeClinic, NOW, openBrowser } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
})
afterAll(() => house.close())

const BIRTH = { Noor: '2012-05-01', Sem: '2015-08-09' }

/** Two children whose mail comes to one address, each with an open question. */
async function family(address: string) {
  const child = (givenName: keyof typeof BIRTH) =>
    makeAsked(house, clinic, { givenName, birthDate: BIRTH[givenName], address })
  return { noor: await child('Noor'), sem: await child('Sem') }
}

/** Opens a link and gives the birth date, as it takes a moment. */
async function openAs(token: string, date: string) {
  const browser = openBrowser(house)
  await browser.open(token)
  house.pass(1000)
  await browser.press('/v/birth-date', { date })
  return browser
}

const page = async (browser: ReturnType<typeof openBrowser>, path = '/v') => (await browser.get(path)).text()

describe('a parent whose two children share a mail address', () => {
  it('sees the other name after the check and not before, and opens it by its own birth date', async () => {
    const { noor, sem } = await family('ouder@example.nl')
    const before = openBrowser(house)
    await before.open(noor.token)
    expect(await page(before)).not.toContain('Sem')
    expect((await before.press('/v/family', { patient: sem.patientId })).headers.get('location')).toBeNull()

    const browser = await openAs(noor.token, BIRTH.Noor)
    expect(await page(browser)).toContain('Naar de vragen van Sem')
    await browser.save(noor.assessmentId, 0, joint(9, 1))
    const led = await browser.press('/v/family', { patient: sem.patientId })
    expect(led.headers.get('location')).toBe('/v')
    const of = await house.db.select().from(links).where(eq(links.patientId, sem.patientId))
    expect(of.map(({ openedAt }) => openedAt)).toEqual([null]) // nobody arrived by Sem's own mail
    const asks = await page(browser)
    expect(asks).toContain('Wat is uw geboortedatum?')
    expect(asks).not.toContain(noor.assessmentId)
    house.pass(1000)
    await browser.press('/v/birth-date', { date: BIRTH.Noor })
    expect(await page(browser)).toContain('Wat is uw geboortedatum?')
    await browser.press('/v/birth-date', { date: BIRTH.Sem })
    const opened = await page(browser)
    expect(opened).toContain('Dag Sem')
    expect(opened).toContain('Naar de vragen van Noor')
    const { assessments } = (await browser.task()).body
    expect(assessments.map(({ id, answers }) => [id, answers])).toEqual([[sem.assessmentId, {}]])
    expect((await browser.save(noor.assessmentId, 1, joint(1, 1))).status).toBe(404)
  })

  it('chooses a language for the child whose link is open, and not for the next one', async () => {
    const { noor, sem } = await family('talen@example.nl')
    const languages = async () => {
      const rows = await house.db
        .select({ id: patients.id, language: patients.language })
        .from(patients)
        .where(inArray(patients.id, [noor.patientId, sem.patientId]))
      return new Map(rows.map(({ id, language }) => [id, language]))
    }
    const browser = openBrowser(house)
    await browser.open(noor.token)
    house.pass(1000)
    await browser.press('/v/look', { language: 'tr', to: '/v' })
    await browser.press('/v/birth-date', { date: BIRTH.Noor })
    house.pass(1000)
    await browser.open(sem.token)
    house.pass(1000)
    await browser.press('/v/birth-date', { date: BIRTH.Sem })
    expect(await page(browser)).toContain('Sem')
    expect(await languages()).toEqual(
      new Map([
        [noor.patientId, 'tr'],
        [sem.patientId, 'nl'],
      ]),
    )
  })

  it('is not somebody in a house where many share an address: nobody of those is named', async () => {
    const [first] = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        makeAsked(house, clinic, {
          givenName: `Bewoner ${place}`,
          birthDate: BIRTH.Noor,
          address: 'huis@example.nl',
        }),
      ),
    )
    const browser = await openAs(first?.token ?? '', BIRTH.Noor)
    expect(await page(browser)).not.toContain('Naar de vragen van')
  })

  it('sees nobody who has nothing to answer, wants no mail, or is not of the family', async () => {
    const { noor, sem } = await family('stil@example.nl')
    await house.db.update(patients).set({ optedOutAt: NOW }).where(eq(patients.id, sem.patientId))
    await makeAsked(house, clinic, { givenName: 'Vreemd', address: 'ander@example.nl' })
    const browser = await openAs(noor.token, BIRTH.Noor)
    const start = await page(browser)
    expect(start).toContain('Dag Noor')
    expect(start).not.toContain('/v/family')
    const stranger = await makeAsked(house, clinic, { givenName: 'Vreemd', address: 'ander@example.nl' })
    await browser.press('/v/family', { patient: stranger.patientId })
    expect(await page(browser)).toContain('Dag Noor')
  })
})

describe('another language', () => {
  const languageOf = async (id: string) =>
    (await house.db.select().from(patients).where(eq(patients.id, id)))[0]?.language

  it('that somebody chooses on their page is that of the next mail, and is in the log once', async () => {
    const { token, patientId } = await makeAsked(house, clinic)
    const browser = openBrowser(house)
    await browser.open(token)
    for (let time = 0; time < 2; time++) await browser.press('/v/look', { language: 'tr', to: '/v' })
    expect(await languageOf(patientId)).toBe('tr')
    const lines = await house.db.select().from(auditEvents).where(eq(auditEvents.actorId, patientId))
    expect(lines.filter(({ type }) => type === 'patient.language-chosen')).toHaveLength(1)
  })

  it('chosen before the link is used counts too, and nobody’s but theirs changes', async () => {
    const { token, patientId } = await makeAsked(house, clinic)
    const other = await makeAsked(house, clinic)
    await openBrowser(house).press(`/v/${token}`, { language: 'ar' })
    expect(await languageOf(patientId)).toBe('ar')
    expect(await languageOf(other.patientId)).toBe('nl')
    await openBrowser(house).press('/v/look', { language: 'de' })
    expect(await languageOf(other.patientId)).toBe('nl')
  })
})
