import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFileAt } from '../../server/commands/import-file.ts'
import { terminalLanguage } from '../../server/commands/terminal.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { appointments, assessments, enrolments } from '../../server/db/schema/care.ts'
import { imports, patients } from '../../server/db/schema/patients.ts'
import type { ColumnHelp } from '../../server/imports/column-help.ts'
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
  'Afspraaknummer;Datum;Tijd;Soort;Patiëntnummer;Voornaam;Achternaam;Geboortedatum;Geslacht;E-mail;Zijde'
const ROW = 'A-1;01-04-2026;10:00;Eerste afspraak;4711;Wil;van der Ploeg;12-04-1959;v;wil@example.nl;rechts'
const file = (...rows: string[]) => [HEADER, ...rows].join('\r\n')

const nothingIsStored = async () => {
  expect(await house.db.select().from(patients)).toEqual([])
  expect(await house.db.select().from(appointments)).toEqual([])
}

test('a dry run says what would happen, row by row, and writes nothing', async () => {
  const report = await imported(
    house,
    manager,
    file(
      ROW,
      'A-2;2026-06-10;7.30;Operatie;4711;Wil;van der Ploeg;1959-04-12;v;wil@example.nl;rechts',
      'A-3;2026-06-11;08:00;Controle;4711;Wim;van der Ploeg;1959-04-12;v;;rechts',
      'A-4;2026-06-12;08:00;Controle;4712;Bo;Kok;1950-01-01;m;;l',
    ),
  )
  expect(report).toMatchObject({
    rows: 4,
    counts: { booked: 3, 'set-aside': 1 },
    newPatients: 2,
    newEnrolments: 2,
    problemCount: 0,
    failure: null,
    encoding: 'utf-8',
    delimiter: ';',
  })
  expect(
    report.listed.map(({ line, what, person, reason, notes }) => ({ line, what, person, reason, notes })),
  ).toEqual([
    { line: 2, what: 'booked', person: 'new', reason: null, notes: [] },
    { line: 3, what: 'booked', person: 'new', reason: null, notes: [] },
    { line: 4, what: 'set-aside', person: 'new', reason: 'name-differs', notes: [] },
    { line: 5, what: 'booked', person: 'new', reason: null, notes: ['no-address'] },
  ])
  await nothingIsStored()
})

test('an import does what its dry run said, and the same file again changes nothing', async () => {
  const rows = file(ROW, 'A-2;2026-06-10;07:30;Operatie;4711;Wil;van der Ploeg;1959-04-12;v;;rechts')
  const dry = await imported(house, manager, rows)
  const real = await imported(house, manager, rows, { dryRun: '0' })
  expect(real.counts).toEqual(dry.counts)
  expect(real).toMatchObject({ newPatients: dry.newPatients, newEnrolments: dry.newEnrolments })
  expect(await house.db.select().from(assessments)).toMatchObject([{ moment: 'intake' }])
  expect((await imported(house, manager, rows, { dryRun: '0' })).counts).toEqual({ unchanged: 2 })
  const moved = rows.replace('01-04-2026;10:00', '02-04-2026;11:00').replace('2026-06-10', '2026-06-17')
  expect((await imported(house, manager, moved)).counts).toEqual({ moved: 2 })
})

test('an import that follows a dry run is of the same file, for the same team', async () => {
  const rows = file(ROW)
  const { id: checkId } = await upload(house, manager, rows, { dryRun: '1', teamId })
  await follow(house, manager, checkId)
  const changed = rows.replace('10:00', '11:00')
  const otherFile = await upload(house, manager, changed, { dryRun: '0', teamId, checkId })
  const otherTeam = await upload(house, manager, rows, { dryRun: '0', checkId })
  const unknown = await upload(house, manager, rows, { dryRun: '0', teamId, checkId: 'imp_nothing' })
  expect([otherFile, otherTeam, unknown].map(({ status, body }) => [status, body.code])).toEqual([
    [422, 'not_as_checked'],
    [422, 'not_as_checked'],
    [404, 'not_found'],
  ])
  await nothingIsStored()
  const real = await imported(house, manager, rows, { dryRun: '0', teamId, checkId })
  expect(real.counts).toEqual({ booked: 1 })
})

