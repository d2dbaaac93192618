import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemCtx } from '../../server/ctx.ts'
import { feedRules, patientBsns, patients, quarantine } from '../../server/db/schema/patients.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import { tablesInOrder } from '../../server/db/tables.ts'
import { readHl7 } from '../../server/mllp/message.ts'
import { takeMessage } from '../../server/mllp/take-message.ts'
import { bsnKeeper } from '../../server/patients/bsn-keeper.ts'
import { hashOf } from '../../server/staff/links.ts'
import { openAsking } from '../support/access/asking.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { imported } from '../support/upload.ts'

const BSN_KEY = Buffer.alloc(32, 'b').toString('base64')
/** One for each way in, one that two people share, and one that fails the eleven test. */
const BSN = { hl7: '999911120', fhir: '999990019', csv: '012345672', json: '999990020', wrong: '999911121' }

let house: House
let organisationId: string
let manager: string
const answers: string[] = []

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z', env: { BSN_KEY } })
  organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  const to = { teamId, kind: 'intake', side: 'left' as const }
  const rule = { name: 'Knee', all: [{ field: 'code' as const, is: ['KNIE*'] }], any: [], not: [], to }
  const content = { rules: [rule], ownNumbers: ['EPD'] }
  await house.db
    .insert(feedRules)
    .values({ organisationId, content, version: 1, changedAt: 'now', changedBy: manager })
  await house.db.insert(serviceKeys).values({
    id: 'key_plan',
    organisationId,
    name: 'Planning',
    keyHash: hashOf('uk_plan'),
    createdAt: '2026-01-01T00:00:00.000Z',
  })
})
afterAll(() => house.close())

type Hl7 = { bsn: string; number?: string; name?: string; code?: string; at?: string; visit?: string }
async function hl7({
  bsn,
  number = '4711',
  name = 'Ploeg^Wil',
  code = 'KNIE',
  at = '20260301',
  ...told
}: Hl7) {
  const text = [
    `MSH|^~\\&|PLAN|VAART|UITKOMST|VAART|${at}100000||SIU^S12|c1|P|2.4`,
    `SCH|p1|${told.visit ?? `h${number}`}|||||||||^^^202604011000`,
    `PID|1||${number}^^^EPD^PI~${bsn}^^^NLMINBIZA^NNNLD||${name}^^^^^L||19590412|F`,
    `AIS|1||${code}`,
  ].join('\r')
  const message = readHl7(Buffer.from(text))
  if (!message) throw new Error('no message')
  const verdict = await takeMessage(house.deps, systemCtx(organisationId, 'hl7'), message)
  answers.push(JSON.stringify(verdict))
  return verdict.text
}

async function fhir(bsn: string, number = '4712') {
  const identifier = [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: bsn }, { value: number }]
  const name = [{ family: 'de Boer', given: ['Ada'] }]
  const body = {
    resourceType: 'Appointment',
    id: `f${number}`,
    status: 'booked',
    serviceType: [{ text: 'KNIE' }],
    start: '2026-04-01T10:00:00+02:00',
    contained: [{ resourceType: 'Patient', id: 'p', identifier, name, birthDate: '1960-01-01' }],
    participant: [{ actor: { reference: '#p' } }],
  }
  const { text } = await openAsking(house).ask('uk_plan', { method: 'POST', path: '/fhir/Appointment', body })
  answers.push(text)
  return text
}

const csv = async (bsn: string, { number = '4713', name = 'Jan' } = {}) => {
  const file = `patiëntnummer;voornaam;achternaam;geboortedatum;bsn\r\n${number};${name};Bos;1950-02-03;${bsn}\r\n`
  const report = await imported(house, manager, file, { kind: 'patients', dryRun: '0' })
  answers.push(JSON.stringify(report))
  return report
}

const keeper = () => {
  const made = bsnKeeper(house.deps.config, organisationId)
  if (!made) throw new Error('a key was set')
  return made
}

async function kept(givenName: string) {
  const [row] = await house.db
    .select()
    .from(patientBsns)
    .innerJoin(patients, eq(patients.id, patientBsns.patientId))
    .where(eq(patients.givenName, givenName))
  if (!row) return null
  const { sealed, keyId, patientId } = row.patient_bsns
  const bsn = sealed && keyId ? keeper().open(patientId, { sealed, keyId }) : null
  return { ...row.patient_bsns, bsn }
}

it('each feed brings a number, which is kept sealed; a sheet may have lost its zero', async () => {
  expect(await hl7({ bsn: BSN.hl7 })).toBe('booked')
  await fhir(BSN.fhir)
  await csv('12345672')
  expect(await kept('Wil')).toMatchObject({ bsn: BSN.hl7, verifiedAt: null, wrongAt: null })
  expect(await kept('Ada')).toMatchObject({ bsn: BSN.fhir })
  expect(await kept('Jan')).toMatchObject({ bsn: BSN.csv })
})

it('another number replaces it, unless it is older; what is none is noted and said, and stops no appointment', async () => {
  const wil = await kept('Wil')
  await hl7({ bsn: BSN.json, at: '20260201' })
  expect(await kept('Wil')).toEqual(wil)
  expect(await fhir(BSN.wrong)).toContain('What came as a citizen service number is none')
  expect(await kept('Ada')).toMatchObject({ bsn: BSN.fhir, wrongAt: expect.any(String) })
  await fhir(BSN.json)
  expect(await kept('Ada')).toMatchObject({ bsn: BSN.json, wrongAt: null })
  const report = await csv(BSN.wrong, { number: '4799', name: 'Nieuw' })
  expect(report.problems).toMatchObject([{ code: 'bsn', column: 'bsn', value: '' }])
})

it('what waits for a person waits without the number, and its id is not made of it', async () => {
  expect(await hl7({ bsn: BSN.hl7, name: 'Anders^Iemand' })).toContain('set-aside')
  expect(await hl7({ bsn: BSN.hl7, number: '4720', code: 'HART' })).toContain('set-aside')
  expect(await hl7({ bsn: BSN.json, number: '4720', code: 'HART' })).toContain('set-aside')
  await csv(BSN.hl7, { name: 'Peter' })
  const waiting = await house.db.select().from(quarantine)
  expect(waiting.map(({ reason }) => reason).toSorted()).toEqual(['name-differs', 'news-in-doubt', 'no-rule'])
})

it('a number stands nowhere but in its sealed field: not in a table, a log, an answer', async () => {
  const rows = []
  for (const table of tablesInOrder) rows.push(await house.db.select().from(table))
  const all = [JSON.stringify(rows), ...answers].join('\n')
  expect(all).toContain('Ploeg')
  for (const bsn of [...Object.values(BSN), '12345672']) expect(all).not.toContain(bsn)
})

it('an organisation that keeps none drops it when it is read, right or wrong', async () => {
  const before = await house.db.$count(patientBsns)
  Object.assign(house.deps.config, { BSN_ORGANISATIONS: 'org_of_others' })
  expect(await csv(BSN.wrong, { number: '4798', name: 'Zonder' })).toMatchObject({ problemCount: 0 })
  expect(await fhir(BSN.wrong)).not.toContain('citizen service number')
  await csv(BSN.csv, { number: '4797', name: 'Zonder' })
  expect(await house.db.$count(patientBsns)).toBe(before)
  const { body } = await house.as(manager).get('/api/imports/patients/columns')
  expect(JSON.stringify(body)).not.toContain('bsn')
  Object.assign(house.deps.config, { BSN_ORGANISATIONS: undefined })
})
