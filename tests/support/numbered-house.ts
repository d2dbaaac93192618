import { eq } from 'drizzle-orm'
import { systemCtx } from '../../server/ctx.ts'
import { feedRules, patientBsns, patients } from '../../server/db/schema/patients.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import { createLogger } from '../../server/logger.ts'
import { readHl7 } from '../../server/mllp/message.ts'
import { takeMessage } from '../../server/mllp/take-message.ts'
import { bsnKeeper } from '../../server/patients/bsn-keeper.ts'
import { hashOf } from '../../server/staff/links.ts'
import { openAsking } from './access/asking.ts'
import { makeOrganisation, makeStaff, makeTeam } from './factories.ts'
import { type House, openHouse } from './house.ts'
import { imported } from './upload.ts'

export const BSN_KEY = Buffer.alloc(32, 'b').toString('base64')
/** One for each way in, one that two people share, and one that fails the eleven test. */
export const BSN = {
  hl7: '999911120',
  fhir: '999990019',
  csv: '012345672',
  json: '999990020',
  other: '999990032',
  wrong: '999911121',
}

type Hl7 = { bsn: string; number?: string; name?: string; code?: string; at?: string; visit?: string }

/** A house that keeps citizen service numbers, with each feed that may bring one; `answers` and `logged` hold all that it said. */
export async function openNumbered() {
  const answers: string[] = []
  const logged: string[] = []
  const house = await openHouse({
    now: '2026-03-02T08:00:00Z',
    env: { BSN_KEY, SMTP_URL: 'smtp://localhost:1' },
    log: createLogger('debug', { write: (line) => void logged.push(line) }),
  })
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  const manager = await makeStaff(house, { organisationId, role: 'data-manager' })
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
  const base = { house, organisationId, teamId, manager, answers, logged }
  const told = toldTo(base)
  return { ...base, told, hl7: hl7By(told), fhir: fhirTo(base), csv: csvTo(base), kept: keptIn(base) }
}
export type Numbered = Awaited<ReturnType<typeof openNumbered>>
type Base = { house: House; organisationId: string; manager: string; answers: string[] }

const hl7By =
  (told: (text: string) => Promise<string>) =>
  ({
    bsn,
    number = '4711',
    name = 'Ploeg^Wil',
    code = 'KNIE',
    at = '20260301',
    visit = `h${number}`,
  }: Hl7) => {
    const text = [
      `MSH|^~\\&|PLAN|VAART|UITKOMST|VAART|${at}100000||SIU^S12|c1|P|2.4`,
      `SCH|p1|${visit}|||||||||^^^202604011000`,
      `PID|1||${number}^^^EPD^PI~${bsn}^^^NLMINBIZA^NNNLD||${name}^^^^^L||19590412|F`,
      `AIS|1||${code}`,
    ].join('\r')
    return told(text)
  }

const toldTo =
  ({ house, organisationId, answers }: Base) =>
  async (text: string) => {
    const message = readHl7(Buffer.from(text))
    if (!message) throw new Error('no message')
    const verdict = await takeMessage(house.deps, systemCtx(organisationId, 'hl7'), message)
    answers.push(JSON.stringify(verdict))
    return verdict.text
  }

const fhirTo =
  ({ house, answers }: Base) =>
  async (bsn: string, number = '4712') => {
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
    const { text } = await openAsking(house).ask('uk_plan', {
      method: 'POST',
      path: '/fhir/Appointment',
      body,
    })
    answers.push(text)
    return text
  }

const csvTo =
  ({ house, manager, answers }: Base) =>
  async (bsn: string, { number = '4713', name = 'Jan' } = {}) => {
    const file = `patiëntnummer;voornaam;achternaam;geboortedatum;bsn\r\n${number};${name};Bos;1950-02-03;${bsn}\r\n`
    const report = await imported(house, manager, file, { kind: 'patients', dryRun: '0' })
    answers.push(JSON.stringify(report))
    return report
  }

/** What is kept of somebody, opened. */
const keptIn =
  ({ house, organisationId }: Base) =>
  async (givenName: string) => {
    const [row] = await house.db
      .select()
      .from(patientBsns)
      .innerJoin(patients, eq(patients.id, patientBsns.patientId))
      .where(eq(patients.givenName, givenName))
    if (!row) return null
    const { sealed, keyId, patientId } = row.patient_bsns
    const keeper = bsnKeeper(house.deps.config, organisationId)
    const bsn = sealed && keyId && keeper ? keeper.open(patientId, { sealed, keyId }) : null
    return { ...row.patient_bsns, bsn }
  }