test('one wrong row and nothing is imported; every problem is told with its place and its cure', async () => {
  const report = await imported(
    house,
    manager,
    file(
      ROW,
      'A-2;31-02-2026;10:00;Eerste afspraak;4712;Bo;Kok;12-04-1959;v;geen adres;rechts',
      'A-1;01-04-2026;25:00;Koffie;4713;;Kok;12-04-1959;q;;boven',
      'A-5;01-04-2026;10:00;Koffie;4713;Bo;Kok;12-04-1959;v;;rechts;te veel',
      'A-6;01-04-2026;10:00;Koffie;4713;Bo;Kok;12-04-1959;v;;rechts',
      'A-1;01-04-2026;10:00;intake;4713;Bo;Kok;12-04-1959;v;;rechts',
    ),
    { dryRun: '0' },
  )
  expect(report).toMatchObject({ rows: 6, wrongRows: 5, counts: {}, listed: [] })
  expect(report.problems.map(({ line, column, code, value }) => [line, column, code, value])).toEqual([
    [3, 'Datum', 'time', '31-02-2026 10:00'],
    [3, 'E-mail', 'email', 'geen adres'],
    [4, 'Datum', 'time', '01-04-2026 25:00'],
    [4, 'Voornaam', 'empty', ''],
    [4, 'Geslacht', 'sex', 'q'],
    [4, 'Zijde', 'side', 'boven'],
    [4, 'Soort', 'unknown-kind', 'Koffie'],
    [4, 'Afspraaknummer', 'number-twice', 'A-1'],
    [5, null, 'cell-count', ''],
    [6, 'Soort', 'unknown-kind', 'Koffie'],
    [7, 'Afspraaknummer', 'number-twice', 'A-1'],
  ])
  await nothingIsStored()
})

test('whoever makes a file can read which columns there are, which are needed, and what the teams here call things', async () => {
  const { body } = await house.as(manager).get('/api/imports/appointments/columns')
  const { columns } = body as { columns: ColumnHelp[] }
  const of = (wanted: string) => columns.find(({ id }) => id === wanted)
  expect(of('number')).toEqual({ id: 'number', name: 'afspraaknummer', required: true, options: [] })
  expect(of('team')).toMatchObject({ required: false, options: ['Heup en knie'] })
  expect(of('kind')?.options).toContain('Eerste afspraak')
})

const bytesOf = (text: string, encoding: 'utf16le' | 'latin1') => new Uint8Array(Buffer.from(text, encoding))
const special = file(ROW.replace('Wil;', 'Zoë;'))

