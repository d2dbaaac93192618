import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AlertDesk } from '../../core/alerts/alert-desk.ts'
import { orderMeasurement } from '../../server/acts/order-measurement.ts'
import { planEnrolments } from '../../server/acts/plan-enrolment.ts'
import { submitResponse } from '../../server/acts/submit-response.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { appointments, assessments, enrolments } from '../../server/db/schema/care.ts'
import { movings } from '../../server/db/schema/movings.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { contentHashOf } from '../../server/definitions/install.ts'
import { moveSome } from '../../server/editor/moving/move-some.ts'
import { moveOn } from '../../server/editor/moving/start-moving.ts'
import { answer, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { outcomeSet } from '../support/definitions.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeToken, openBrowser } from '../support/patient-browser.ts'

// Whoever publishes a set says what those do who are under way: they keep theirs, or go on with the new one.

let house: House
let care: Awaited<ReturnType<typeof makeCare>>
let editor: ReturnType<House['as']>
let judge: ReturnType<House['as']>
const old = outcomeSet('hip-knee-osteoarthritis')
const intake = '2026-03-16T09:00:00.000Z'

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  care = await makeCare(house)
  const make = (name: string) =>
    makeStaff(house, { organisationId: care.organisationId, role: 'outcome-editor', name })
  editor = house.as(await make('Esra Polat'))
  judge = house.as(await make('Joris Blom'))
})
afterAll(() => house.close())

type Version = {
  fingerprint: string
  steps: { act: string; staffName: string }[]
  underWay: { enrolments: number; held: number; assessments: number; patients: number; begun: number }
  moving: {
    moved: number
    stayed: number
    ended: string | null
    failedAt: string | null
    stuck: { path: string; team: string; tries: number; failure: string }[]
    allStuck: number
  } | null
}
const look = async (id: string) => (await editor.get(`/api/definitions/${id}`)).body as Version

type SetOf = typeof old
/** A next version, as it waits for a second person, or runs. */
async function write(change: (set: SetOf) => SetOf, status: 'review' | 'published'): Promise<string> {
  const current = (await house.deps.definitions.current(old.id))?.set ?? old
  const next = { ...change(current), version: current.version + 1 }
  const [id, createdAt] = [house.deps.newId('def'), house.deps.now().toISOString()]
  const about = { id, kind: 'outcome-set', definition: old.id, version: next.version, status, createdAt }
  const text = { content: JSON.stringify(next), contentHash: contentHashOf(next) }
  const publishedAt = status === 'published' ? createdAt : null
  await house.db.insert(definitionVersions).values({ ...about, ...text, publishedAt })
  return id
}
const handIn = (change: (set: SetOf) => SetOf) => write(change, 'review')
const publish = async (id: string, underWay?: 'keep' | 'move') =>
  judge.post(`/api/definitions/${id}/publish`, {
    seen: (await look(id)).fingerprint,
    ...(underWay ? { underWay } : {}),
  })
/** The same as it runs after that, while care paths go over to it. */
async function goOver(change: (set: SetOf) => SetOf): Promise<string> {
  const current = await house.deps.definitions.current(old.id)
  const id = await write(change, 'published')
  await house.db
    .update(definitionVersions)
    .set({ status: 'retired' })
    .where(eq(definitionVersions.id, current?.id ?? ''))
  expect(await judge.post(`/api/definitions/${id}/move`)).toMatchObject({ status: 202 })
  return id
}
/** The questions before the intake without those about everyday life. */
const shorter = (set: SetOf): SetOf => ({
  ...set,
  moments: set.moments.map((one) =>
    one.id === 'intake'
      ? { ...one, instruments: one.instruments.filter((id) => id !== 'everyday-life') }
      : one,
  ),
})
const renamed = (set: SetOf): SetOf => ({ ...set, about: { ...set.about, en: `${set.about.en} Again.` } })

const path = async (enrolmentId: string) => {
  const [row] = await house.db.select().from(enrolments).where(eq(enrolments.id, enrolmentId))
  return row
}
const asked = async (enrolmentId: string, moment = 'intake') => {
  const is = and(eq(assessments.enrolmentId, enrolmentId), eq(assessments.moment, moment))
  const [row] = await house.db.select().from(assessments).where(is).orderBy(asc(assessments.id))
  if (!row) throw new Error(`${moment} was not planned`)
  return row
}
async function open(patientId: string) {
  const browser = openBrowser(house)
  await browser.open(await makeToken(house, patientId, care.organisationId))
  return browser
}
const full = { ...joint(6, 1), ...everyday(6, 1), ...life(5, 2) }
const knee = { 'hip-knee': { pain_walking: 3 } }
const inHours = (hours: number) => new Date(house.deps.now().getTime() + hours * 3_600_000).toISOString()
const done = async () => void (await moveOn(house.deps))

