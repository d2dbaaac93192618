import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { healthWordsIn } from '../../core/mail/health-words.ts'
import { typedCode } from '../../core/mail/typed-code.ts'
import { patientLanguages } from '../../core/words.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { links, messages, patientSessions } from '../../server/db/schema/messages.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { codeKeyOf } from '../../server/links/token.ts'
import type { Paper } from '../../server/outreach/paper.ts'
import { makeStaff, makeTeam } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, post, submit } from '../support/outbox.ts'
import { openBrowser } from '../support/patient-browser.ts'
import { expectPdf } from '../support/printed.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
let manager: ReturnType<House['as']>
let headers: Record<string, string>
beforeEach(async () => {
  house = await openPostOffice()
  place = await makeTeamOfOwn(house)
  const staffId = await makeStaff(house, { ...place, teamId: null, role: 'data-manager' })
  manager = house.as(staffId)
  headers = { 'x-test-staff': staffId, 'content-type': 'application/json' }
})
afterEach(() => house.close())

const noMail = { email: null, emailKey: null }
const makeUnmailed = (given: Parameters<typeof makeAskedPatient>[2] = {}) =>
  makeAskedPatient(house, place, { ...noMail, ...given })
const print = async () => (await manager.post('/api/outreach/letters/print')).body as Paper[]
type Row = { patient: { id: string }; why: string | null; messageId: string | null }
const list = async (who = manager) => (await who.get('/api/outreach/letters')).body as Row[]
const typed = (code: string) => openBrowser(house).press('/code', { code })

test('who has no address that works gets a letter, once, and it counts as sent when it is posted', async () => {
  const person = await makeUnmailed({ number: '400101' })
  await makeAskedPatient(house, place)
  await post(house)
  expect(await list()).toMatchObject([
    { patient: { id: person.patientId }, why: 'no-address', messageId: null },
  ])
  const [paper, ...others] = await print()
  expect(others).toEqual([])
  expect(paper).toMatchObject({
    name: 'Wil van der Ploeg',
    number: '400101',
    organisation: 'Ziekenhuis De Vaart',
  })
  expect((await print()).map(({ id, code }) => [id, code])).toEqual([[paper?.id, paper?.code]])
  expect(await list()).toMatchObject([{ why: null, messageId: paper?.id }])
  expect(await post(house), 'the sender of mail leaves letters alone').toMatchObject({ sent: 0 })
  const posted = () => manager.post('/api/outreach/letters/posted', { ids: [paper?.id] })
  expect((await posted()).body).toEqual({ posted: 1 })
  expect((await posted()).body).toEqual({ posted: 0 })
  expect(await list()).toEqual([])
  const mail = (await manager.get(`/api/messages?patient=${person.patientId}`)).body
  expect(mail).toMatchObject({ messages: [{ kind: 'invitation', channel: 'letter', state: 'sent' }] })
})

test('the letters are one PDF, a page each, in the language of who reads it, with the square and the code', async () => {
  const pdf = () => house.app.request('/api/outreach/letters/pdf', { method: 'POST', headers })
  expect((await pdf()).status).toBe(404)
  await makeUnmailed({ number: '400101' })
  const { patientId } = await makeUnmailed({ number: '400102' })
  await house.db.update(patients).set({ language: 'ar' }).where(eq(patients.id, patientId))
  const [paper, other] = (await print()).toSorted((a, b) => (a.number < b.number ? -1 : 1))
  await expectPdf(await pdf(), {
    title: 'Brieven',
    named: 'letters-2026-03-02.pdf',
    tags: ['Document', 'H1', 'Figure'],
    words: [paper?.code ?? '', other?.code ?? '', '400101', '400102', 'Richt de camera'],
    unsaid: ['1 / 2', 'Brieven'],
  })
})