test.each([
  ['UTF-8 with a mark', new Uint8Array(Buffer.from(`\uFEFF${special}`)), 'utf-8'],
  ['UTF-16 with a mark', bytesOf(`\uFEFF${special}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 without one', bytesOf(special, 'utf16le'), 'utf-16le'],
  ['Windows-1252', bytesOf(special, 'latin1'), 'windows-1252'],
])('%s is read as it was meant', async (_, bytes, encoding) => {
  const report = await imported(house, manager, bytes, { dryRun: '0' })
  expect(report).toMatchObject({ encoding, counts: { booked: 1 } })
  expect(await house.db.select({ name: patients.givenName }).from(patients)).toEqual([{ name: 'Zoë' }])
})

test.each([
  ['commas and quotes', ',', '"Ploeg, van der ""de"""', 'Ploeg, van der "de"'],
  ['tabs', '\t', 'van der Ploeg', 'van der Ploeg'],
  ['a value over two lines', ';', '"van der\nPloeg"', 'van der Ploeg'],
  ['a formula', ';', '=cmd|calc!A0', '=cmd|calc!A0'],
])('%s', async (_, separator, written, stored) => {
  const rows = special.replaceAll(';', separator).replace('van der Ploeg', written)
  const report = await imported(house, manager, rows, { dryRun: '0' })
  expect(report).toMatchObject({ problemCount: 0, counts: { booked: 1 } })
  expect(await house.db.select({ name: patients.familyName }).from(patients)).toEqual([{ name: stored }])
})

test('columns may stand in any order, in English, with others between them', async () => {
  const rows = [
    'Room,Date of birth,First name,Last name,Side,Start,Patient number,Appointment number,Kind',
    '12,1959-04-12,Wil,van der Ploeg,R,2026-04-01 10:00,4711,A-1,intake',
  ].join('\n')
  const report = await imported(house, manager, rows)
  expect(report).toMatchObject({ counts: { booked: 1 }, ignoredColumns: ['Room'], delimiter: ',' })
})

test.each([
  ['nothing', '', 'csv_empty'],
  ['white space', ' \r\n \r\n', 'csv_empty'],
  ['a broken workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 'xlsx_unreadable'],
  ['a workbook of an old kind', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'csv_spreadsheet'],
  ['something that is no text', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 255), 'csv_not_text'],
  ['no header', ROW, 'csv_no_header'],
  ['a header twice', `${HEADER};voornaam\n${ROW};Wil`, 'csv_header_twice'],
  ['a missing column', file(ROW).replaceAll('Achternaam', 'Bijnaam'), 'csv_columns_missing'],
  ['a header alone', HEADER, 'csv_no_rows'],
  ['a quote that never closes', file(ROW.replace('Wil', '"Wil')), 'csv_quote'],
  ['a quote inside a value', file(ROW.replace('Wil', '"Wil" Ploeg')), 'csv_quote'],
])('%s is refused as a whole with a code', async (_, content, code) => {
  const report = await imported(house, manager, content, { dryRun: '0' })
  expect(report.failure?.code).toBe(code)
  await nothingIsStored()
})

const workbook = (...rows: Cell[][]) => new Uint8Array(workbookOf([HEADER.split(';'), ...rows]))
const DATES: Cell[] = [
  'A-1',
  { date: '2026-04-01' },
  { time: '10:00' },
  'Eerste afspraak',
  4711,
  'Wil',
  'van der Ploeg',
  { date: '1959-04-12' },
  'v',
  'wil@example.nl',
  'rechts',
]

test('a workbook goes in as the same file in CSV does: dates, times and numbers are cells', async () => {
  const report = await imported(house, manager, workbook(DATES, []), { dryRun: '0' })
  expect(report).toMatchObject({ counts: { booked: 1 }, encoding: 'xlsx', failure: null })
  const again = await imported(house, manager, file(ROW), { dryRun: '0' })
  expect(again).toMatchObject({ counts: { unchanged: 1 } })
})

test('what is wrong in a workbook is told with its line and column, and nothing goes in', async () => {
  const report = await imported(house, manager, workbook(DATES, DATES.with(7, 'gisteren')), { dryRun: '0' })
  expect(report.problems.map(({ line, column, code }) => ({ line, column, code }))).toContainEqual({
    line: 3,
    column: 'Geboortedatum',
    code: 'date',
  })
  await nothingIsStored()
})

test('the list of problems can be downloaded, and a formula in it is defused', async () => {
  const { id } = await upload(house, manager, file(ROW.replace('rechts', '=1+1')))
  await follow(house, manager, id)
  const { body, headers } = await house.as(manager).get(`/api/imports/${id}/problems.csv`)
  expect(headers.get('content-type')).toContain('text/csv')
  expect(body).toContain(`2;Zijde;"'=1+1";Schrijf links, rechts of beide.`)
})

test('what stood in a wrong cell is stored sealed, and giving it out is a line in the log', async () => {
  const { id } = await upload(house, manager, file(ROW.replace('rechts', 'wil@example.nl')))
  await follow(house, manager, id)
  const [row] = await house.db.select().from(imports).where(eq(imports.id, id))
  expect(JSON.stringify(row?.report)).not.toContain('wil@example.nl')
  const lines = () => house.db.$count(auditEvents, eq(auditEvents.type, 'import.read'))
  const before = await lines()
  expect((await house.as(manager).get(`/api/imports/${id}/problems.csv`)).body).toContain('wil@example.nl')
  expect(await lines()).toBe(before + 1)
})

test('a large file is too large, and an ordinary request keeps its own limit', async () => {
  const { status, body } = await upload(house, manager, new Uint8Array(21 * 1024 * 1024))
  expect([status, body.code]).toEqual([413, 'file_too_large'])
  const long = { patient: 'x'.repeat(2 * 1024 * 1024) }
  expect((await house.as(manager).post('/api/appointments', long)).status).toBe(413)
})

test('450 rows go in with progress, each once', async () => {
  const rows = Array.from({ length: 450 }, (_, n) =>
    ROW.replace('A-1', `A-${n}`)
      .replace('4711', `${n}`)
      .replace('10:00', `1${n % 10}:00`),
  )
  const { id } = await upload(house, manager, file(...rows), { dryRun: '0' })
  const { progress, report, state } = await follow(house, manager, id)
  expect(state).toBe('done')
  expect(progress).toMatchObject({ done: 450, of: 450 })
  expect(report).toMatchObject({ counts: { booked: 450 }, newPatients: 450 })
  expect(report?.listed).toHaveLength(200)
  expect(await house.db.$count(enrolments)).toBe(450)
}, 60_000)

test('an import that was cut off says so', async () => {
  const { id } = await upload(house, manager, file(ROW))
  await follow(house, manager, id)
  await house.db.update(imports).set({ state: 'running' })
  house.pass(3 * 60_000)
  expect(await follow(house, manager, id)).toMatchObject({
    state: 'failed',
    report: { failure: { code: 'interrupted' } },
  })
})

test('only data managers import, and nobody sees the imports of another organisation', async () => {
  const { id } = await upload(house, manager, file(ROW))
  await follow(house, manager, id)
  expect((await upload(house, null, file(ROW))).status).toBe(401)
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  expect((await upload(house, clinician, file(ROW))).status).toBe(403)
  const elsewhere = await makeOrganisation(house)
  const stranger = await makeStaff(house, { organisationId: elsewhere, role: 'data-manager' })
  expect((await house.as(stranger).get(`/api/imports/${id}`)).status).toBe(404)
  expect((await house.as(stranger).get('/api/imports')).body).toEqual({ imports: [], teams: [], waiting: 0 })
  expect((await upload(house, stranger, file(ROW), { dryRun: '1', teamId })).status).toBe(404)
})

test('the command line does the same, and says it in words', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'appointments-')), 'list.csv')
  const lines: string[] = []
  writeFileSync(path, file(ROW))
  const run = (dryRun: boolean) =>
    importFileAt(house.deps, 'appointments', path, { team: 'heup en knie', dryRun }, (line) =>
      lines.push(line),
    )
  expect(await run(true)).toBe(true)
  await nothingIsStored()
  expect(await run(false)).toBe(true)
  writeFileSync(path, file(ROW.replace('rechts', 'boven')))
  expect(await run(false)).toBe(false)
  expect(lines).toEqual([
    '1 line would be imported; 1 new patient, 1 new care path.',
    '  New appointment: 1',
    '1 line imported; 1 new patient, 1 new care path.',
    '  New appointment: 1',
    'Nothing was imported: 1 mistake in 1 of 1 line.',
    '  line 2, Zijde: “boven” Write left, right or both.',
  ])
})

test('the command line says in the language of its terminal why a file cannot go in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'appointments-'))
  const path = join(folder, 'list.csv')
  const lines: string[] = []
  const language = terminalLanguage({ LANG: 'nl_NL.UTF-8' })
  const run = (file: string) =>
    importFileAt(house.deps, 'appointments', file, { team: 'heup en knie', language }, (line) =>
      lines.push(line),
    )
  writeFileSync(path, 'Afspraaknummer;Datum\nA-1;01-04-2026')
  expect(await run(path)).toBe(false)
  writeFileSync(path, file(ROW.replace('Eerste afspraak', 'Koffie')))
  expect(await run(path)).toBe(false)
  expect(lines).toEqual([
    'Er is niets ingevoerd.',
    'Er ontbreken kolommen. Voeg ze toe en probeer het opnieuw.',
    'Het gaat om: soort, patiëntnummer, voornaam, achternaam, geboortedatum.',
    'Er is niets ingevoerd: 1 fout in 1 van 1 regel.',
    expect.stringMatching(
      /^ {2}regel 2, Soort: “Koffie” Dit soort afspraak is er niet\. De soorten zijn: Eerste afspraak, /,
    ),
  ])
  await expect(run(join(folder, 'elsewhere.csv'))).rejects.toThrow(/^Er is geen bestand .*elsewhere\.csv\.$/)
  await expect(run(folder)).rejects.toThrow('is een map')
  const elsewhere = (name: string) =>
    importFileAt(house.deps, 'appointments', name, { organisation: 'Nergens', language }, () => {})
  await expect(elsewhere(path)).rejects.toThrow(/^Er is hier geen organisatie Nergens\. Wel: “.+”$/)
  await expect(elsewhere(join(folder, 'none.csv'))).rejects.toThrow('Er is geen bestand')
  expect(terminalLanguage({ LC_ALL: 'C', LANG: 'nl_NL' })).toBe('en')
  await nothingIsStored()
})
