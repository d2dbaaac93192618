import { Buffer } from 'node:buffer'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { installDefinitions } from '../../server/definitions/install.ts'
import { nameKeeper } from '../../server/organisations/keeper.ts'
import { instrument, shipped } from '../support/definitions.ts'
import { makeOrganisation, makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { zipOf } from '../support/zip.ts'

// The words are made up for the test; none are those of a published questionnaire.

let house: House
let editor: ReturnType<House['as']>
let judge: ReturnType<House['as']>
beforeAll(async () => {
  house = await openHouse()
  const organisationId = await makeOrganisation(house)
  await nameKeeper(house.db, organisationId)
  await installDefinitions(house.deps, shipped)
  const make = (name: string) => makeStaff(house, { organisationId, role: 'outcome-editor', name })
  editor = house.as(await make('Esra Polat'))
  judge = house.as(await make('Joris Blom'))
})
afterAll(() => house.close())

const idOf = async (definition: string) => {
  const isThis = and(
    eq(definitionVersions.definition, definition),
    eq(definitionVersions.kind, 'instrument'),
    eq(definitionVersions.status, 'published'),
  )
  const [row] = await house.db.select({ id: definitionVersions.id }).from(definitionVersions).where(isThis)
  return row?.id ?? ''
}
const csv = (options: string) =>
  ['phq2_1', 'phq2_2'].reduce(
    (text, key) => `${text}\n${key};nl;Vraag ${key}?;${options}`,
    'item;taal;tekst;opties',
  )
const fileOf = (text: string | Uint8Array, name = 'wording.csv') => ({
  name,
  language: 'nl',
  base64: Buffer.from(text).toString('base64'),
})
const right = fileOf(csv('0=Nooit|1=Soms|2=Vaak|3=Altijd'))
const licence = { ...instrument('phq-2').licence, electronicAllowed: true, languages: ['nl'] }
const install = async (given: object = {}, id?: string) =>
  editor.post(`/api/definitions/${id ?? (await idOf('phq-2'))}/wording`, {
    file: right,
    chosen: {},
    licence,
    looked: false,
    ...given,
  })

type Looked = { pairs: { how: string }[]; faults: { code: string }[] }
const look = async (file: object, id?: string) =>
  editor.post(`/api/definitions/${id ?? (await idOf('phq-2'))}/wording/look`, { file, chosen: {} })

/** A workbook of one sheet, as a spreadsheet program packs it. */
function workbook(rows: readonly (readonly string[])[], second = 'B1'): Buffer {
  const cell = (text: string, column: number, row: number) =>
    `<c r="${'ABCDE'[column]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
  const lines = rows
    .map((row, at) => `<row r="${at + 1}">${row.map((text, c) => cell(text, c, at + 1)).join('')}</row>`)
    .join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packed = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${lines.replace('r="B1"', `r="${second}"`)}</sheetData></worksheet>`,
  }
  return zipOf(parts)
}

test('a file is looked at without anything being stored', async () => {
  const { status, body } = await look(right)
  expect(status).toBe(200)
  expect((body as Looked).pairs.map(({ how }) => how)).toEqual(['name', 'name'])
  expect((body as Looked).faults).toEqual([])
})

test('a workbook is read as a sheet is', async () => {
  const rows = csv('0 = Nooit|1 = Soms|2 = Vaak|3 = Altijd')
    .split('\n')
    .map((line) => line.split(';'))
  const { body } = await look(fileOf(workbook(rows), 'wording.xlsx'))
  expect((body as Looked).faults).toEqual([])
})

test('a cell far away does not make the program read all before it', async () => {
  for (const far of ['XFD1048576', 'AY1', '&#88;FD6000']) {
    const file = workbook([['item', 'tekst']], far)
    expect(await look(fileOf(file))).toMatchObject({
      status: 422,
      body: { code: 'wording_not_a_questionnaire' },
    })
  }
})

type Offered = { offered: { texts: object }[] }

test('a text is cut only at the one sign that stands between the columns', async () => {
  const asked = 'Hoe vaak had u "pijn", bij het lopen,\tin de afgelopen week?'
  const lines = ['phq2_1', 'phq2_2'].map((key) => `${key};nl;0 = a, soms|1 = b|2 = c|3 = d;${asked} ${key}`)
  const { body } = await look(fileOf(['item;taal;opties;tekst', ...lines].join('\n')))
  expect((body as Offered).offered.map(({ texts }) => texts)).toEqual([
    { nl: `${asked} phq2_1` },
    { nl: `${asked} phq2_2` },
  ])
  expect((body as Looked).faults).toEqual([])
  const comma = await look(fileOf('item,tekst\nphq2_1,Pijn, bij het lopen?\nphq2_2,"Last, en meer?"'))
  expect((comma.body as Looked).faults).toContainEqual({
    code: 'more_cells',
    item: null,
    said: ['phq2_1', ' bij het lopen?'],
  })
})