test('the typed code opens the questions after the birth date, and is kept nowhere', async () => {
  await makeUnmailed()
  const [paper] = await print()
  const code = typedCode(paper?.code ?? '') ?? ''
  const [link] = await house.db.select().from(links).where(eq(links.kind, 'answer'))
  expect(link?.codeKey).toBe(codeKeyOf(house.deps.secret, code))
  expect(JSON.stringify(link)).not.toContain(code)
  const browser = openBrowser(house)
  expect((await browser.get('/code')).status).toBe(200)
  const opened = await browser.press('/code', { code: ` ${paper?.code.toLowerCase().replaceAll('-', ' ')}` })
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/v'])
  expect(await (await browser.get('/v')).text()).toContain('geboortedatum')
  expect((await browser.press('/v/birth-date', { date: '12-04-1959' })).status).toBe(303)
  expect(await (await browser.get('/v')).text()).toContain('Start de vragen')
})

test('a slip is told as one, a guess is counted, and neither closes the door of a waiting room to a right code', async () => {
  const person = await makeUnmailed()
  const [paper] = await print()
  const good = paper?.code ?? ''
  const slip = good.startsWith('0') ? `1${good.slice(1)}` : `0${good.slice(1)}`
  for (let n = 0; n < 7; n++) expect((await typed(slip)).status).toBe(422)
  for (let n = 0; n < 20; n++) expect((await typed('0000-0000-0000-0')).status).toBe(410)
  const refused = await typed('0000-0000-0000-0')
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('Kijk elk teken nog eens na')
  expect((await typed(good)).status).toBe(303)
  expect(await house.db.$count(patientSessions)).toBe(1)
  house.pass(15 * 60_000)
  expect((await typed('0000-0000-0000-0')).status).toBe(410)

  await house.db.update(patients).set({ deceasedOn: '2026-03-01' }).where(eq(patients.id, person.patientId))
  for (let n = 0; n < 30; n++) expect((await typed(good)).status).toBe(410) // a dead code is no guess
})

test('what was answered or refused before printing is taken out, with its reason', async () => {
  const [answered, died] = [await makeUnmailed(), await makeUnmailed()]
  expect(await print()).toHaveLength(2)
  await submit(house, answered)
  await house.db.update(patients).set({ deceasedOn: '2026-03-01' }).where(eq(patients.id, died.patientId))
  expect(await print()).toEqual([])
  const rows = await house.db.select({ why: messages.why }).from(messages)
  expect(rows.map(({ why }) => why ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual([
    'completed',
    'deceased',
  ])
})

test('a letter tells nobody what it is about, in every language', async () => {
  for (const language of patientLanguages) await makeUnmailed({ language })
  const papers = await print()
  expect(papers.map(({ language }) => language).toSorted()).toEqual([...patientLanguages].toSorted())
  for (const { subject, opening, scan, orType, closing, qr } of papers) {
    const said = [subject, ...opening, scan, orType, ...closing].join('\n')
    expect(healthWordsIn(said.replaceAll('Ziekenhuis De Vaart', ''))).toEqual([]) // its own name is the sender's
    expect(qr.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
  }
})

test('a team makes its own letters only, and every look is in the log', async () => {
  await makeUnmailed()
  const next = await makeTeam(house, place.organisationId)
  const neighbour = house.as(await makeStaff(house, { ...place, teamId: next, role: 'clinician' }))
  const nurse = house.as(await makeStaff(house, { ...place, role: 'clinician' }))
  expect(await list(neighbour)).toEqual([])
  expect((await neighbour.post('/api/outreach/letters/print')).body).toEqual([])
  expect(await list(nurse)).toHaveLength(1)
  const [paper] = await print()
  expect((await neighbour.post('/api/outreach/letters/posted', { ids: [paper?.id] })).body).toEqual({
    posted: 0,
  })
  const seen = await house.db.select({ type: auditEvents.type }).from(auditEvents)
  expect(seen.map(({ type }) => type)).toEqual(expect.arrayContaining(['letters.listed', 'letters.printed']))
})