test('publishing asks what those under way do; who keeps their version keeps it', async () => {
  const { enrolmentId } = await makePath(house, care, { intake })
  const before = await path(enrolmentId)
  const id = await handIn(renamed)
  expect(await look(id)).toMatchObject({
    underWay: {
      enrolments: 1,
      held: 0,
      assessments: 1,
      patients: 1,
      begun: 0,
      teams: [{ name: 'Heup en knie', paths: 1 }],
    },
  })
  expect(await publish(id)).toMatchObject({ status: 422, body: { code: 'under_way_unsaid' } })
  expect((await house.deps.definitions.current(old.id))?.set.version).toBe(old.version)
  expect(await publish(id, 'keep')).toMatchObject({ status: 200 })
  await done()
  expect(await path(enrolmentId)).toEqual(before)
  expect((await look(id)).steps.map(({ act, staffName }) => `${act} ${staffName}`)).toContain(
    'kept Joris Blom',
  )
})

test('what is planned and open goes over; what was begun, sent, is over or ended stays', async () => {
  const waits = await makePath(house, care, { intake })
  const begins = await makePath(house, care, { intake })
  const sends = await makePath(house, care, { intake })
  const ends = await makePath(house, care, { intake })
  await (await open(begins.patientId)).save((await asked(begins.enrolmentId)).id, 0, knee)
  await answer(house, care.ctx, sends.enrolmentId, 'intake', { answers: full })
  const order = { moment: 'check-up', dueOn: '2026-03-05', reason: 'Nog een keer.' }
  const { id: ordered } = await orderMeasurement(house.deps, care.ctx, waits.enrolmentId, order)
  await house.db
    .update(enrolments)
    .set({ endedOn: '2026-03-02', endReason: 'finished' })
    .where(eq(enrolments.id, ends.enrolmentId))
  const before = (await path(waits.enrolmentId))?.setVersionId
  const id = await handIn(shorter)
  expect(await look(id)).toMatchObject({ underWay: { begun: 1 } })
  expect(await publish(id, 'move')).toMatchObject({
    status: 200,
    body: { status: 'published', underWay: { choice: 'move', begun: 1, held: 0 } },
  })
  expect(await editor.post(`/api/definitions/${id}/move`)).toMatchObject({
    status: 409,
    body: { code: 'moving_already' },
  })
  await done()
  const versionOf = async (of: { enrolmentId: string }) => [
    (await path(of.enrolmentId))?.setVersionId,
    (await asked(of.enrolmentId)).setVersionId,
    (await asked(of.enrolmentId)).withdrawnAt,
  ]
  expect(await versionOf(waits)).toEqual([id, id, null])
  expect(await versionOf(begins)).toEqual([id, before, null])
  expect(await versionOf(sends)).toEqual([id, before, null])
  expect(await versionOf(ends)).toEqual([before, before, null])
  const [manual] = await house.db.select().from(assessments).where(eq(assessments.id, ordered))
  expect(manual).toMatchObject({ setVersionId: id, withdrawnAt: null })
  expect(await look(id)).toMatchObject({ moving: { moved: 4, stayed: 0, ended: 'done' } })
  expect((await look(id)).steps.map(({ act }) => act)).toContain('moving')
  const logged = await house.db
    .select({ patientId: auditSubjects.patientId, actor: auditEvents.actorName })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(eq(auditEvents.type, 'enrolment.moved'))
  expect(logged).toContainEqual({ patientId: waits.patientId, actor: 'Joris Blom' })
  expect(await editor.post(`/api/definitions/${id}/move`)).toMatchObject({
    status: 409,
    body: { code: 'nobody_under_way' },
  })
  // Planned anew, what was begun is still what was begun.
  await house.db.transaction((tx) => planEnrolments(tx, house.deps, new Map(), [begins.enrolmentId]))
  expect(await versionOf(begins)).toEqual([id, before, null])
})

