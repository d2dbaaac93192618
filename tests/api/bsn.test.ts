import { eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FeedRules } from '../../core/feeds/feed-rules.ts'
import { forgetBsns, resealBsns } from '../../server/commands/bsn.ts'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { careEvents } from '../../server/db/schema/care.ts'
import {
  feedRules,
  patientBsns,
  patientNumbers,
  patients,
  quarantine,
} from '../../server/db/schema/patients.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import { tablesInOrder } from '../../server/db/tables.ts'
import { createLogger } from '../../server/logger.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
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
const BSN = {
  hl7: '999911120',
  fhir: '999990019',
  csv: '012345672',
  json: '999990020',
  other: '999990032',
  wrong: '999911121',
}

let house: House
let organisationId: string
let manager: string
let teamId: string
const answers: string[] = []
const logged: string[] = []

beforeAll(async () => {
  house = await openHouse({
    now: '2026-03-02T08:00:00Z',
    env: { BSN_KEY, SMTP_URL: 'smtp://localhost:1' },
    log: createLogger('debug', { write: (line) => void logged.push(line) }),
  })
  organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
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
  visit = `h${number}`,
}: Hl7) {
  const text = [
    `MSH|^~\\&|PLAN|VAART|UITKOMST|VAART|${at}100000||SIU^S12|c1|P|2.4`,
    `SCH|p1|${visit}|||||||||^^^202604011000`,
    `PID|1||${number}^^^EPD^PI~${bsn}^^^NLMINBIZA^NNNLD||${name}^^^^^L||19590412|F`,
    `AIS|1||${code}`,
  ].join('\r')
  return told(text)
}

async function told(text: string) {
  const message = readHl7(Buffer.from(text))
  if (!message) throw new Error('no message')
  const verdict = await takeMessage(house.deps, systemCtx(organisationId, 'hl7'), message)
  answers.push(JSON.stringify(verdict))
  return verdict.text
}

async function fhir(bsn: string, number = '4712') {
  const identifier = [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: bsn }, { value: number }]
  const name = [{ family: 'de Boer', given: ['Ada'] }]
  const telecom = [{ system: 'email', value: 'ada@example.nl' }]
  const body = {
    resourceType: 'Appointment',
    id: `f${number}`,
    status: 'booked',
    serviceType: [{ text: 'KNIE' }],
    start: '2026-04-01T10:00:00+02:00',
    contained: [{ resourceType: 'Patient', id: 'p', identifier, name, telecom, birthDate: '1960-01-01' }],
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
  const ada = await kept('Ada')
  expect(ada).toMatchObject({ bsn: BSN.fhir })
  expect(ada?.wrongAt).toMatch(/^2026-03-02/)
  await fhir(BSN.json)
  expect(await kept('Ada')).toMatchObject({ bsn: BSN.json, wrongAt: null })
  const report = await csv(BSN.wrong, { number: '4799', name: 'Nieuw' })
  expect(report.problems).toMatchObject([{ code: 'bsn', column: 'bsn', value: '' }])
})

it('what waits for a person waits with its number sealed, and its id is not made of it', async () => {
  expect(await hl7({ bsn: BSN.hl7, name: 'Anders^Iemand' })).toContain('set-aside')
  expect(await hl7({ bsn: BSN.hl7, number: '4720', code: 'HART' })).toContain('set-aside')
  expect(await hl7({ bsn: BSN.json, number: '4720', code: 'HART' })).toContain('set-aside')
  await csv(BSN.hl7, { name: 'Peter' })
  const waiting = await house.db.select().from(quarantine)
  expect(waiting.map(({ reason }) => reason).toSorted()).toEqual(['name-differs', 'news-in-doubt', 'no-rule'])
})

it('a file that gives one as a patient number is refused, and told where it belongs', async () => {
  const file = `patiëntnummer;uitgever;voornaam;achternaam;geboortedatum\r\n${BSN.other};NLMINBIZA;Jan;Bos;1950-02-03\r\n`
  const report = await imported(house, manager, file, { kind: 'patients', dryRun: '0' })
  expect(report.problems).toMatchObject([{ code: 'bsn-as-number', column: 'uitgever', value: 'NLMINBIZA' }])
  expect(await house.db.$count(patientNumbers, eq(patientNumbers.number, BSN.other))).toBe(0)
})

const operated = (bsn: string, number: string) =>
  [
    'MSH|^~\\&|PLAN|VAART|UITKOMST|VAART|20260301100000||ADT^A08|c2|P|2.4',
    'EVN||20260301',
    `PID|1||${bsn}^^^NLMINBIZA^NNNLD~${number}^^^EPD^PI||Ploeg^Wil^^^^^L||19590412|F`,
    'PR1|1||52734007^Heupprothese^SCT||20260227093000|||||||||||LT|||op1',
    'DG1|1||M16.1^Coxartrose^I10||20260226|F',
  ].join('\r')

