import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { links, messages, patientSessions } from '../../server/db/schema/messages.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeClinic, makeToken, NOW, openBrowser } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
let careful: Awaited<ReturnType<typeof makeClinic>>

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
  careful = await makeClinic(house, { confirmBirthDate: true })
})
afterAll(() => house.close())

const FORGED = 'A'.repeat(43)
const sessionsOf = (patientId: string) =>
  house.db.select().from(patientSessions).where(eq(patientSessions.patientId, patientId))
const openedOf = async (patientId: string) =>
  (await house.db.select().from(links).where(eq(links.patientId, patientId))).map(({ openedAt }) => openedAt)
const newLinksOf = async (patientId: string) => {
  const rows = await house.db.select().from(messages).where(eq(messages.patientId, patientId))
  return rows.filter(({ kind }) => kind === 'new-link').length
}

it('shows the same bytes for every token, and changes nothing by looking', async () => {
  const { token, patientId } = await makeAsked(house, clinic)
  const scanner = openBrowser(house)
  const pages = await Promise.all([token, FORGED, 'x', `${token}.`].map((one) => scanner.get(`/v/${one}`)))
  const bytes = await Promise.all(pages.map((page) => page.text()))
  expect(new Set(bytes).size).toBe(1)
  expect(bytes[0]).not.toContain(token)
  for (const page of pages) {
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self' 'sha256-/,
    )
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.headers.getSetCookie()).toEqual([])
  }
  await scanner.ask('HEAD', `/v/${token}`)
  await scanner.ask('OPTIONS', `/v/${token}`)
  expect(await sessionsOf(patientId)).toEqual([])
  expect(await openedOf(patientId)).toEqual([null])
})

it('opens by a pressed button, takes the token out of the address, and starts nothing', async () => {
  const { token, patientId, assessmentId } = await makeAsked(house, clinic)
  const browser = openBrowser(house)
  const opened = await browser.press(`/v/${token}`)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/v'])
  expect(opened.headers.get('cache-control')).toBe('no-store')
  expect(opened.headers.get('referrer-policy')).toBe('no-referrer')
  expect(opened.headers.getSetCookie()[0]).toMatch(/^answer=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  await browser.open(token)
  expect(await sessionsOf(patientId)).toHaveLength(2)
  expect(await openedOf(patientId)).toEqual([new Date(NOW).toISOString()])
  expect(await house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))).toEqual([])

  const landing = await (await browser.get('/v')).text()
  for (const said of [
    'Dag Wil',
    'Ziekenhuis De Vaart',
    'Heup en knie',
    'Maaike Hoekstra',
    'ma 9 mrt 2026, 10:20',
    'Niemand kijkt nu live met u mee.',
    'tel:0100001234',
    'Ongeveer 3 minuten.',
  ])
    expect(landing).toContain(said)
  expect(landing).not.toContain('van der Ploeg')
})

it('has a cookie that only this host can set, where it is on https', async () => {
  const secure = await openHouse({ now: NOW, env: { PATIENT_URL: 'https://vragen.example.nl' } })
  const { token } = await makeAsked(secure, await makeClinic(secure))
  const answer = await secure.app.request(`/v/${token}/open`, { method: 'POST' })
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-answer=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(
    answer.headers.get('strict-transport-security') ??
      (await secure.app.request('/v')).headers.get('strict-transport-security'),
  ).toContain('63072000')
  await secure.close()
})

it('leads from a link that does not work to what does, without saying why', async () => {
  const { patientId } = await makeAsked(house, clinic)
  const dead = await makeToken(house, patientId, clinic.organisationId, '2026-03-01T00:00:00.000Z')
  const revoked = await makeToken(house, patientId, clinic.organisationId)
  await house.db.update(links).set({ revokedAt: NOW }).where(eq(links.patientId, patientId))
  const pages = await Promise.all(
    [dead, revoked, FORGED].map(async (token) => {
      const answer = await openBrowser(house).open(token)
      expect(answer.status).toBe(410)
      expect(answer.headers.getSetCookie()).toEqual([])
      return (await answer.text()).replaceAll(token, '')
    }),
  )
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).toContain('Stuur mij een nieuwe link')
  expect(pages[0]).toContain('href="/mijn"')
})

