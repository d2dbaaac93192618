import { eq } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { careEvents } from '../../server/db/schema/care.ts'
import { patientBsns, patientNumbers, quarantine } from '../../server/db/schema/patients.ts'
import { tablesInOrder } from '../../server/db/tables.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { openAsking } from '../support/access/asking.ts'
import { makeStaff } from '../support/factories.ts'
import { BSN, openNumbered } from '../support/numbered-house.ts'
import { imported } from '../support/upload.ts'

const { house, organisationId, teamId, manager, answers, logged, hl7, told, fhir, csv, kept } =
  await openNumbered()
afterAll(() => house.close())

const ask = (as = manager) => house.as(as)
const idOf = async (givenName: string) => (await kept(givenName))?.patientId ?? ''

const operated = (bsn: string, number: string) =>
  [
    'MSH|^~\\&|PLAN|VAART|UITKOMST|VAART|20260301100000||ADT^A08|c2|P|2.4',
    'EVN||20260301',
    `PID|1||${bsn}^^^NLMINBIZA^NNNLD~${number}^^^EPD^PI||Ploeg^Wil^^^^^L||19590412|F`,
    'PR1|1||52734007^Heupprothese^SCT||20260227093000|||||||||||LT|||op1',
    'DG1|1||M16.1^Coxartrose^I10||20260226|F',
  ].join('\r')

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
  const { body } = await ask().get('/api/imports/patients/columns')
  expect(JSON.stringify(body)).not.toContain('bsn')
  Object.assign(house.deps.config, { BSN_ORGANISATIONS: undefined })
})

it('a number stands nowhere but in its sealed field: not in a table, the log, an answer, a mail or an export', async () => {
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  // Whoever asks for all of it leaves a line in the log.
  expect((await ask().post(`/api/bsn/${await idOf('Wil')}/shown`)).body).toEqual({ bsn: BSN.hl7 })
  for (const path of [`bsn/${await idOf('Wil')}`, 'quarantine'])
    answers.push(JSON.stringify((await ask().get(`/api/${path}`)).body))
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