it('what happened to somebody is told by HL7 beside a number, and keeps nothing of one that stands for the patient number', async () => {
  expect(await told(operated(BSN.hl7, '4711'))).not.toContain('not-ours')
  expect(await house.db.$count(careEvents)).toBeGreaterThan(0)
  const before = await house.db.$count(careEvents)
  const named = { value: BSN.other, assigner: { display: 'NLMINBIZA' } }
  const body = {
    resourceType: 'Procedure',
    id: 'op9',
    status: 'completed',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '52734007' }] },
    subject: { identifier: named, type: 'Patient' },
    performedDateTime: '2026-02-27',
  }
  const sent = await openAsking(house).ask('uk_plan', { method: 'POST', path: '/fhir/Procedure', body })
  answers.push(sent.text)
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('A citizen service number is no patient number here.')
  expect(await house.db.$count(careEvents)).toBe(before)
})

it('an organisation that keeps none drops it when it is read, right or wrong', async () => {
  const before = await house.db.$count(patientBsns)
  Object.assign(house.deps.config, { BSN_ORGANISATIONS: 'org_of_others' })
  expect(await csv(BSN.wrong, { number: '4798', name: 'Zonder' })).toMatchObject({
    problemCount: 0,
    ignoredColumns: ['bsn'],
  })
  expect(await fhir(BSN.wrong)).not.toContain('citizen service number')
  await csv(BSN.csv, { number: '4797', name: 'Zonder' })
  expect(await house.db.$count(patientBsns)).toBe(before)
  const { body } = await house.as(manager).get('/api/imports/patients/columns')
  expect(JSON.stringify(body)).not.toContain('bsn')
  Object.assign(house.deps.config, { BSN_ORGANISATIONS: undefined })
})

const ask = (as = manager) => house.as(as)
const idOf = async (givenName: string) => (await kept(givenName))?.patientId ?? ''

it('a data manager sees its last digits, all of it on request, and verifies it; another number is not verified', async () => {
  const path = `/api/bsn/${await idOf('Wil')}`
  const { body: state } = await ask().get(path)
  expect(state).toMatchObject({ keeps: true, masked: '••••••120', locked: false, verified: null })
  answers.push(JSON.stringify(state))
  const seen = (state as { which: string }).which
  const verify = (at: string) => ask().put(`${path}/verified`, { reason: 'Paspoort gezien', seen: at })
  expect((await ask().post(`${path}/shown`)).body).toEqual({ bsn: BSN.hl7 })
  const naming = { reason: `Klopt: ${BSN.hl7.slice(0, 4)} ${BSN.hl7.slice(4)}`, seen }
  expect((await ask().put(`${path}/verified`, naming)).body).toMatchObject({ code: 'bsn_in_reason' })
  expect((await verify('another')).body).toMatchObject({ code: 'bsn_changed' })
  expect((await verify(seen)).status).toBe(200)
  expect((await ask().get(path)).body).toMatchObject({ verified: { reason: 'Paspoort gezien' } })
  await hl7({ bsn: BSN.hl7, at: '20260302' })
  expect(await kept('Wil')).toMatchObject({ verifiedBy: manager })
  await hl7({ bsn: BSN.other, at: '20260301', visit: 'late' }) // sent before, and came after
  expect(await kept('Wil')).toMatchObject({ bsn: BSN.hl7, verifiedBy: manager })
  const looks = await house.db.select().from(auditEvents).where(like(auditEvents.type, 'patient.bsn-%'))
  const types = looks.filter(({ actorId }) => actorId === manager).map(({ type }) => type)
  expect(types).toEqual(
    expect.arrayContaining(['patient.bsn-read', 'patient.bsn-shown', 'patient.bsn-verified']),
  )
  await hl7({ bsn: BSN.other, at: '20260302' })
  expect(await kept('Wil')).toMatchObject({ bsn: BSN.other, verifiedAt: null, verifiedReason: null })
})

it('a number is verified by its source only where a rule of the feed says so', async () => {
  const { body } = await ask().get('/api/feeds')
  const { rules } = body as { rules: { content: FeedRules; version: number } }
  const content = { ...rules.content, verifiesBsn: ['hl7'] }
  expect((await ask().put('/api/feeds/rules', { content, version: rules.version })).status).toBe(200)
  await hl7({ bsn: BSN.other, at: '20260302' })
  expect(await kept('Wil')).toMatchObject({ verifiedBy: null, verifiedReason: 'hl7' })
  await fhir(BSN.fhir)
  expect(await kept('Ada')).toMatchObject({ bsn: BSN.fhir, verifiedAt: null })
})

