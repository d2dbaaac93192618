import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { enrolments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { discussions, openings, responses } from '../../server/db/schema/outcomes.ts'
import { claimDue } from '../../server/messages/claim.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { noteRound } from '../../server/messages/rounds.ts'
import { makeStaff, makeTeam } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import {
  makeAskedPatient,
  makeAssessment,
  makeTeamOfOwn,
  openPostOffice,
  outbox,
  post,
  submit,
} from '../support/outbox.ts'

const SET = 'hip-knee-osteoarthritis'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  house = await openPostOffice()
  place = await makeTeamOfOwn(house)
})
afterEach(() => house.close())

const as = async (role: Parameters<typeof makeStaff>[1]['role'], teamId?: string) =>
  house.as(await makeStaff(house, { organisationId: place.organisationId, role, teamId: teamId ?? null }))

type Centre = {
  waiting: Record<string, unknown>
  week: { sent: number; suppressed: unknown[]; failed: unknown[] }
  coming: { day: string; mails: Record<string, number> }[]
  sets: { id: string; pause: { reason: string; by: string } | null }[]
}
const centreOf = async (who: Awaited<ReturnType<typeof as>>) =>
  (await who.get('/api/messages/centre')).body as Centre
type Row = { patient: { id: string }; why: string | null }
const listOf = async (who: Awaited<ReturnType<typeof as>>, state: string) =>
  ((await who.get(`/api/messages/centre/list?state=${state}`)).body as { rows: Row[] }).rows

const pause = (who: Awaited<ReturnType<typeof as>>) =>
  who.put(`/api/messages/centre/pauses/${SET}`, { reason: 'Een vraag klopt niet.' })

test('a pause holds back what was written and what would be planned, and says so at the patient; resuming lets it go', async () => {
  const manager = await as('data-manager')
  const written = await makeAskedPatient(house, place)
  await planMessages(house.deps)
  expect((await pause(manager)).body).toEqual({ inHand: 0 })
  const later = await makeAskedPatient(house, place)
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0, suppressed: 0 })
  const mail = async ({ patientId }: { patientId: string }) =>
    (await manager.get(`/api/messages?patient=${patientId}`)).body
  expect(await mail(written)).toMatchObject({ messages: [{ state: 'waiting', why: 'paused' }] })
  expect(await mail(later)).toMatchObject({ messages: [], notMailed: [{ why: 'paused' }] })
  expect(await listOf(manager, 'waiting')).toMatchObject([
    { patient: { id: written.patientId }, why: 'paused' },
  ])
  expect(await centreOf(manager)).toMatchObject({
    waiting: { due: 1, held: 1 },
    sets: [{ id: SET, pause: { reason: 'Een vraag klopt niet.', by: 'Maaike Hoekstra' } }],
  })
  expect((await pause(manager)).status).toBe(409)
  expect((await manager.delete(`/api/messages/centre/pauses/${SET}`)).status).toBe(200)
  expect((await manager.delete(`/api/messages/centre/pauses/${SET}`)).status).toBe(409)
  expect(await post(house)).toMatchObject({ planned: 1, sent: 2 })
  const acts = await house.db.select({ type: auditEvents.type }).from(auditEvents)
  expect(acts.map(({ type }) => type)).toEqual(expect.arrayContaining(['mail.paused', 'mail.resumed']))
})

test('two senders at once honour a pause, and send each mail once after it', async () => {
  const manager = await as('data-manager')
  for (let n = 0; n < 6; n++) await makeAskedPatient(house, place)
  await planMessages(house.deps)
  await pause(manager)
  const both = () => Promise.all([claimDue(house.deps, 50), claimDue(house.deps, 50)])
  expect((await both()).map(({ taken }) => taken)).toEqual([0, 0])
  await manager.delete(`/api/messages/centre/pauses/${SET}`)
  const taken = (await both()).flatMap(({ toSend }) => toSend.map(({ message }) => message.id))
  expect(new Set(taken).size).toBe(6)
  expect(taken).toHaveLength(6)
})

