import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forgetBsns, resealBsns, warnOfLocked } from '../../server/commands/bsn.ts'
import { patientBsns, patients, quarantine } from '../../server/db/schema/patients.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import { tablesInOrder } from '../../server/db/tables.ts'
import { createLogger } from '../../server/logger.ts'
import { bsnKeeper } from '../../server/patients/bsn-keeper.ts'
import { hashOf } from '../../server/staff/links.ts'
import { openAsking } from '../support/access/asking.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { imported } from '../support/upload.ts'
import { workbookOf } from '../support/workbook.ts'

const BSN_KEY = Buffer.alloc(32, 'b').toString('base64')
const NEWER = Buffer.alloc(32, 'n').toString('base64')
const [FIRST, WAITED, LATER, SHEET, HAPPENED] = [
  '999911120',
  '999990019',
  '999990020',
  '012345672',
  '999990044',
] as const

let house: House
let organisationId: string
let manager: string
const answers: string[] = []
const logged: string[] = []

beforeAll(async () => {
  const log = createLogger('debug', { write: (line) => void logged.push(line) })
  house = await openHouse({ now: '2026-03-02T08:00:00Z', env: { BSN_KEY }, log })
  organisationId = await makeOrganisation(house)
  await makeTeam(house, organisationId)
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  await house.db.insert(serviceKeys).values({
    id: 'key_plan',
    organisationId,
    name: 'Planning',
    keyHash: hashOf('uk_plan'),
    createdAt: '2026-01-01T00:00:00.000Z',
  })
})
afterAll(() => house.close())

type Told = { bsn: string; familyName?: string; number?: string; changedAt?: string }
/** One appointment over our own address, of patient 4711. */
async function tell({ bsn, familyName = 'Ploeg', number = 'a1', changedAt }: Told) {
  const person = { number: '4711', givenName: 'Wil', familyName, birthDate: '1959-04-12', sex: 'female', bsn }
  const visit = { number, kind: 'intake', startsAt: '2026-04-01T10:00', side: 'left', patient: person }
  const body = changedAt ? { ...visit, changedAt } : visit
  const { text } = await openAsking(house).ask('uk_plan', { method: 'POST', path: '/api/appointments', body })
  answers.push(text)
  return text
}

async function kept(number = '4711') {
  const rows = await house.db
    .select()
    .from(patientBsns)
    .innerJoin(patients, eq(patients.id, patientBsns.patientId))
  const row = rows.find((one) => one.patients.familyName === (number === '4711' ? 'Ploeg' : 'Bos'))
  const { sealed, keyId, patientId } = row?.patient_bsns ?? {}
  const keeper = bsnKeeper(house.deps.config, organisationId)
  return sealed && keyId && patientId ? keeper?.open(patientId, { sealed, keyId }) : null
}

const open = async () =>
  (await house.db.select().from(quarantine)).filter(({ resolvedAt }) => resolvedAt === null)

async function accept() {
  const [aside] = await open()
  const answer = await house
    .as(manager)
    .post(`/api/quarantine/${aside?.id}/accept`, { winner: 'ours', side: 'left' })
  answers.push(JSON.stringify(answer.body))
  expect(answer.status).toBe(200)
}

it('a message that waited brings its number when somebody takes it in, however the keys were replaced meanwhile', async () => {
  await tell({ bsn: FIRST })
  expect(await kept()).toBe(FIRST)
  house.pass(60_000)
  expect(await tell({ bsn: WAITED, familyName: 'Anders', number: 'a2' })).toContain('set-aside')
  expect(await kept()).toBe(FIRST)
  Object.assign(house.deps.config, { BSN_KEY: `${NEWER} ${BSN_KEY}` })
  expect(await resealBsns(house.deps)).toEqual({ resealed: 2, locked: 0 })
  Object.assign(house.deps.config, { BSN_KEY: 'x'.repeat(43) })
  await warnOfLocked(house.deps)
  expect(logged.at(-1)).toContain('"locked":2')
  expect(await resealBsns(house.deps)).toEqual({ resealed: 0, locked: 2 })
  Object.assign(house.deps.config, { BSN_KEY: NEWER })
  await accept()
  expect(await kept()).toBe(WAITED)
})

it('what waited is no newer for that: a number that was told since then stays', async () => {
  house.pass(60_000)
  await tell({ bsn: FIRST, familyName: 'Anders', number: 'a3' })
  house.pass(60_000)
  await tell({ bsn: LATER })
  await accept()
  expect(await kept()).toBe(LATER)
})

it('a patient of whom a file says something else waits with the number too, also from a workbook', async () => {
  const header = ['patiëntnummer', 'voornaam', 'achternaam', 'geboortedatum', 'bsn']
  const sheet = (name: string, bsn: string) => workbookOf([header, ['4713', name, 'Bos', '1950-02-03', bsn]])
  house.pass(60_000)
  const query = { kind: 'patients', dryRun: '0' }
  answers.push(JSON.stringify(await imported(house, manager, sheet('Jan', '12345672'), query)))
  expect(await kept('4713')).toBe(SHEET)
  house.pass(60_000)
  answers.push(JSON.stringify(await imported(house, manager, sheet('Peter', WAITED), query)))
  expect(await open()).toMatchObject([{ reason: 'news-in-doubt' }])
  await accept()
  expect(await kept('4713')).toBe(WAITED)
})

it('what happened to somebody, told over FHIR, brings their number too', async () => {
  house.pass(60_000)
  const identifier = [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: HAPPENED }, { value: '4711' }]
  const name = [{ family: 'Ploeg', given: ['Wil'] }]
  const body = {
    resourceType: 'Condition',
    id: 'c1',
    contained: [{ resourceType: 'Patient', id: 'p', identifier, name, birthDate: '1959-04-12' }],
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'M17.1' }] },
    subject: { reference: '#p' },
    onsetDateTime: '2026-02-18',
  }
  answers.push(
    (await openAsking(house).ask('uk_plan', { method: 'POST', path: '/fhir/Condition', body })).text,
  )
  expect(answers.at(-1)).not.toContain('not-ours')
  expect(await kept()).toBe(HAPPENED)
})

it('nothing of a number is left where somebody decided, nothing opens where it was forgotten, and none is readable', async () => {
  house.pass(60_000)
  await tell({ bsn: FIRST, familyName: 'Anders', number: 'a4' })
  expect(JSON.stringify((await open())[0]?.message)).toContain('"sealed"')
  answers.push(JSON.stringify((await house.as(manager).get('/api/quarantine')).body))
  const rows = []
  for (const table of tablesInOrder) rows.push(await house.db.select().from(table))
  const all = JSON.stringify([rows, answers, logged])
  expect(all).toContain('Anders')
  for (const bsn of [FIRST, WAITED, LATER, SHEET, HAPPENED, '12345672']) expect(all).not.toContain(bsn)
  expect(await forgetBsns(house.deps, organisationId)).toBe(3)
  const stored = (await house.db.select().from(quarantine)).map(({ message }) => message)
  expect(JSON.stringify(stored)).not.toContain('"sealed"')
  await accept()
  expect(await house.db.$count(patientBsns)).toBe(0)
})