it('sends a new link to the known address only, and says the same to everybody', async () => {
  const { patientId } = await makeAsked(house, clinic)
  const dead = await makeToken(house, patientId, clinic.organisationId, '2026-03-01T00:00:00.000Z')
  const browser = openBrowser(house)
  const said = await Promise.all(
    [dead, FORGED].map(async (token) => (await browser.press(`/v/${token}/new-link`)).text()),
  )
  expect(said[0]).toBe(said[1])
  expect(await newLinksOf(patientId)).toBe(1)
})

it('fills no mailbox with new links: ten in a day, however often somebody asks', async () => {
  const own = await openHouse({ now: NOW })
  const { token, patientId } = await makeAsked(own, await makeClinic(own))
  const browser = openBrowser(own)
  const count = () =>
    own.db.$count(messages, and(eq(messages.patientId, patientId), eq(messages.kind, 'new-link')))
  for (let asked = 0; asked < 15; asked++) {
    expect((await browser.press(`/v/${token}/new-link`)).status).toBe(200)
    own.pass(6 * 60_000)
  }
  expect(await count()).toBe(10)
  own.pass(24 * 60 * 60_000)
  await browser.press(`/v/${token}/new-link`)
  expect(await count()).toBe(11)
  await own.close()
})

it('stays quiet for whoever opted out or died', async () => {
  for (const change of [{ optedOutAt: NOW }, { deceasedOn: '2026-02-28' }]) {
    const { token, patientId } = await makeAsked(house, clinic)
    const browser = openBrowser(house)
    await browser.open(token)
    await house.db.update(patients).set(change).where(eq(patients.id, patientId))
    expect((await browser.task()).status).toBe(401)
    expect((await openBrowser(house).open(token)).status).toBe(410)
  }
})

it('asks the birth date where the organisation wants it, and lets nobody by without', async () => {
  const { token, assessmentId } = await makeAsked(house, careful, { birthDate: '1957-03-31' })
  const browser = openBrowser(house)
  await browser.open(token)
  expect(await (await browser.get('/v')).text()).toContain('Wat is uw geboortedatum?')
  expect((await browser.task()).status).toBe(403)
  expect((await browser.save(assessmentId, 0, { 'hip-knee': { trust: 5 } })).status).toBe(403)
  expect((await browser.get('/v/questions')).headers.get('location')).toBe('/v')
  expect(await (await browser.press('/v/birth-date', { date: 'maart' })).text()).toContain(
    'Dit is geen datum',
  )
  expect(await (await browser.press('/v/birth-date', { date: '1-3-1957' })).text()).toContain('nog 4 keer')
  expect((await browser.press('/v/birth-date', { date: ' 31 / 03 / 1957 ' })).status).toBe(303)
  expect((await browser.task()).status).toBe(200)
})

it('locks a link after five wrong birth dates, also when they come at once', async () => {
  const { token, patientId } = await makeAsked(house, careful, { birthDate: '1957-03-31' })
  const browser = openBrowser(house)
  await browser.open(token)
  for (let day = 1; day <= 5; day++) await browser.press('/v/birth-date', { date: `${day}-3-1957` })
  expect(await (await browser.press('/v/birth-date', { date: '31-3-1957' })).text()).toContain(
    'Deze link is op slot',
  )
  expect((await openBrowser(house).open(token)).status).toBe(410)
  expect(await (await browser.press('/v/new-link')).text()).toContain('Kijk in uw mail')
  expect(await newLinksOf(patientId)).toBe(1)

  const second = await makeAsked(house, careful, { birthDate: '1957-03-31' })
  const guesser = openBrowser(house)
  await guesser.open(second.token)
  const dates = Array.from({ length: 20 }, (_, day) => `${day + 1}-3-1957`)
  await Promise.all(dates.map((date) => guesser.press('/v/birth-date', { date })))
  const [link] = await house.db.select().from(links).where(eq(links.patientId, second.patientId))
  expect(link?.failedChecks).toBeLessThanOrEqual(5)
})

