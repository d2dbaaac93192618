import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFileAt } from '../../server/commands/import-file.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { enrolments } from '../../server/db/schema/care.ts'
import { imports, patients, quarantine } from '../../server/db/schema/patients.ts'
import { openEmail, openPhone } from '../../server/patients/contact.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { follow, imported, upload } from '../support/upload.ts'
import { type Cell, workbookOf } from '../support/workbook.ts'

let house: House
let organisationId: string
let teamId: string
let manager: string

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
})
afterEach(() => house.close())

const HEADER =
  'Patiëntnummer;Voornaam;Achternaam;Geboortedatum;Geslacht;Taal;E-mail;Telefoon;Overleden op;Gewijzigd op'
const WIL = '4711;Wil;van der Ploeg;12-04-1959;v;nl;wil@example.nl;0612345678;;2026-02-01T10:00+01:00'
const BO = '4712;Bo;Kok;1950-01-01;m;tr;;;;'
const file = (...rows: string[]) => [HEADER, ...rows].join('\r\n')

const look = (...rows: string[]) => imported(house, manager, file(...rows), { kind: 'patients', dryRun: '1' })
const take = (...rows: string[]) => imported(house, manager, file(...rows), { kind: 'patients', dryRun: '0' })

async function known() {
  const rows = await house.db.select().from(patients).orderBy(patients.searchName)
  return rows.map(({ id, givenName, sex, language, email, phone, deceasedOn }) => ({
    givenName,
    sex,
    language,
    email: email && openEmail(house.deps.seal, id, email),
    phone: phone && openPhone(house.deps.seal, id, phone),
    deceasedOn,
  }))
}

test('a file of patients registers who is not known, without a care path; looked at first, it writes nothing', async () => {
  const DEAD = '4713;Jo;Smit;1940-05-05;v;nl;;;2026-01-10;'
  const dry = await look(WIL, BO, DEAD)
  expect(await known()).toEqual([])
  const real = await take(WIL, BO, DEAD)
  for (const report of [dry, real])
    expect(report).toMatchObject({
      rows: 3,
      counts: { registered: 2, skipped: 1 },
      newPatients: 2,
      newEnrolments: 0,
      listed: [
        { line: 2, patientNumber: '4711', what: 'registered', person: 'new', notes: [] },
        { line: 3, what: 'registered', notes: ['no-address'] },
        { line: 4, what: 'skipped', person: null, reason: 'died-unknown' },
      ],
    })
  expect(await known()).toEqual([
    { givenName: 'Bo', sex: 'male', language: 'tr', email: null, phone: null, deceasedOn: null },
    {
      givenName: 'Wil',
      sex: 'female',
      language: 'nl',
      email: 'wil@example.nl',
      phone: '0612345678',
      deceasedOn: null,
    },
  ])
  expect(await house.db.$count(enrolments)).toBe(0)
  expect(await house.db.$count(auditEvents, eq(auditEvents.type, 'patient.registered'))).toBe(1)
  expect((await take(WIL, BO)).counts).toEqual({ unchanged: 2 })
})

test('a workbook of patients is read as the same file in CSV: numbers and dates are cells', async () => {
  const born = { date: '1959-04-12' }
  const wil: Cell[] = [4711, 'Wil', 'van der Ploeg', born, 'v', 'nl', 'wil@example.nl', '0612345678', '']
  const workbook = (...rows: Cell[][]) => new Uint8Array(workbookOf([HEADER.split(';').slice(0, 9), ...rows]))
  const query = { kind: 'patients', dryRun: '0' }
  const wrong = await imported(house, manager, workbook(wil, wil.with(0, 4712).with(3, 'gisteren')), query)
  expect(wrong.problems).toMatchObject([{ line: 3, column: 'Geboortedatum', code: 'date' }])
  expect(await known()).toEqual([])
  const report = await imported(house, manager, workbook(wil, []), query)
  expect(report).toMatchObject({ counts: { registered: 1 }, encoding: 'xlsx', failure: null })
  expect(await known()).toMatchObject([{ givenName: 'Wil', sex: 'female', email: 'wil@example.nl' }])
  expect(await take(WIL)).toMatchObject({ counts: { unchanged: 1 }, newPatients: 0 })
})

test('no one is overwritten by an emptier or an older row, and what is newer holds', async () => {
  await take(WIL)
  const [before] = await known()
  const emptier = '4711;Wil;van der Ploeg;12-04-1959;;;;;;'
  expect((await take(emptier)).counts).toEqual({ unchanged: 1 })
  const older = WIL.replace('wil@', 'old@').replace('2026-02-01', '2025-12-01')
  expect(await take(older)).toMatchObject({ counts: { unchanged: 1 }, listed: [{ notes: ['older'] }] })
  expect(await known()).toEqual([before])
  const newer = WIL.replace('wil@', 'new@').replace('2026-02-01', '2026-02-20')
  expect((await look(newer)).counts).toEqual({ changed: 1 })
  expect((await take(newer)).counts).toEqual({ changed: 1 })
  expect(await known()).toEqual([{ ...before, email: 'new@example.nl' }])
})

