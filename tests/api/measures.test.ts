import { eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { enrolments, stageEntries } from '../../server/db/schema/care.ts'
import { measureHistory, measuresOf } from '../../server/measures/store.ts'
import { addNumber, authorityOf } from '../../server/patients/store.ts'
import { makePerson, type Person } from '../support/cohort.ts'
import { makeEnrolment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let place: { organisationId: string; teamId: string }
let manager: string
let person: Person

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  person = await makePerson(house, place, { patient: { number: '4711' }, startedOn: '2025-09-01' })
})
afterEach(() => house.close())

const HEADER = 'patiëntnummer;maat;datum;waarde;zijde;gebeurtenisnummer'

async function upload(
  lines: string[],
  { dryRun = '0', staffId = manager }: { dryRun?: string; staffId?: string | null } = {},
) {
  const answer = await house.app.request(`/api/measures/import?dryRun=${dryRun}`, {
    method: 'POST',
    headers: {
      'content-type': 'text/csv',
      origin: 'http://localhost:3000',
      ...(staffId ? { 'x-test-staff': staffId } : {}),
    },
    body: [HEADER, ...lines.map((line) => (line.split(';').length === 5 ? `${line};` : line))].join('\n'),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const current = async () =>
  (await measuresOf(house.db, [person.enrolmentId]))
    .map(({ measure, value }) => `${measure} ${value}`)
    .toSorted((a, b) => a.localeCompare(b))

describe('a file of clinical measures', () => {
  const good = ['4711;length-of-stay;2026-02-10;3;', '4711;deep-infection;10-02-2026;nee;']

  it('is taken in as a whole, with a line in the log', async () => {
    expect(await upload(good)).toMatchObject({ status: 200, body: { rows: 2, added: 2, problemCount: 0 } })
    expect(await current()).toEqual(['deep-infection 0', 'length-of-stay 3'])
    const lines = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'measures.imported'))
    expect(lines).toMatchObject([{ actorId: manager, purpose: 'PATADMIN', detail: { rows: 2 } }])
  })

  it('says what it would do, and does nothing, in a dry run', async () => {
    expect(await upload(good, { dryRun: '1' })).toMatchObject({
      status: 200,
      body: {
        added: 2,
        listed: [
          { line: 2, patientNumber: '4711', kind: 'value', value: 3, what: 'added', before: null },
          { line: 3, patientNumber: '4711', kind: 'event', value: 0, what: 'added', before: null },
        ],
      },
    })
    expect(await current()).toEqual([])
  })

  it('is harmless when it comes again, and corrects what differs without losing what was there', async () => {
    await upload(good)
    expect((await upload(good)).body).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    house.pass(1000)
    const corrected = await upload(['4711;length-of-stay;2026-02-10;5;'])
    expect(corrected.body).toMatchObject({
      added: 0,
      changed: 1,
      listed: [{ value: 5, what: 'changed', before: 3 }],
    })
    const history = (await measureHistory(house.db, person.enrolmentId)).filter(
      ({ measure }) => measure === 'length-of-stay',
    )
    expect(history.map(({ value, replacedAt }) => [value, replacedAt !== null])).toEqual([
      [3, true],
      [5, false],
    ])
  })

  it('names every wrong row with what to do, in the reader’s language, and takes in nothing', async () => {
    const wrong = [
      '9999;length-of-stay;2026-02-10;3;',
      '4711;height;2026-02-10;3;',
      '4711;length-of-stay;2026-02-30;3;',
      '4711;length-of-stay;2026-03-03;3;',
      '4711;length-of-stay;2025-08-31;3;',
      '4711;length-of-stay;2026-02-10;61;',
      '4711;length-of-stay;2026-02-10;2,5;',
      '4711;length-of-stay;2026-02-10;drie;',
      '4711;deep-infection;2026-02-10;misschien;',
      '4711;;2026-02-10;3;',
      '4711;length-of-stay;2026-02-10;3;boven',
      '4711;length-of-stay;2026-02-10',
    ]
    const { status, body } = await upload([...good, ...wrong])
    expect(status).toBe(422)
    const { problems, problemCount } = body.detail as {
      problems: { line: number; code: string; message: string }[]
      problemCount: number
    }
    expect(problemCount).toBe(12)
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [4, 'unknown-patient'],
      [5, 'unknown-measure'],
      [6, 'date'],
      [7, 'to-come'],
      [8, 'before-path'],
      [9, 'range'],
      [10, 'decimals'],
      [11, 'number'],
      [12, 'yes-or-no'],
      [13, 'empty'],
      [14, 'side'],
      [15, 'cell-count'],
    ])
    expect(problems[5]?.message).toBe('Deze waarde kan niet. Schrijf een getal van 0–60.')
    expect(await current()).toEqual([])
  })

  it('refuses the same measure twice', async () => {
    const { body } = await upload([...good, '4711;length-of-stay;2026-02-11;4;'], { dryRun: '1' })
    expect(body).toMatchObject({ problems: [{ line: 4, code: 'twice' }], added: 2 })
  })

  it('asks for the side where somebody has two care paths', async () => {
    const left = await makeEnrolment(house, {
      patientId: person.patientId,
      ...place,
      side: 'left',
      startedOn: '2025-09-01',
    })
    const line = '4711;length-of-stay;2026-02-10;3;'
    expect((await upload([line])).body.detail).toMatchObject({ problems: [{ code: 'which-path' }] })
    expect((await upload([`${line}links`])).status).toBe(200)
    expect((await measuresOf(house.db, [left])).map(({ value }) => value)).toEqual([3])
    expect(await current()).toEqual([])
  })

  it('does not see patients of another organisation', async () => {
    const other = await makeOrganisation(house)
    const stranger = await makeStaff(house, { organisationId: other, role: 'data-manager' })
    const { status, body } = await upload(good, { staffId: stranger })
    expect(status).toBe(422)
    expect(body.detail).toMatchObject({
      problems: [{ code: 'unknown-patient' }, { code: 'unknown-patient' }],
    })
  })

  it('refuses what is no such file, and who may not', async () => {
    const send = (body: string) =>
      house.app.request('/api/measures/import?dryRun=1', {
        method: 'POST',
        headers: { 'content-type': 'text/csv', origin: 'http://localhost:3000', 'x-test-staff': manager },
        body,
      })
    expect((await send('')).status).toBe(422)
    expect((await send('naam;leeftijd\nJan;3')).status).toBe(422)
    expect((await send(`${HEADER}\n"4711;length`)).status).toBe(422)
    const clinician = await makeStaff(house, { ...place, role: 'clinician' })
    expect((await upload(good, { staffId: null })).status).toBe(401)
    expect((await upload(good, { staffId: clinician })).status).toBe(403)
  })
})