it('a row that was copied to another patient does not open, and under another key it is locked', async () => {
  const [wil, jan] = [await kept('Wil'), await kept('Jan')]
  const { sealed, keyId } = wil ?? {}
  if (!wil || !sealed || !keyId || !jan) throw new Error('both have a number')
  const theirs = eq(patientBsns.patientId, jan.patientId)
  await house.db.update(patientBsns).set({ sealed }).where(theirs)
  expect((await ask().get(`/api/bsn/${jan.patientId}`)).body).toMatchObject({ masked: null, locked: true })
  const unseen = { reason: 'Paspoort gezien', seen: jan.finder }
  expect((await ask().put(`/api/bsn/${jan.patientId}/verified`, unseen)).status).toBe(404)
  Object.assign(house.deps.config, { BSN_KEY: `${'d'.repeat(43)} ${BSN_KEY}` })
  expect(await resealBsns(house.deps)).toEqual({ resealed: 2 + 3, locked: 1 })
  Object.assign(house.deps.config, { BSN_KEY: `${BSN_KEY} ${'d'.repeat(43)}` })
  await resealBsns(house.deps)
  await house.db.update(patientBsns).set({ sealed: jan.sealed }).where(theirs)
  Object.assign(house.deps.config, { BSN_KEY: 'c'.repeat(43) })
  const path = `/api/bsn/${wil.patientId}`
  expect((await ask().get(path)).body).toMatchObject({ keeps: true, masked: null, locked: true })
  expect((await ask().post(`${path}/shown`)).status).toBe(404)
  Object.assign(house.deps.config, { BSN_KEY })
})

it('two patients with one number are shown as a possible double, and nothing is merged', async () => {
  await hl7({ bsn: BSN.csv, number: '4730', name: 'Bos^Johan' })
  await fhir(BSN.wrong)
  const { body } = await ask().get('/api/quarantine')
  const { bsn } = body as { bsn: Record<'doubles' | 'wrong', unknown[]> }
  expect(
    bsn.doubles.map((group) => (group as { givenName: string }[]).map((one) => one.givenName).toSorted()),
  ).toEqual([['Jan', 'Johan']])
  expect((await ask().get('/api/imports?kind=patients')).body).toMatchObject({ waiting: 3 + 1 + 1 })
  expect(bsn.wrong).toMatchObject([{ givenName: 'Ada', numbers: ['4712'] }])
  answers.push(JSON.stringify(body))
})

it('a number stands nowhere but in its sealed field: not in a table, the log, an answer, a mail or an export', async () => {
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const page = await ask(clinician).get(`/api/clinic/patients/${await idOf('Wil')}`)
  expect(page.status).toBe(200)
  house.goTo('2026-03-30T09:00:00Z')
  await planMessages(house.deps)
  house.goTo('2026-03-30T15:00:00Z')
  await sendDue(house.deps)
  expect(house.mails.length).toBeGreaterThan(0)
  house.goTo('2026-09-01T09:00:00Z')
  const analyst = await makeStaff(house, { organisationId, role: 'analyst' })
  const purpose = 'project=p&destination=Register&basis=legal-duty&from=2026-01&to=2026-09'
  const files = ['data.csv', 'codebook.csv', 'people.ndjson', 'observations.ndjson']
  const exported: string[] = []
  const headers = { 'x-test-staff': analyst }
  for (const file of files)
    exported.push(
      await (await house.app.request(`/api/exports/${teamId}/${file}?${purpose}`, { headers })).text(),
    )
  expect(exported[2]?.split('\n').length).toBeGreaterThan(1)
  // A backup is the rows of these tables, and nothing else.
  const rows = []
  for (const table of tablesInOrder) rows.push(await house.db.select().from(table))
  const all = [rows, answers, logged, house.mails, house.texts, page.body, exported]
    .map((part) => JSON.stringify(part))
    .join('\n')
  for (const there of ['Ploeg', 'answered']) expect(all).toContain(there)
  for (const bsn of [...Object.values(BSN), '12345672']) expect(all).not.toContain(bsn)
})

it('another key takes over; a number goes with its patient, and all of them when an organisation keeps none any more', async () => {
  const before = await kept('Wil')
  const newest = 'c'.repeat(43)
  Object.assign(house.deps.config, { BSN_KEY: newest })
  expect(await resealBsns(house.deps)).toEqual({ resealed: 0, locked: 4 + 3 })
  Object.assign(house.deps.config, { BSN_KEY: `${newest} ${BSN_KEY}` })
  expect(await resealBsns(house.deps)).toEqual({ resealed: 4 + 3, locked: 0 })
  Object.assign(house.deps.config, { BSN_KEY: newest })
  const after = await kept('Wil')
  expect(after).toMatchObject({ bsn: before?.bsn, toldAt: before?.toldAt })
  expect(after?.finder).not.toBe(before?.finder)
  const { body } = await ask().get('/api/quarantine')
  expect((body as { bsn: { doubles: unknown[] } }).bsn.doubles).toHaveLength(1)
  const jan = eq(patientBsns.patientId, await idOf('Jan'))
  await house.db.update(quarantine).set({ patientId: null })
  await house.db.delete(patients).where(eq(patients.givenName, 'Jan'))
  expect(await house.db.$count(patientBsns, jan)).toBe(0)
  expect(await forgetBsns(house.deps, organisationId)).toBe(3 + 3)
  expect(await house.db.$count(patientBsns)).toBe(0)
})