it('locks every link of a patient for a day after fifteen wrong birth dates: a new link brings no new tries', async () => {
  const own = await openHouse({ now: NOW })
  const place = await makeClinic(own, { confirmBirthDate: true })
  const { token, patientId } = await makeAsked(own, place, { birthDate: '1957-03-31' })
  const fresh = () => makeToken(own, patientId, place.organisationId)
  const tryAll = async (one: string, dates: string[]) => {
    const browser = openBrowser(own)
    await browser.open(one)
    const said = []
    for (const date of dates) said.push(await browser.press('/v/birth-date', { date }))
    return Promise.all(said.map(async (answer) => [answer.status, await answer.text()] as const))
  }
  const wrong = (times: number) => Array.from({ length: times }, (_, day) => `${day + 1}-3-1957`)
  await tryAll(token, wrong(5))
  await tryAll(await fresh(), wrong(5))
  const [, , , fourth, fifth] = await tryAll(await fresh(), wrong(5))
  expect(fourth?.[1]).toContain('nog één keer')
  expect(fifth?.[1]).toContain('Vandaag lukt het niet meer')
  const last = await fresh()
  const [right] = await tryAll(last, ['31-3-1957'])
  expect(right?.[1]).toContain('Vandaag lukt het niet meer')
  const start = await openBrowser(own).press('/v', { token: last })
  for (const page of [right?.[1], await start.text()]) {
    expect(page).toContain('Bel uw zorgteam')
    expect(page).not.toContain('new-link') // it would lead round in a circle
    expect(page).not.toContain('Wat is uw geboortedatum?')
  }

  own.pass(24 * 60 * 60_000)
  const [later] = await tryAll(last, ['31-3-1957'])
  expect(later?.[0]).toBe(303)
  await own.close()
})

it('asks the birth date where two patients share an address', async () => {
  const address = 'gezin@example.nl'
  const { token } = await makeAsked(house, clinic, { address })
  await makeAsked(house, clinic, { address })
  const browser = openBrowser(house)
  await browser.open(token)
  expect((await browser.task()).status).toBe(403)
})

it('writes down who answers for somebody else', async () => {
  const { token, assessmentId } = await makeAsked(house, clinic)
  const browser = openBrowser(house)
  await browser.open(token)
  await browser.press('/v/respondent', { respondent: 'proxy' })
  expect(await (await browser.get('/v')).text()).toContain('U antwoordt voor iemand anders.')
  await browser.save(assessmentId, 0, { 'hip-knee': { trust: 5 } })
  const [row] = await house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  expect(row?.respondent).toBe('proxy')
})

it('lets a patient stop, once they say so', async () => {
  const { token, patientId } = await makeAsked(house, clinic)
  const browser = openBrowser(house)
  await browser.open(token)
  expect((await browser.get('/v/opt-out')).status).toBe(200)
  const [before] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(before?.optedOutAt).toBeNull()
  expect(await (await browser.press('/v/opt-out')).text()).toContain('U krijgt geen mail of sms meer')
  const [after] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(after?.optedOutAt).toBe(new Date(NOW).toISOString())
})

it('stops guessing from one address, but never a ward that opens its links', async () => {
  const guessing = await openHouse({ now: NOW })
  const place = await makeClinic(guessing)
  const { token } = await makeAsked(guessing, place)
  const browser = openBrowser(guessing)
  for (let opened = 0; opened < 60; opened++) expect((await browser.open(token)).status).toBe(303)
  for (let guess = 0; guess < 30; guess++) await browser.open(FORGED)
  const stopped = await browser.open(FORGED)
  expect(stopped.status).toBe(429)
  expect(await stopped.text()).toContain('Even wachten')
  expect((await browser.open(token)).status).toBe(303)
  guessing.pass(60_000)
  expect((await browser.open(FORGED)).status).toBe(410)
  await guessing.close()
})

it('refuses forms of other sites', async () => {
  const { token } = await makeAsked(house, clinic)
  const browser = openBrowser(house)
  const from = (headers: Record<string, string>) => browser.ask('POST', `/v/${token}/open`, { headers })
  expect((await from({ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).status).toBe(
    403,
  )
  expect((await from({ origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(303)
})

it('speaks Dutch to somebody whose language is none of ours', async () => {
  const { token } = await makeAsked(house, clinic, { language: 'uk' })
  const browser = openBrowser(house)
  await browser.open(token)
  expect(await (await browser.get('/v')).text()).toContain('Dag Wil')
  expect((await browser.task()).body.language).toBe('nl')
})

it('speaks English and larger when asked to', async () => {
  const { token } = await makeAsked(house, clinic)
  const browser = openBrowser(house)
  await browser.open(token)
  await browser.press('/v/look', { language: 'en' })
  await browser.press('/v/look', { size: '2' })
  const page = await (await browser.get('/v')).text()
  expect(page).toContain('<html lang="en" class="size-2">')
  expect(page).toContain('Nobody is watching live.')
})