test('a mail that is also about another outcome set goes, and so does a link that was asked for', async () => {
  const manager = await as('data-manager')
  const person = await makeAskedPatient(house, place)
  const [known] = await house.db.select().from(enrolments).where(eq(enrolments.id, person.enrolmentId))
  if (!known) throw new Error('not enrolled')
  const otherId = house.deps.newId('enr')
  await house.db.insert(enrolments).values({ ...known, id: otherId, outcomeSet: 'breast-cancer', side: '' })
  const { patientId, teamId } = person
  await makeAssessment(house, {
    patientId,
    teamId,
    enrolmentId: otherId,
    appointmentId: person.appointmentId,
  })
  await planMessages(house.deps)
  await pause(manager)
  expect(await post(house)).toMatchObject({ sent: 1 })
})

test('the coming week leaves out what is paused, and what other teams ask', async () => {
  const manager = await as('data-manager')
  await makeAskedPatient(house, place)
  await makeAskedPatient(house, await makeTeamOfOwn(house))
  const sum = async () =>
    (await centreOf(manager)).coming
      .flatMap(({ mails }) => Object.values(mails))
      .reduce((all, n) => all + n, 0)
  const before = await sum()
  await pause(manager)
  expect([before > 0, before < 5, await sum()]).toEqual([true, true, 0])
})

test('the coming week counts who will be mailed on which day, as the planner then does', async () => {
  const manager = await as('data-manager')
  await makeAskedPatient(house, place)
  await makeAskedPatient(house, place, { optedOutAt: '2026-03-01T08:00:00.000Z' })
  const days = (await centreOf(manager)).coming.map(({ mails }) => mails[SET] ?? 0)
  expect(days).toHaveLength(7)
  const gone: number[] = []
  for (const day of ['02', '03', '04', '05', '06', '07', '08']) {
    house.goTo(`2026-03-${day}T18:59:00Z`)
    gone.push((await post(house)).sent)
  }
  expect(days).toEqual(gone)
  expect(gone[0]).toBe(1)
  expect(gone.filter((n) => n > 0).length).toBeGreaterThan(1)
})

test('what waits is listed whole, page by page, also what is due at one instant', async () => {
  const manager = await as('data-manager')
  for (let n = 0; n < 51; n++) await makeAskedPatient(house, place)
  await planMessages(house.deps)
  const list = async (behind = '') =>
    (await manager.get(`/api/messages/centre/list?state=waiting${behind}`)).body as {
      rows: { id: string }[]
      more: { at: string; id: string } | null
    }
  const first = await list()
  expect([first.rows.length, first.more?.id]).toEqual([50, first.rows.at(-1)?.id])
  const second = await list(`&at=${first.more?.at}&id=${first.more?.id}`)
  expect(second).toMatchObject({ more: null })
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(51)
})

test('a dry run says what would go and what not, and does nothing', async () => {
  const manager = await as('data-manager')
  const goes = await makeAskedPatient(house, place)
  await planMessages(house.deps)
  const new_ = await makeAskedPatient(house, place)
  const run = async () => (await manager.get('/api/messages/centre/dry-run')).body
  expect(await run()).toMatchObject({
    inSendingHours: true,
    goes: 2,
    stays: 0,
    mails: [
      { patient: { id: goes.patientId }, why: null },
      { patient: { id: new_.patientId }, why: null },
    ],
  })
  await pause(manager)
  expect(await run()).toMatchObject({ goes: 0, stays: 2, mails: [{ why: 'paused' }, { why: 'paused' }] })
  expect(await outbox(house)).toHaveLength(1)
  const looks = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'messages.dry-run'))
  expect(looks).toHaveLength(2)
})

test('a team sees mail about its own questions, an administrator only counts', async () => {
  const other = await makeTeam(house, place.organisationId, { name: 'Borst', outcomeSet: 'breast-cancer' })
  const [clinician, neighbour] = [await as('clinician', place.teamId), await as('clinician', other)]
  const administrator = await as('administrator')
  const person = await makeAskedPatient(house, place)
  await post(house)
  expect(await listOf(clinician, 'sent')).toMatchObject([{ patient: { id: person.patientId } }])
  expect(await listOf(neighbour, 'sent')).toEqual([])
  expect((await centreOf(neighbour)).week.sent).toBe(0)
  expect((await centreOf(neighbour)).sets.map(({ id }) => id)).toEqual(['breast-cancer'])
  expect((await centreOf(administrator)).week.sent).toBe(1)
  expect((await administrator.get('/api/messages/centre/list?state=sent')).status).toBe(403)
  expect((await pause(clinician)).status).toBe(403)
  expect((await administrator.put('/api/messages/centre/pauses/nothing', { reason: 'Zomaar.' })).status).toBe(
    404,
  )
})