test.each([
  ['item;tekst\nphq2_1;"Pijn?\nphq2_2;Last?', 'wording_open_quote'],
  ['{', 'wording_not_json'],
  ['{"resourceType":"Bundle"}', 'wording_not_a_questionnaire'],
  ['PK nothing of a workbook', 'wording_not_a_questionnaire'],
  ['one;two\n1;2', 'wording_no_columns'],
  ['item;tekst', 'wording_no_questions'],
])('%s is refused in words', async (text, code) => {
  expect(await look(fileOf(text))).toMatchObject({ status: 422, body: { code } })
})

test('wording that does not fit becomes no draft, and what is doubtful only once somebody looked', async () => {
  const wrong = { file: fileOf(csv('a|b|c')) }
  expect(await install(wrong)).toMatchObject({ status: 422, body: { code: 'wording_faults' } })
  const numberless = { file: fileOf(csv('Altijd|Vaak|Soms|Nooit')) }
  expect(await install(numberless)).toMatchObject({
    status: 422,
    body: { code: 'wording_to_look_at' },
  })
  const nameless = { file: fileOf(csv('a|b|c|d').replaceAll(/phq2_(\d)/g, 'v$1')) }
  expect(await install(nameless)).toMatchObject({ status: 422, body: { code: 'wording_to_look_at' } })
  const noScreen = { licence: { ...licence, electronicAllowed: false } }
  expect(await install(noScreen)).toMatchObject({ status: 422, body: { code: 'faults' } })
})

test('a name of a file is written down without what nobody can read', async () => {
  const { status, body } = await install({ file: { ...right, name: 'een\u0000bestand.csv' } })
  expect(status).toBe(201)
  const { steps } = (await editor.get(`/api/definitions/${(body as { id: string }).id}`)).body as {
    steps: { note: string | null }[]
  }
  expect(steps.map(({ note }) => note)).toEqual(['een bestand.csv'])
  const { id } = body as { id: string }
  expect((await editor.post(`/api/definitions/${id}/retire`, { note: 'Niet nodig.' })).status).toBe(200)
})

test('our own questions take no wording', async () => {
  const own = await idOf('everyday-mood')
  expect(await look(right, own)).toMatchObject({ status: 409, body: { code: 'no_place_for_wording' } })
})

test('wording goes to nobody before a second person has compared it with the text of its owner', async () => {
  const { status, body } = await install({ licence: { ...licence, note: 'Seen on paper.' } })
  expect(status).toBe(201)
  const { id } = body as { id: string }
  const before = await idOf('phq-2')
  const read = async () =>
    (await judge.get(`/api/definitions/${id}`)).body as {
      fingerprint: string
      status: string
      content: string
      steps: { act: string; staffName: string; note: string | null }[]
    }
  expect(JSON.parse((await read()).content)).toMatchObject({
    licence: { checkedBy: 'Esra Polat' },
    form: { pages: [{ elements: [{ title: { nl: 'Vraag phq2_1?' } }, {}] }] },
  })
  const act = async (as: typeof editor, name: string, given: object) => {
    house.pass(60_000)
    return as.post(`/api/definitions/${id}/${name}`, { seen: (await read()).fingerprint, ...given })
  }
  const refused = { status: 409, body: { code: 'not_current' } }
  expect(await install({}, before), 'beside a draft').toMatchObject(refused)
  expect((await act(editor, 'submit', { note: 'Tekst geplaatst.' })).status).toBe(200)
  expect(await install({}, id), 'on what is being judged').toMatchObject(refused)
  expect(await act(judge, 'publish', {})).toMatchObject({ status: 422, body: { code: 'not_compared' } })
  expect((await read()).status).toBe('review')
  expect((await act(judge, 'publish', { compared: true })).status).toBe(200)
  expect(await look(right, before), 'on an old version').toMatchObject(refused)
  expect((await read()).steps.map(({ act, staffName, note }) => [act, staffName, note])).toEqual([
    ['written', 'Esra Polat', 'wording.csv'],
    ['submitted', 'Esra Polat', 'Tekst geplaatst.'],
    ['compared', 'Joris Blom', null],
    ['published', 'Joris Blom', null],
  ])
})

test('a licence that is over publishes nothing', async () => {
  const over = { ...licence, validTo: '2020-01-01', validFrom: '2019-01-01' }
  const { body } = await install({ licence: over })
  const { id } = body as { id: string }
  const seen = async () =>
    ((await judge.get(`/api/definitions/${id}`)).body as { fingerprint: string }).fingerprint
  await editor.post(`/api/definitions/${id}/submit`, { seen: await seen(), note: 'Oude licentie.' })
  expect(
    await judge.post(`/api/definitions/${id}/publish`, { seen: await seen(), compared: true }),
  ).toMatchObject({ status: 422, body: { code: 'licence_over' } })
})

test('an instrument goes out as a FHIR Questionnaire, and comes in again as the same', async () => {
  const { status, body } = await editor.get(`/api/definitions/${await idOf('everyday-mood')}/questionnaire`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ resourceType: 'Questionnaire', status: 'active', name: 'EverydayMood' })
  const again = await editor.post('/api/definitions', { text: JSON.stringify(body) })
  expect(again).toMatchObject({ status: 201, body: { written: [] } })
  const foreign = { ...(body as object), extension: [] }
  expect(await editor.post('/api/definitions', { text: JSON.stringify(foreign) })).toMatchObject({
    status: 422,
    body: { code: 'faults' },
  })
})