describe('a measure that a clinician enters', () => {
  it('replaces what was there, readably, and only within the own team', async () => {
    const clinician = await makeStaff(house, { ...place, role: 'clinician' })
    const stranger = await makeStaff(house, {
      organisationId: place.organisationId,
      teamId: await makeTeam(house, place.organisationId),
      role: 'clinician',
    })
    const path = `/api/consults/enrolments/${person.enrolmentId}/measures`
    const entry = (value: number) => ({ measure: 'length-of-stay', value, measuredOn: '2026-02-10' })
    expect((await house.as(clinician).post(path, entry(3))).status).toBe(201)
    expect((await house.as(clinician).post(path, entry(4))).status).toBe(201)
    expect((await house.as(clinician).post(path, entry(99))).status).toBe(422)
    expect((await house.as(stranger).post(path, entry(5))).status).toBe(404)
    expect(await current()).toEqual(['length-of-stay 4'])
    expect(await measureHistory(house.db, person.enrolmentId)).toHaveLength(2)
  })

  it('is one value, however many enter it at once', async () => {
    const clinician = await makeStaff(house, { ...place, role: 'clinician' })
    const path = `/api/consults/enrolments/${person.enrolmentId}/measures`
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, value) =>
        house.as(clinician).post(path, { measure: 'length-of-stay', value, measuredOn: '2026-02-10' }),
      ),
    )
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect(await current()).toHaveLength(1)
  })
})

it('brings in what happened too: stages follow, a no takes it back, a person’s word stays', async () => {
  const stages = async () =>
    (await house.db.select().from(stageEntries).where(isNull(stageEntries.withdrawnAt))).map(
      ({ stage, enteredOn, source }) => `${stage} ${enteredOn} ${source}`,
    )
  const yes = ['4711;surgery;2026-02-10;ja;', '4711;length-of-stay;2026-02-13;3;']
  expect(await upload(yes, { dryRun: '1' })).toMatchObject({
    body: { added: 2, listed: [{ kind: 'event', value: 1, what: 'added' }, { kind: 'value' }] },
  })
  expect(await stages()).toEqual([])
  await upload(yes)
  expect(await stages()).toEqual(['surgery 2026-02-10 event'])
  expect((await upload(yes)).body).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect((await upload(['4711;surgery;2026-02-11;ja;'])).body).toMatchObject({ changed: 1 })
  expect(await stages()).toEqual(['surgery 2026-02-11 event'])
  await upload(['4711;surgery;2026-02-11;nee;'])
  expect(await stages()).toEqual([])
  expect((await upload(['4711;surgery;2026-02-11;nee;'])).body).toMatchObject({ unchanged: 1 })
  expect(await upload(['4711;surgery;2026-04-01;ja;'])).toMatchObject({ status: 422 })
})