test('a page that was open is answered by the questions that it shows, also without a script', async () => {
  const [scripted, plain] = [await makePath(house, care, { intake }), await makePath(house, care, { intake })]
  const shown = (await asked(scripted.enrolmentId)).setVersionId
  const [browser, other] = [await open(scripted.patientId), await open(plain.patientId)]
  const page = await (await other.get('/v/questions')).text()
  const hidden = [...page.matchAll(/name="(at-[a-z]+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ])
  const id = await goOver((set) => ({
    ...set,
    moments: set.moments.map((one) =>
      one.id === 'intake'
        ? { ...one, instruments: one.instruments.filter((name) => name !== 'hip-knee') }
        : one,
    ),
  }))
  await done()
  const [first, second] = [await asked(scripted.enrolmentId), await asked(plain.enrolmentId)]
  expect([first.setVersionId, second.setVersionId]).toEqual([id, id])
  const saved = await browser.send(
    'PUT',
    '/api/patient/answers',
    { assessment: first.id, asked: shown, changes: knee },
    0,
  )
  expect(saved).toMatchObject({ status: 200 })
  expect((await asked(scripted.enrolmentId)).setVersionId).toBe(shown)
  const fields = Object.fromEntries(hidden) as Record<string, string>
  const next = await other.press('/v/questions', { ...fields, [fields['at-item'] ?? '']: '3' })
  expect(next.status).toBe(303)
  expect(next.headers.get('location')).toMatch(/^\/v\/questions\?q=\d+&from=\d+$/)
  expect((await asked(plain.enrolmentId)).setVersionId).toBe(shown)
})

test('what is begun or sent while care paths go over is stored with the version by which it was asked', async () => {
  const paths = [await makePath(house, care, { intake }), await makePath(house, care, { intake })] as const
  const [begun, sent] = await Promise.all(paths.map(({ enrolmentId }) => asked(enrolmentId)))
  if (!begun || !sent) throw new Error('Both are asked')
  const browser = await open(paths[0].patientId)
  const id = await goOver(renamed)
  const target = {
    ...sent,
    assessmentId: sent.id,
    organisationId: care.organisationId,
    timeZone: 'Europe/Amsterdam',
    responseId: null,
    submittedAt: null,
  }
  const rest = { topics: [], topicText: null, urgent: false, version: 0 }
  const version = await house.deps.definitions.version(sent.setVersionId)
  const wanted = version.set.moments.find((one) => one.id === 'intake')?.instruments ?? []
  const answers = Object.fromEntries(Object.entries(full).filter(([name]) => wanted.includes(name)))
  await Promise.all([
    done(),
    browser.send(
      'PUT',
      '/api/patient/answers',
      { assessment: begun.id, asked: begun.setVersionId, changes: { 'everyday-body': { pain: 4 } } },
      0,
    ),
    submitResponse(house.deps, care.ctx, target, {
      ...rest,
      answers,
      respondent: 'patient',
      mode: 'web',
      language: 'nl',
    }),
  ])
  const held = await house.db.select().from(responses)
  for (const one of [begun, sent]) {
    expect(held.some(({ assessmentId }) => assessmentId === one.id)).toBe(true)
    const [now] = await house.db.select().from(assessments).where(eq(assessments.id, one.id))
    expect(now?.setVersionId).toBe(one.setVersionId)
  }
  expect((await path(paths[0].enrolmentId))?.setVersionId).toBe(id)
})

test('who holds on to what the new version no longer has stays, and the publisher knows how many beforehand', async () => {
  const option = 'no-treatment'
  const { enrolmentId } = await makePath(house, care, { intake, treatment: option })
  const before = (await path(enrolmentId))?.setVersionId
  const free = (await makePath(house, care, { intake })).enrolmentId
  const id = await goOver((set) => ({
    ...set,
    treatmentOptions: set.treatmentOptions.map((one) =>
      one.id === option ? { ...one, id: 'otherwise' } : one,
    ),
    moments: set.moments.map(({ treatments, ...one }) =>
      treatments
        ? { ...one, treatments: treatments.map((name) => (name === option ? 'otherwise' : name)) }
        : one,
    ),
  }))
  expect(await look(id)).toMatchObject({
    underWay: { held: 1, heldBy: { treatmentOptions: 1 } },
    moving: { moved: 0, stayed: 0 },
  })
  const [open] = await house.db.select().from(movings).where(eq(movings.versionId, id))
  if (!open) throw new Error('It was begun')
  await moveSome(house.deps, open)
  await moveSome(house.deps, open) // as another process that saw the same
  await done()
  expect((await path(enrolmentId))?.setVersionId).toBe(before)
  expect((await path(free))?.setVersionId).toBe(id)
  expect(await look(id)).toMatchObject({ moving: { stayed: 1, ended: 'done', failedAt: null } })
})

test('a care path that cannot be planned is set aside: the others go on, it is named, and can be moved later', async () => {
  house.goTo('2026-03-03T08:00:00Z')
  const [broken, sound] = [await makePath(house, care, { intake }), await makePath(house, care, { intake })]
  const startAt = (startsAt: string) =>
    house.db.update(appointments).set({ startsAt }).where(eq(appointments.id, broken.appointmentId))
  await startAt('never')
  const before = (await path(broken.enrolmentId))?.setVersionId
  const id = await goOver(renamed)
  const stuck = async () => (await look(id)).moving
  const named = { path: broken.enrolmentId, team: 'Heup en knie', failure: 'RangeError' }
  await done()
  expect((await path(sound.enrolmentId))?.setVersionId).toBe(id)
  expect(await stuck()).toMatchObject({ ended: null, allStuck: 1, stuck: [{ ...named, tries: 1 }] })
  for (const [at, tries] of [
    ['08:00:59', 1],
    ['08:01:00', 2],
    ['08:10:59', 2],
    ['08:11:00', 3],
  ] as const) {
    house.goTo(`2026-03-03T${at}Z`)
    await done()
    expect(await stuck()).toMatchObject({ stuck: [{ ...named, tries }] })
  }
  expect(await stuck()).toMatchObject({ ended: 'done' })
  expect((await path(broken.enrolmentId))?.setVersionId).toBe(before)

  const manager = house.as(await makeStaff(house, { ...care, role: 'data-manager', name: 'Daan Verhulst' }))
  const toMend = async () =>
    ((await manager.get('/api/quarantine')).body as { stuck: { path: string; patientId: string }[] }).stuck
  expect(await toMend()).toMatchObject([{ path: broken.enrolmentId, patientId: broken.patientId }])
  const looks = eq(auditSubjects.patientId, broken.patientId)
  const read = await house.db
    .select({ type: auditEvents.type })
    .from(auditEvents)
    .innerJoin(auditSubjects, and(eq(auditSubjects.eventId, auditEvents.id), looks))
  expect(read.filter(({ type }) => type === 'quarantine.read')).toHaveLength(1)

  await startAt(intake)
  expect(await judge.post(`/api/definitions/${id}/move`)).toMatchObject({ status: 202 })
  await done()
  expect(await stuck()).toMatchObject({ ended: 'done', allStuck: 0 })
  expect(await toMend()).toEqual([])
  expect((await path(broken.enrolmentId))?.setVersionId).toBe(id)
})

test('a paper that was printed before is typed in by the questions on it, also over a draft', async () => {
  const { enrolmentId, patientId } = await makePath(house, care, { intake })
  const clinician = house.as(care.staffId)
  const { id: assessmentId, setVersionId: shown } = await asked(enrolmentId)
  const at = `/api/entries/${assessmentId}`
  const numberOn = async (address: string) =>
    /dir="ltr">([0-9A-Z]{8}-\d+)</.exec(String((await clinician.get(address)).body))?.[1]
  const first = await numberOn(`${at}/paper`)
  const version = Number(first?.split('-')[1])
  const typed = { how: 'now', mode: 'paper', respondent: 'patient', language: 'nl', answers: everyday(6, 1) }
  const next = await goOver((set) => ({
    ...set,
    moments: set.moments.map((one) =>
      one.id === 'intake' ? { ...one, instruments: ['everyday-mood'] } : one,
    ),
  }))
  await done()
  expect((await asked(enrolmentId)).setVersionId).toBe(next)
  await (await open(patientId)).save(assessmentId, 0, { 'everyday-mood': { tension: 3 } })

  const second = await numberOn(`${at}/paper`)
  expect(second).not.toBe(first)
  const names = async (address: string) => {
    const { body } = await clinician.get(address)
    const { papers, paperNumber, instruments } = body as {
      papers: { number: string }[]
      paperNumber: string
      instruments: { id: string }[]
    }
    expect(papers.map(({ number }) => number).slice(0, 2)).toEqual([second, first])
    return { paperNumber, asks: instruments.some(({ id }) => id === 'everyday-body') }
  }
  expect(await names(at)).toEqual({ paperNumber: second, asks: false })
  expect(await names(`${at}?printed=${version}`)).toEqual({ paperNumber: first, asks: true })
  const enter = (printed: object) => clinician.post(at, { ...typed, replaces: 1, ...printed })
  expect(await enter({})).toMatchObject({ status: 422, body: { code: 'printed_unsaid' } })
  expect(await enter({ printed: 99 })).toMatchObject({ status: 422, body: { code: 'not_printed' } })
  const { instruments } = (await clinician.get(`${at}?printed=${version}`)).body as {
    instruments: { id: string }[]
  }
  const answers = Object.fromEntries(
    Object.entries(full).filter(([name]) => instruments.some(({ id }) => id === name)),
  )
  const colleague = house.as(await makeStaff(house, { ...care, role: 'clinician', name: 'Bo Vink' }))
  await colleague.post(at, { ...typed, how: 'check', printed: version, answers })
  const other = Number(second?.split('-')[1])
  const mood = { 'everyday-mood': { tension: 3, low_mood: 2 } }
  const compared = await enter({ how: 'check', printed: other, answers: mood })
  expect(compared).toMatchObject({ body: { outcome: 'differs' } })
  const { differences } = compared.body as { differences: object[] }
  expect(differences[0]).toEqual({ part: 'printed', one: version, other })
  expect(await enter({ printed: version, answers })).toMatchObject({ status: 201 })
  expect((await asked(enrolmentId)).setVersionId).toBe(shown)
})

test('what nobody answered in time is over, also where a new version leaves more time; a visit that moves asks it', async () => {
  const { enrolmentId, appointmentId } = await makePath(house, care, { intake: inHours(2) })
  const before = await asked(enrolmentId)
  house.pass(6 * 3_600_000)
  const closing = (closes: string) => (set: SetOf) => ({
    ...set,
    moments: set.moments.map((one) => (one.id === 'intake' ? { ...one, closes } : one)),
  })
  await goOver(closing('P9D'))
  await done()
  expect((await path(enrolmentId))?.setVersionId).not.toBe(before.setVersionId)
  expect(await asked(enrolmentId)).toEqual(before)
  const startsAt = inHours(72)
  await house.db.update(appointments).set({ startsAt }).where(eq(appointments.id, appointmentId))
  await house.db.transaction((tx) => planEnrolments(tx, house.deps, new Map(), [enrolmentId]))
  expect((await asked(enrolmentId)).closesAt > startsAt).toBe(true)
  await goOver(closing(old.moments.find(({ id }) => id === 'intake')?.closes ?? ''))
  await done()
})

test('an alert says what was answered in the version that asked it, also where the rule looks elsewhere since', async () => {
  await goOver(() => old)
  await done()
  const { enrolmentId, patientId } = await makePath(house, care, { intake: inHours(2) })
  await answer(house, care.ctx, enrolmentId, 'intake', { answers: { ...full, ...joint(9, 1) } })
  const before = await path(enrolmentId)
  const looking = (scale: string) => (set: SetOf) => ({
    ...set,
    alerts: set.alerts.map((rule) =>
      rule.when.kind === 'scale' && rule.id === 'severe-joint-pain'
        ? { ...rule, when: { ...rule.when, scale } }
        : rule,
    ),
  })
  await goOver(looking('trust'))
  await done()
  expect((await path(enrolmentId))?.setVersionId).not.toBe(before?.setVersionId)
  const metBy = { kind: 'scale', title: { en: 'Pain in hip or knee' }, value: 9, max: 10 }
  const staff = house.as(care.staffId)
  const page = (await staff.get(`/api/clinic/patients/${patientId}`)).body
  expect(page).toMatchObject({ alerts: [{ metBy }] })
  const desk = (await staff.get('/api/alerts')).body as AlertDesk
  expect(desk.open.filter((row) => row.enrolmentId === enrolmentId)).toMatchObject([{ metBy }])
  await goOver(() => old)
  await done()
})

test('of a moment that goes, what is open is withdrawn and what nobody answered in time stays, by its own name', async () => {
  const missed = await makePath(house, care, { intake: inHours(2) })
  const waits = await makePath(house, care, { intake: inHours(72) })
  const before = await asked(missed.enrolmentId)
  const title = (await house.deps.definitions.current(old.id))?.set.moments.find(({ id }) => id === 'intake')
  house.pass(6 * 3_600_000)
  await goOver((set) => ({ ...set, moments: set.moments.filter(({ id }) => id !== 'intake') }))
  await done()
  expect((await path(missed.enrolmentId))?.setVersionId).not.toBe(before.setVersionId)
  expect(await asked(missed.enrolmentId)).toEqual(before)
  expect(await asked(waits.enrolmentId)).toMatchObject({ withdrawnWhy: 'gone' })
  const plan = await house.as(care.staffId).get(`/api/enrolments/${waits.enrolmentId}/plan`)
  expect(plan.body).toMatchObject({ assessments: [{ title: title?.staffTitle }] })
})