test('a death ends what was planned, and another name under a known number waits for a person', async () => {
  const appointment = [
    'Afspraaknummer;Datum;Tijd;Soort;Patiëntnummer;Voornaam;Achternaam;Geboortedatum;Zijde',
    'A-1;01-04-2026;10:00;Eerste afspraak;4711;Wil;van der Ploeg;12-04-1959;rechts',
  ].join('\r\n')
  await imported(house, manager, appointment, { dryRun: '0', teamId })
  const other = WIL.replace(';Wil;', ';Wim;')
  const died = WIL.replace(';;2026', ';2026-02-28;2026')
  for (const report of [await look(other), await take(other)])
    expect(report).toMatchObject({
      counts: { 'set-aside': 1 },
      listed: [{ what: 'set-aside', reason: 'news-in-doubt' }],
    })
  expect(await house.db.select().from(quarantine)).toMatchObject([{ source: 'csv', reason: 'news-in-doubt' }])
  for (const report of [await look(died), await take(died)])
    expect(report).toMatchObject({ counts: { changed: 1 }, listed: [{ notes: ['died'] }] })
  expect(await known()).toMatchObject([{ givenName: 'Wil', deceasedOn: '2026-02-28' }])
  expect(await house.db.select().from(enrolments)).toMatchObject([{ endReason: 'deceased' }])
  const [aside] = ((await house.as(manager).get('/api/quarantine')).body as { asides: { id: string }[] })
    .asides
  const accepted = await house.as(manager).post(`/api/quarantine/${aside?.id}/accept`, { winner: 'theirs' })
  expect(accepted.status).toBe(200)
  expect(await known()).toMatchObject([{ givenName: 'Wim', email: 'wil@example.nl' }])
})

test('every fault is told with its line, column and cure, and one wrong row keeps the whole file out', async () => {
  const report = await take(
    WIL,
    '4712;;Kok;31-02-1950;q;dutch;nergens;bel maar;;gisteren',
    '4713;Jo;Smit;2026-04-01;v;;;;2026-05-01;',
    WIL,
  )
  expect(report).toMatchObject({ rows: 4, wrongRows: 3, counts: {}, listed: [] })
  expect(report.problems.map(({ line, column, code, value }) => [line, column, code, value])).toEqual([
    [3, 'Voornaam', 'empty', ''],
    [3, 'Geboortedatum', 'date', '31-02-1950'],
    [3, 'Geslacht', 'sex', 'q'],
    [3, 'E-mail', 'email', 'nergens'],
    [3, 'Telefoon', 'phone', 'bel maar'],
    [3, 'Taal', 'language', 'dutch'],
    [3, 'Gewijzigd op', 'time', 'gisteren'],
    [4, 'Overleden op', 'died-later', '2026-05-01'],
    [4, 'Geboortedatum', 'born-to-come', '2026-04-01'],
    [5, 'Patiëntnummer', 'patient-twice', '4711'],
  ])
  expect(await known()).toEqual([])
})

test('one patient stands in a file once, by whatever name of our own numbers', async () => {
  const content = { rules: [], ownNumbers: ['ZIS'] }
  expect((await house.as(manager).put('/api/feeds/rules', { content, version: 0 })).status).toBe(200)
  const rows = [`Uitgever;${HEADER}`, `;${WIL}`, `ZIS;${WIL}`, `elders;${WIL}`].join('\r\n')
  const { problems } = await imported(house, manager, rows, { kind: 'patients', dryRun: '1' })
  expect(problems.map(({ line, code }) => [line, code])).toEqual([[3, 'patient-twice']])
})

test('a file is taken in as what it was looked at as, and stands among those of its kind', async () => {
  const { id: checkId } = await upload(house, manager, file(WIL), { kind: 'patients', dryRun: '1' })
  await follow(house, manager, checkId)
  const other = await upload(house, manager, file(WIL), { dryRun: '0', checkId })
  expect([other.status, other.body.code]).toEqual([422, 'not_as_checked'])
  const same = await upload(house, manager, file(WIL), { kind: 'patients', dryRun: '0', checkId })
  expect((await follow(house, manager, same.id)).state).toBe('done')
  const listed = async (kind: string) =>
    ((await house.as(manager).get(`/api/imports?kind=${kind}`)).body as { imports: { id: string }[] }).imports
  expect(await listed('patients')).toMatchObject([{ id: same.id }])
  expect(await listed('appointments')).toEqual([])
  const { body } = await house.as(manager).get('/api/imports/patients/columns')
  expect((body as { columns: { name: string }[] }).columns.map(({ name }) => name)).toContain('patiëntnummer')
})

test('the command line does the same', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'patients-')), 'list.csv')
  const lines: string[] = []
  writeFileSync(path, file(WIL, BO))
  const run = (dryRun: boolean) =>
    importFileAt(house.deps, 'patients', path, { dryRun, language: 'nl' }, (line) => lines.push(line))
  expect(await run(true)).toBe(true)
  expect(await known()).toEqual([])
  expect(await run(false)).toBe(true)
  expect(await known()).toHaveLength(2)
  expect(lines).toEqual([
    '2 regels zouden worden ingevoerd; 2 nieuwe patiënten.',
    '  Nieuwe patiënt: 2',
    '2 regels ingevoerd; 2 nieuwe patiënten.',
    '  Nieuwe patiënt: 2',
  ])
  expect(await house.db.$count(imports)).toBe(2)
})