describe('what happened, in files of a hospital', () => {
  const entered = async () =>
    (
      await house.db
        .select({ on: stageEntries.enteredOn, enrolmentId: stageEntries.enrolmentId })
        .from(stageEntries)
        .where(isNull(stageEntries.withdrawnAt))
        .orderBy(stageEntries.enteredOn)
    ).map(({ on, enrolmentId }) => `${on} ${enrolmentId}`)

  it('goes to the episode of its day, where somebody had two on one side', async () => {
    await house.db.update(enrolments).set({ endedOn: '2025-11-30', endReason: 'finished' })
    const again = { patientId: person.patientId, ...place, startedOn: '2026-01-05' }
    const second = await makeEnrolment(house, again)
    const rows = ['4711;surgery;2025-10-01;ja;', '4711;surgery;2026-02-10;ja;']
    expect((await upload(rows)).body).toMatchObject({ added: 2, withoutEffect: 0 })
    expect(await entered()).toEqual([`2025-10-01 ${person.enrolmentId}`, `2026-02-10 ${second}`])
  })

  it('is kept but changes nothing after the end of the care path, and the answer says so', async () => {
    await house.db.update(enrolments).set({ endedOn: '2025-11-30', endReason: 'finished' })
    const { body } = await upload(['4711;surgery;2026-02-10;ja;'])
    expect(body).toMatchObject({ added: 1, withoutEffect: 1, listed: [{ hasEffect: false }] })
    expect(await entered()).toEqual([])
  })

  it('may have happened twice, each with its own number, and is corrected by that', async () => {
    const rows = ['4711;surgery;2025-10-01;ja;;OK-1', '4711;surgery;2026-02-10;ja;;OK-2']
    expect((await upload(rows)).body).toMatchObject({ added: 2 })
    expect(await entered()).toEqual([`2025-10-01 ${person.enrolmentId}`, `2026-02-10 ${person.enrolmentId}`])
    expect((await upload(rows)).body).toMatchObject({ unchanged: 2 })
    expect((await upload(['4711;surgery;2026-02-11;ja;;OK-2'])).body).toMatchObject({ changed: 1 })
    expect((await entered()).at(-1)).toBe(`2026-02-11 ${person.enrolmentId}`)
  })

  it('may go by the hospital’s own code where a rule says what it means, or by a code of the outcome set', async () => {
    const to = { teamId: place.teamId, means: 'event:surgery' }
    const events = [{ name: 'OK', all: [{ field: 'code', is: ['OK-KNIE'] }], to }]
    const content = { rules: [], ownNumbers: [], events }
    expect((await house.as(manager).put('/api/feeds/rules', { content, version: 0 })).status).toBe(200)
    expect((await upload(['4711;OK-KNIE;2026-02-10;ja;'])).body).toMatchObject({ added: 1 })
    expect((await upload(['4711;surgery;2026-02-10;ja;'])).body).toMatchObject({ unchanged: 1 })
    expect((await upload(['4711;52734007;2026-02-10;ja;'])).body).toMatchObject({ unchanged: 1 })
    expect((await upload(['4711;OK-HEUP;2026-02-10;ja;'])).status).toBe(422)
    expect(await entered()).toHaveLength(1)
  })

  it('is corrected by its number where only the side was wrong', async () => {
    await house.db.update(enrolments).set({ side: 'left' })
    const right = await makeEnrolment(house, {
      patientId: person.patientId,
      ...place,
      side: 'right',
      startedOn: '2025-09-01',
    })
    await upload(['4711;surgery;2026-02-10;ja;links;OK-1'])
    expect(await entered()).toEqual([`2026-02-10 ${person.enrolmentId}`])
    expect((await upload(['4711;surgery;2026-02-10;ja;rechts;OK-1'])).body).toMatchObject({ changed: 1 })
    expect(await entered()).toEqual([`2026-02-10 ${right}`])
  })

  it('with one number in two outcome sets is two things, each of its own care path', async () => {
    const teamId = await makeTeam(house, place.organisationId, { outcomeSet: 'breast-cancer' })
    const ofSet = { outcomeSet: 'breast-cancer', side: 'left', startedOn: '2025-09-01' }
    const other = await makeEnrolment(house, { patientId: person.patientId, ...place, teamId, ...ofSet })
    const rows = ['4711;surgery;2026-02-10;ja;rechts;OK-1', '4711;surgery;2026-02-11;ja;links;OK-1']
    expect((await upload(rows)).body).toMatchObject({ added: 2, problemCount: 0 })
    expect(await entered()).toEqual([`2026-02-10 ${person.enrolmentId}`, `2026-02-11 ${other}`])
    expect((await upload(rows)).body).toMatchObject({ unchanged: 2 })
  })

  it('of shortly before a later episode is that episode’s, and the earlier one keeps its own', async () => {
    await house.db.update(enrolments).set({ endedOn: '2025-11-30', endReason: 'finished' })
    await upload(['4711;surgery;2025-10-01;ja;'])
    const again = { patientId: person.patientId, ...place, startedOn: '2026-02-20' }
    const second = await makeEnrolment(house, again)
    expect((await upload(['4711;surgery;2026-02-10;ja;'])).body).toMatchObject({ added: 1, withoutEffect: 0 })
    expect(await entered()).toEqual([`2025-10-01 ${person.enrolmentId}`, `2026-02-10 ${second}`])
  })

  it('is still corrected after the patient got another number', async () => {
    await upload(['4711;surgery;2026-02-10;ja;'])
    const other = { authority: authorityOf(place.organisationId), number: '9911' }
    await addNumber(house.db, house.deps, person.patientId, other)
    expect((await upload(['9911;surgery;2026-02-11;ja;'])).body).toMatchObject({ changed: 1 })
    expect(await entered()).toEqual([`2026-02-11 ${person.enrolmentId}`])
  })
})