test('what the hours keep until the morning is told as that, and is no mail that stays behind', async () => {
  const { patientId } = await makeAskedPatient(house, place)
  await planMessages(house.deps)
  house.goTo('2026-03-02T19:30:00.000Z') // half past eight in the evening
  const manager = await as('data-manager')
  expect(await centreOf(manager)).toMatchObject({
    hours: { again: '2026-03-03T07:00:00.000Z' },
    waiting: { due: 0, since: null, asleep: 1, later: 0 },
  })
  expect(await listOf(manager, 'waiting')).toMatchObject([{ why: 'hours' }])
  expect((await manager.get(`/api/messages?patient=${patientId}`)).body).toMatchObject({
    messages: [{ state: 'waiting', why: 'hours' }],
  })
  await house.db.update(messages).set({ kind: 'new-link' }) // somebody waits for it: that goes at any hour
  expect(await centreOf(manager)).toMatchObject({ waiting: { due: 1, asleep: 0 } })
  expect(await listOf(manager, 'waiting')).toMatchObject([{ why: null }])
})

test('what was not sent stands there with its reason, and a sender that stopped is noticed', async () => {
  const manager = await as('data-manager')
  await makeAskedPatient(house, place)
  await planMessages(house.deps)
  await house.db.update(messages).set({ failedAt: '2026-03-02T08:00:00.000Z', why: 'smtp 550 5.1.1' })
  expect(await centreOf(manager)).toMatchObject({
    rounds: { at: null, isLate: true },
    week: { failed: [{ why: 'smtp 550 5.1.1', n: 1 }] },
  })
  await noteRound(house.deps)
  expect(await centreOf(manager)).toMatchObject({ rounds: { isLate: false } })
  house.pass(6 * 60_000)
  expect(await centreOf(manager)).toMatchObject({ rounds: { isLate: true } })
})

test('who starts is told by channel, age and time, only of ten people or more, of the own teams', async () => {
  const staffId = await makeStaff(house, { ...place, role: 'clinician' })
  const clinician = house.as(staffId)
  const starts = async () => (await clinician.get('/api/messages/centre/starts')).body
  expect(await starts()).toMatchObject({ all: null })
  const people = []
  for (let n = 0; n < 11; n++) people.push(await makeAskedPatient(house, place))
  await post(house)
  for (const person of people.slice(0, 4)) await submit(house, person)
  expect(await starts()).toMatchObject({
    all: {
      eligible: 11,
      invited: 11,
      delivered: 11,
      opened: 4,
      started: 4,
      completed: 4,
      seen: 0,
      discussed: 0,
    },
  })
  const [inTime, late] = await house.db.select().from(responses).orderBy(responses.id)
  const opening = (responseId = '', openedAt: string) => ({
    id: house.deps.newId('ope'),
    responseId,
    staffId,
    openedAt,
  })
  await house.db
    .insert(openings)
    .values([opening(inTime?.id, '2026-03-10T09:00:00.000Z'), opening(late?.id, '2026-03-10T10:00:00.000Z')])
  await house.db.insert(discussions).values({
    id: house.deps.newId('dis'),
    responseId: late?.id ?? '',
    staffId,
    discussedAt: '2026-03-10T10:30:00.000Z',
  })
  await house.db
    .update(messages)
    .set({ failedAt: '2026-03-02T12:00:00.000Z' })
    .where(eq(messages.patientId, people[10]?.patientId ?? ''))
  expect(await starts()).toMatchObject({ all: { invited: 11, delivered: 10, seen: 1, discussed: 1 } })
  const { groups } = (await starts()) as { groups: { by: string; id: string }[] }
  expect(groups.map(({ by, id }) => `${by} ${id}`)).toEqual([
    `set ${SET}`,
    `moment ${SET} intake`,
    'channel mail',
    'age 65-74',
    'language nl',
    'weekday 1',
    'hour before-10',
  ])
  const neighbour = await as('clinician', await makeTeam(house, place.organisationId))
  expect((await neighbour.get('/api/messages/centre/starts')).body).toMatchObject({ all: null, groups: [] })
})
