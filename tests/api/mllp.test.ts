import { connect, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { appointments, careEvents, enrolments, stageEntries } from '../../server/db/schema/care.ts'
import { feedDays, feedRules, patientNumbers, patients, quarantine } from '../../server/db/schema/patients.ts'
import type { Aside } from '../../server/imports/quarantine.ts'
import { startMllp } from '../../server/mllp/listener.ts'
import { openEmail } from '../../server/patients/contact.ts'
import { certificates } from '../support/certificates.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { freePort } from '../support/free-port.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let port: number
let stop: () => Promise<void>
let organisationId: string
let manager: string

beforeEach(async () => {
  port = await freePort()
  house = await openHouse({ now: '2026-03-02T08:00:00Z', env: { MLLP_PORT: String(port) } })
  organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  await house.db.insert(feedRules).values({
    organisationId,
    content: {
      rules: [
        {
          name: 'Knee',
          all: [{ field: 'code', is: ['KNIE*'] }],
          any: [],
          not: [],
          to: { teamId, kind: 'intake', side: 'left' },
        },
        { name: 'Heart', all: [{ field: 'location', is: ['HART'] }], any: [], not: [], to: null },
      ],
      ownNumbers: ['EPD'],
    },
    version: 1,
    changedAt: '2026-01-01T00:00:00.000Z',
    changedBy: manager,
  })
  stop = await startMllp(house.deps)
})
afterEach(async () => {
  await stop()
  await house.close()
})

type Said = {
  at?: string
  start?: string
  code?: string
  place?: string
  pid?: string
  charset?: string
  id?: string
}
const PID =
  'PID|1||4711^^^EPD^PI~999911120^^^NLMINBIZA^NNNLD||van der Ploeg^Wil^^^^^L||19590412|F|||||0612345678^PRN^PH~^NET^Internet^wil@example.nl'

let control = 0
function header(event: string, { at = '20260301100000', charset = '' }: Said = {}) {
  control += 1
  return `MSH|^~\\&|PLAN|VAART|UITKOMST|VAART|${at}||${event.startsWith('S') ? 'SIU' : 'ADT'}^${event}|c${control}|P|2.4||||||${charset}`
}
const siu = (event: string, said: Said = {}) =>
  [
    header(event, said),
    `SCH|p1|${said.id ?? 'a1'}|||||^Pijn \\T\\ stijfheid||||^^^${said.start ?? '202604011000'}`,
    said.pid ?? PID,
    `AIS|1||${said.code ?? 'KNIE-NP^Knie nieuw'}`,
    `AIL|1||${said.place ?? 'POLI3'}`,
    'AIP|1||123^Vermeer^Sanne',
  ].join('\r')
const adt = (event: string, pid = PID, more: string[] = [], recorded = 'x') =>
  [header(event), `EVN||${recorded}`, pid, ...more].join('\r')

const frame = (message: string | Buffer) =>
  Buffer.concat([Buffer.from([0x0b]), Buffer.from(message), Buffer.from([0x1c, 0x0d])])

/** Opens a socket, and gives what comes back as whole answers. */
async function dial() {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  const waiting: (() => void)[] = []
  socket.on('data', (bytes) => {
    text += bytes.toString('utf8')
    for (const wake of waiting.splice(0)) wake()
  })
  let closed = false
  socket.on('close', () => {
    closed = true
    for (const wake of waiting.splice(0)) wake()
  })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  /** The MSA of the next answer; 'closed' when none comes any more. */
  const heard = async (): Promise<string> => {
    for (;;) {
      const end = text.indexOf('\x1c\r')
      if (end >= 0) {
        const answer = text.slice(0, end)
        text = text.slice(end + 2)
        return answer.split('\r')[1] ?? ''
      }
      if (closed) return 'closed'
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  return { socket, heard }
}

async function tell(message: string | Buffer): Promise<string> {
  const { socket, heard } = await dial()
  socket.write(frame(message))
  const answer = await heard()
  socket.end()
  return answer
}

const stored = async () =>
  (await house.db.select().from(appointments).orderBy(appointments.number)).map(
    ({ number, kind, status, startsAt }) => ({ number, kind, status, startsAt }),
  )
const booked = { number: 'a1', kind: 'intake', status: 'booked', startsAt: '2026-04-01T08:00:00.000Z' }

describe('an appointment', () => {
  test('is taken in before it is acknowledged, by its number and the hospital’s own time', async () => {
    expect(await tell(siu('S12'))).toBe(`MSA|AA|c${control}|booked`)
    expect(await stored()).toEqual([booked])
    const [patient] = await house.db.select().from(patients)
    expect(patient).toMatchObject({
      givenName: 'Wil',
      familyName: 'van der Ploeg',
      birthDate: '1959-04-12',
      sex: 'female',
    })
    expect(openEmail(house.deps.seal, patient?.id ?? '', patient?.email ?? '')).toBe('wil@example.nl')
    expect(await house.db.select().from(patientNumbers)).toMatchObject([
      { number: '4711', authority: organisationId },
    ])
    expect(await house.db.select().from(enrolments)).toMatchObject([{ side: 'left' }])
    expect(await house.db.select().from(feedDays)).toMatchObject([{ source: 'hl7', taken: 1, refused: 0 }])
  })

  test.each([
    ['S13', { start: '202604081100' }, { startsAt: '2026-04-08T09:00:00.000Z' }],
    ['S14', { start: '202604010900+0100' }, {}],
    ['S15', { start: '' }, { status: 'cancelled' }],
    ['S16', { start: '' }, { status: 'cancelled' }],
    ['S17', {}, { status: 'cancelled' }],
    ['S26', {}, { status: 'no-show' }],
  ])('%s changes it, and comes too late when an older one follows', async (event, said, change) => {
    await tell(siu('S12'))
    const later = siu(event, { at: '20260301120000', ...said })
    expect(await tell(later)).toContain('|AA|')
    expect(await tell(later)).toContain('unchanged')
    expect(await tell(siu('S12', { at: '20260301110000' }))).toContain('skipped (older)')
    expect(await stored()).toEqual([{ ...booked, ...change }])
  })

  test('that is faulty is refused with a sentence, and one that is not ours is not kept', async () => {
    expect(await tell(siu('S12', { code: 'XYZ', place: 'HART' }))).toContain('|AA|')
    expect(await tell(siu('S12', { start: '20260401' }))).toMatch(/^MSA\|AE\|c\d+\|startsAt: /)
    expect(await tell(siu('S12', { pid: 'PID|1||4711' }))).toMatch(/^MSA\|AE\|c\d+\|.*patient.birthDate/)
    expect(await house.db.select().from(patients)).toEqual([])
    expect(await house.db.select().from(feedDays)).toMatchObject([{ taken: 1, refused: 2 }])
  })

  test('that no rule knows waits for one, and is taken in without being sent again', async () => {
    const unknown = siu('S12', { code: 'XYZ' })
    expect(await tell(unknown)).toContain('|set-aside (no-rule)')
    const firstSaid = house.deps.now().toISOString()
    house.pass(60_000)
    expect(await tell(unknown)).toContain('|set-aside (no-rule)')
    const manager = house.as(await makeStaff(house, { organisationId, role: 'data-manager' }))
    const waiting = (await manager.get('/api/quarantine')).body as {
      asides: { id: string; reason: string }[]
    }
    expect(waiting.asides).toMatchObject([
      { reason: 'no-rule', source: 'hl7', receivedAt: firstSaid, theirs: { givenName: 'Wil' } },
    ])
    const [row] = await house.db.select().from(quarantine)
    expect(JSON.stringify(row)).not.toContain('wil@example.nl')
    const accept = () => manager.post(`/api/quarantine/${row?.id}/accept`, { winner: 'ours' })
    expect(await accept()).toMatchObject({ status: 422, body: { code: 'messages_wrong' } })

    const [before] = await house.db.select().from(feedRules)
    const [rule, ...others] = before?.content.rules ?? []
    const rules = [{ ...rule, all: [{ field: 'code', is: ['xyz'] }] }, ...others]
    const content = { ...before?.content, rules }
    expect(await manager.put('/api/feeds/rules', { content, version: 1 })).toMatchObject({ status: 200 })
    expect(await accept()).toMatchObject({ status: 200, body: { admissions: [{ what: 'booked' }] } })
    expect(await stored()).toEqual([booked])
    expect(await tell(unknown)).toContain('unchanged')
  })

  test.each([
    ['UNICODE UTF-8', 'utf8'],
    ['8859/1', 'latin1'],
    ['', 'latin1'],
  ] as const)('in %s reads its letters', async (charset, encoding) => {
    const pid = PID.replace('van der Ploeg^Wil', 'd\\XE9\\z\\F\\Ä^Zoë')
    expect(await tell(Buffer.from(siu('S12', { charset, pid }), encoding))).toContain('|AA|')
    expect(await house.db.select().from(patients)).toMatchObject([{ givenName: 'Zoë', familyName: 'déz|Ä' }])
  })
})

describe('a patient', () => {
  test.each(['A04', 'A08', 'A28', 'A31'])(
    'is known by a new address in %s, and nobody is registered by one',
    async (event) => {
      const moved = PID.replace('wil@example.nl', 'new@example.nl')
      expect(await tell(adt(event, moved))).toContain('|AA|c')
      expect(await house.db.select().from(patients)).toEqual([])
      await tell(siu('S12'))
      expect(await tell(adt(event, moved))).toContain('changed')
      const [now] = await house.db.select().from(patients)
      expect(openEmail(house.deps.seal, now?.id ?? '', now?.email ?? '')).toBe('new@example.nl')
    },
  )

  test('keeps the address that was recorded last, not the one that came last', async () => {
    const at = (address: string) => PID.replace('wil@example.nl', address)
    await tell(siu('S12'))
    expect(await tell(adt('A08', at('new@example.nl'), [], '20260301120000'))).toContain('changed')
    expect(await tell(adt('A08', at('old@example.nl'), [], '20260301113000'))).toContain('unchanged')
    expect(await tell(siu('S12', { id: 'a2', pid: at('old@example.nl'), at: '20260301115000' }))).toContain(
      'AA',
    )
    const [now] = await house.db.select().from(patients)
    expect(openEmail(house.deps.seal, now?.id ?? '', now?.email ?? '')).toBe('new@example.nl')
  })

  test('who died is asked nothing more', async () => {
    await tell(siu('S12'))
    const died = `${PID}${'|'.repeat(16)}20260228|Y`
    expect(await tell(adt('A08', died))).toContain('|AA|')
    expect(await house.db.select().from(patients)).toMatchObject([{ deceasedOn: '2026-02-28' }])
    expect(await house.db.select().from(enrolments)).toMatchObject([{ endReason: 'deceased' }])
  })

  test('whose numbers were merged is found by both; where each has a record it waits for a person, once', async () => {
    await tell(siu('S12'))
    const other = PID.replace('4711', '5822')
    expect(await tell(adt('A40', other, ['MRG|4711^^^EPD^PI']))).toContain('|AA|')
    expect(await tell(adt('A40', other, ['MRG|4711^^^EPD^PI']))).toContain('|AA|')
    expect(await tell(siu('S12', { id: 'a2', pid: other, start: '202604020900' }))).toContain('|AA|')
    expect(await house.db.select().from(patients)).toHaveLength(1)
    await tell(siu('S12', { id: 'a3', pid: PID.replace('4711', '6933'), start: '202604030900' }))
    for (const _ of [1, 2])
      expect(await tell(adt('A40', other, ['MRG|6933^^^EPD^PI']))).toContain(
        `|AA|c${control}|set-aside (two-records)`,
      )
    expect(await house.db.$count(quarantine)).toBe(1)
  })

  test.each([
    ['accepted', 'Known already', 1],
    ['rejected', 'Known already', 0],
  ])(
    'two records of one person are decided about by a person, and %s it is not asked again',
    async (verdict, said, moved) => {
      const old = PID.replace('4711', '6933')
      const merge = adt('A40', PID, ['MRG|6933^^^EPD^PI'])
      await tell(siu('S12'))
      await tell(siu('S12', { id: 'a2', pid: old, start: '202604030900' }))
      expect(await tell(merge)).toContain('set-aside')
      const { body } = await house.as(manager).get('/api/quarantine')
      const [aside] = (body as { asides: Aside[] }).asides
      expect(aside).toMatchObject({ merge: { kept: '4711', gone: '6933' }, theirs: { givenName: 'Wil' } })
      await house.db
        .update(patients)
        .set({ deceasedOn: '2026-03-01' })
        .where(eq(patients.id, aside?.merge?.otherId ?? ''))
      const url = `/api/quarantine/${aside?.id}/${verdict === 'accepted' ? 'accept' : 'reject'}`
      const { status } = await house.as(manager).post(url, verdict === 'accepted' ? { winner: 'ours' } : {})
      expect(status).toBeLessThan(300)
      expect(await tell(merge)).toContain(said)
      expect(await house.db.$count(patients, eq(patients.deceasedOn, '2026-03-01'))).toBe(moved + 1)
      const numbers = await house.db.select().from(patientNumbers)
      const holders = new Set(
        numbers.filter(({ number }) => /^(4711|6933)$/.test(number)).map(({ patientId }) => patientId),
      )
      expect(holders.size).toBe(2 - moved)
    },
  )
})

describe('what was told before anybody was known', () => {
  const other = PID.replace('4711', '5822')
  const merge = (kept: string, gone: string) =>
    adt('A40', PID.replace('4711', kept), [`MRG|${gone}^^^EPD^PI`])
  /** PID-29, the day of death. */
  const died = (pid: string) => pid.padEnd(pid.length + 30 - pid.split('|').length, '|').concat('20260301|Y')

  test.each([
    ['the old number', other],
    ['the new number', PID],
  ])('numbers that were merged are of one patient, booked under %s first', async (_, first) => {
    expect(await tell(merge('4711', '5822'))).toContain('Both numbers')
    expect(await tell(merge('4711', '5822'))).toContain('Known already')
    expect(await tell(merge('6933', '4711'))).toContain('Both numbers')
    expect(JSON.stringify(await house.db.select().from(quarantine))).not.toMatch(/4711|5822|6933/)
    await tell(siu('S12', { pid: first }))
    for (const [place, number] of ['5822', '4711', '6933'].entries())
      await tell(
        siu('S12', { id: `b${place}`, pid: PID.replace('4711', number), start: `2026040${place + 2}0900` }),
      )
    expect(await house.db.$count(patients)).toBe(1)
    expect(await house.db.$count(patientNumbers)).toBe(3)
    expect(await house.db.$count(quarantine)).toBe(0)
  })

  test.each([
    ['a booking', async () => {}, PID],
    ['a booking under the other number', () => tell(merge('4711', '5822')), other],
  ])('a death holds for whoever is registered by %s that comes later', async (_, between, pid) => {
    expect(await tell(adt('A08', died(PID)))).toContain('unknown')
    await between()
    expect(await tell(adt('A08', died(PID)))).toContain('unknown')
    expect(JSON.stringify(await house.db.select().from(quarantine))).not.toMatch(/4711|Ploeg|1959/)
    expect(await tell(siu('S12', { pid }))).toContain('|AA|')
    expect(await house.db.select().from(patients)).toMatchObject([{ deceasedOn: '2026-03-01' }])
    expect(await house.db.$count(enrolments)).toBe(0)
    expect(await house.db.$count(quarantine)).toBe(0)
  })

  test('who was proposed for a care path, and died before anybody decided, is not enrolled', async () => {
    const diagnosis = adt('A01', PID, ['PV1|1|I|ORT|||||||||||||||||v1', 'DG1|1||M16.1^x^I10||20260226|F'])
    expect(await tell(diagnosis)).toContain('proposed')
    await tell(adt('A08', died(PID)))
    const { asides } = (await house.as(manager).get('/api/quarantine')).body as { asides: Aside[] }
    const [team] = asides[0]?.event?.teams ?? []
    const choice = { winner: 'ours', side: 'left', teamId: team?.id }
    const { body } = await house.as(manager).post(`/api/quarantine/${asides[0]?.id}/accept`, choice)
    expect(body).toMatchObject({ code: 'deceased' })
    expect(await house.db.$count(patients)).toBe(0)
    const again = diagnosis.replace('M16.1', 'M16.0')
    expect(await tell(again)).toContain('skipped (deceased)')
  })

  test('a death reaches who has the other number when the two are merged', async () => {
    await tell(siu('S12', { pid: other }))
    await tell(adt('A08', died(PID)))
    expect(await tell(merge('4711', '5822'))).toContain('Both numbers')
    expect(await house.db.select().from(patients)).toMatchObject([{ deceasedOn: '2026-03-01' }])
    expect(await house.db.select().from(enrolments)).toMatchObject([{ endReason: 'deceased' }])
  })
})

describe('what happened', () => {
  const begun = async () =>
    (await house.db.select().from(stageEntries).where(isNull(stageEntries.withdrawnAt))).map(
      ({ stage, enteredOn }) => `${stage} ${enteredOn}`,
    )
  const operation = (more = '') =>
    `PR1|1||52734007^Heupprothese^SCT||20260227093000|||||||||||LT|||op1|${more}`

  test('is read from its segments, and taken back by them', async () => {
    await tell(siu('S12'))
    await house.db.update(enrolments).set({ startedOn: '2026-02-01' })
    expect(await tell(adt('A08', PID, [operation()]))).toContain('taken')
    expect(await begun()).toContain('surgery 2026-02-27')
    expect(await tell(adt('A08', PID, [operation()]))).toContain('unchanged')
    expect(await tell(adt('A08', PID, [operation('D')]))).toContain('withdrawn')
    expect(await begun()).not.toContain('surgery 2026-02-27')
  })

  test('to two patients on one day is told of each, also where no message names a visit', async () => {
    const other = PID.replace('4711', '5822')
    await tell(siu('S12'))
    await tell(siu('S12', { id: 'a2', pid: other }))
    await house.db.update(enrolments).set({ startedOn: '2026-02-01' })
    const segments = ['DG1|1||M16.1^Coxartrose^I10||20260226|F', operation().replace('op1', '')]
    for (const pid of [PID, other]) {
      expect(await tell(adt('A08', pid, segments))).toContain('taken')
      expect(await tell(adt('A08', pid, segments))).not.toContain('taken')
    }
    expect(await house.db.$count(quarantine)).toBe(0)
    expect((await begun()).filter((stage) => stage === 'surgery 2026-02-27')).toHaveLength(2)
    const told = await house.db.select().from(careEvents)
    expect(JSON.stringify(told)).not.toMatch(/4711|5822/)
  })

  test('under a number that was merged before anybody had it holds for whoever has the other', async () => {
    const merged = adt('A40', PID, ['MRG|5822^^^EPD^PI'])
    expect(await tell(adt('P01', PID.replace('4711', '5822'), [operation()]))).toContain('taken (waits)')
    expect(await tell(merged)).toContain('Both numbers')
    expect(await tell(merged)).toContain('Known already')
    await tell(siu('S12'))
    expect(await begun()).toContain('surgery 2026-02-27')
    expect(await tell(adt('A08', PID, [operation('D')]))).toContain('withdrawn')
    expect(await begun()).not.toContain('surgery 2026-02-27')
  })

  test('beside an appointment only its diagnosis has, also where no rule places the appointment', async () => {
    const beside = (on: string) => `\rDG1|1||M16.1^Coxartrose^I10||${on}|F\r${operation()}`
    expect(await tell(siu('S12', { code: 'ANDERS' }) + beside('20260226'))).toContain('|AA|')
    const waiting = await house.db.select({ reason: quarantine.reason }).from(quarantine)
    expect(waiting.map(({ reason }) => reason).toSorted()).toEqual(['no-rule', 'proposed'])
    expect(await tell(siu('S12') + beside('20270226'))).toContain('|AA|')
    expect(await house.db.$count(careEvents)).toBe(0)
  })

  test.each([
    ['A01', 'DG1|1||M16.1^Coxartrose^I10||20260226|F', 'set-aside (proposed)'],
    ['A01', 'DG1|1||M16.1^Coxartrose^I10||20260226|A', 'unchanged'],
    ['P01', 'PR1|1||52734007^Heupprothese^SCT||20260227|||||||||||LT|||op2', 'taken (waits)'],
    ['O09', 'ORC|NW|rx1||||^^^20260226\rRXO|A10BA02^Metformine^ATC', 'skipped (not-ours)'],
    ['R01', 'OBR|1|o1||x\rOBX|1|NM|59261-8^HbA1c^LN||53|mmol/mol|||||F|||20260227', 'skipped (not-ours)'],
  ])('of an unknown person, by %s, is kept under no name or proposed: %s', async (event, segment, said) => {
    expect(await tell(adt(event, PID, ['PV1|1|I|ORT|||||||||||||||||v1', segment]))).toContain(said)
    expect(await house.db.$count(patients)).toBe(0)
  })
})

describe('the line', () => {
  const send = async (socket: Socket, bytes: Buffer) => {
    socket.write(bytes)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }

  test('may cut a message anywhere, and bring two at once', async () => {
    const { socket, heard } = await dial()
    socket.setNoDelay(true)
    const whole = frame(siu('S12'))
    for (const [from, to] of [
      [0, 1],
      [1, 40],
      [40, whole.length - 1],
      [whole.length - 1, whole.length],
    ])
      await send(socket, whole.subarray(from, to))
    expect(await heard()).toContain('|AA|')
    socket.write(Buffer.concat([frame(siu('S12', { id: 'a2' })), frame(siu('S12', { id: 'a3' }))]))
    expect([await heard(), await heard()]).toEqual([
      `MSA|AA|c${control - 1}|booked`,
      `MSA|AA|c${control}|booked`,
    ])
    socket.end()
  })

  test('may break before the answer: the message is sent again, and is harmless', async () => {
    const { socket } = await dial()
    const message = siu('S12')
    socket.write(frame(message))
    socket.destroy()
    expect(await tell(message)).toContain('|AA|')
    expect(await tell(message)).toContain('unchanged')
    expect(await stored()).toEqual([booked])
  })

  test.each([
    ['what is not MLLP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['more than a message may be', Buffer.concat([Buffer.from([0x0b]), Buffer.alloc(1_100_000, 0x41)])],
    ['a frame that ends wrongly', Buffer.from('\x0bMSH|\x1cx')],
  ])('is closed for %s, and stays open for others', async (_, bytes) => {
    const { socket, heard } = await dial()
    socket.write(bytes)
    expect(await heard()).toBe('closed')
    expect(await tell(siu('S12'))).toContain('|AA|')
  })

  test.each([
    ['no HL7', 'PID|1||4711', /AR\|\|This is not an HL7v2 message/],
    ['a set of letters that we do not read', siu('S12', { charset: 'GB 18030' }), /AR\|\|MSH-18 must be/],
  ])('says why of %s', async (_, message, answer) => expect(await tell(message)).toMatch(answer))

  test('is nobody’s when two organisations could be meant', async () => {
    await makeOrganisation(house, { name: 'De Linden' })
    expect(await tell(siu('S12'))).toMatch(/AR\|c\d+\|No organisation here/)
    expect(await stored()).toEqual([])
  })
})

describe('over TLS', () => {
  const { ca, serverCert, serverKey, clientCert, clientKey } = certificates
  const answerOver = (socket: TLSSocket) =>
    new Promise<string>((resolve) => {
      socket.on('data', (bytes: Buffer) => resolve(bytes.toString('utf8')))
      socket.on('close', () => resolve('closed'))
      socket.on('error', () => {})
      socket.write(frame(siu('S12')))
    })

  test('only those are heard who have a certificate that we know', async () => {
    await stop()
    Object.assign(house.deps.config, { MLLP_CERT: serverCert, MLLP_KEY: serverKey, MLLP_CA: ca })
    stop = await startMllp(house.deps)
    const known = connectTls({ port, host: '127.0.0.1', ca, cert: clientCert, key: clientKey })
    expect(await answerOver(known)).toContain('MSA|AA|')
    known.destroy()
    expect(await answerOver(connectTls({ port, host: '127.0.0.1', ca }))).toBe('closed')
    expect(await stored()).toHaveLength(1)
  })

  test('a certificate speaks for the facilities that name it, and for no other hospital', async () => {
    await stop()
    const MLLP_FACILITIES = `VAART=${organisationId}@another.example.nl`
    const tls = { MLLP_CERT: serverCert, MLLP_KEY: serverKey, MLLP_CA: ca }
    Object.assign(house.deps.config, { ...tls, MLLP_FACILITIES })
    stop = await startMllp(house.deps)
    const dialled = () => connectTls({ port, host: '127.0.0.1', ca, cert: clientCert, key: clientKey })
    const stranger = dialled()
    expect(await answerOver(stranger)).toContain('MSA|AR|')
    stranger.destroy()
    expect(await stored()).toEqual([])
    Object.assign(house.deps.config, { MLLP_FACILITIES: `VAART=${organisationId}@localhost` })
    const known = dialled()
    expect(await answerOver(known)).toContain('MSA|AA|')
    known.destroy()
    const several = { MLLP_PORT: '2575', ...tls, MLLP_FACILITIES: 'A=org_1 B=org_2@b.example.nl' }
    expect(() => readConfig(several)).toThrow('whose certificate')
  })

  test.each([[{ MLLP_HOST: '0.0.0.0' }], [{ MLLP_CERT: serverCert, MLLP_KEY: serverKey }]])(
    'a network without it is refused at start',
    (given) => {
      expect(() => readConfig({ MLLP_PORT: '2575', ...given })).toThrow('belong together')
    },
  )
})
