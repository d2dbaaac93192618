import { and, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Meeting, MeetingRow } from '../../core/meetings/meeting.ts'
import type { MyAction } from '../../core/meetings/meeting-views.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { improvements } from '../../server/db/schema/improving.ts'
import { actions, meetings, reviewCases } from '../../server/db/schema/meetings.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { memberships, staff, user } from '../../server/db/schema/staff.ts'
import { remindOwners } from '../../server/meetings/remind.ts'
import { makePerson, type Person } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let place: { organisationId: string; teamId: string }
let chair: string
let nurse: string
let analyst: string
let manager: string
let outsider: string
let person: Person
let meetingId: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-16T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  chair = await makeStaff(house, { ...place, role: 'team-lead', name: 'Evert Talsma' })
  nurse = await makeStaff(house, { ...place, role: 'clinician' })
  analyst = await makeStaff(house, { organisationId, role: 'analyst' })
  manager = await makeStaff(house, { organisationId, role: 'programme-manager' })
  const other = await makeTeam(house, organisationId, { name: 'Radiologie' })
  outsider = await makeStaff(house, { organisationId, teamId: other, role: 'clinician' })
  await house.db.insert(improvements).values({
    id: 'imp_five',
    teamId: place.teamId,
    title: 'Vaste vijf minuten',
    startedOn: '2026-01-05',
    changed: 'De uitslag heeft een vaste plek.',
    expected: 'Meer uitslagen besproken.',
    state: 'open',
    registeredBy: chair,
    registeredAt: '2026-01-05T09:00:00.000Z',
  })
})
afterAll(() => house.close())

beforeEach(async () => {
  person = await makePerson(house, place, { patient: { familyName: 'Zonneveld' } })
  meetingId = await plan('improvement')
})

const idOf = ({ status, body }: { status: number; body: unknown }) => {
  expect(status).toBe(201)
  return (body as { id: string }).id
}
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code

async function plan(kind: string, more: Record<string, unknown> = {}) {
  const given = { kind, teamId: place.teamId, title: 'Overleg', startsAt: '2026-03-20T12:30', minutes: 60 }
  const memberIds = kind === 'mdo' ? [nurse] : [nurse, analyst, manager, outsider]
  const wanted = { ...given, everyWeeks: 0, chairId: chair, memberIds, ...more }
  return idOf(await house.as(chair).post('/api/meetings', wanted))
}
const path = (rest = '') => `/api/meetings/${meetingId}${rest}`
const look = async (as: string) => (await house.as(as).get(path())).body as Meeting
const put = (topic: string | null, question = 'Wat nu?') =>
  house.as(nurse).post(path('/subjects'), { topic, question })
const flag = async (what = 'Nabloeding na ontslag.') =>
  idOf(
    await house
      .as(nurse)
      .post('/api/meetings/cases', { enrolmentId: person.enrolmentId, kind: 'complication', what }),
  )
const proposed = async () =>
  ((await house.as(chair).get(path('/proposals'))).body as { subjects: { kind: string; id?: string }[] })
    .subjects
const askTo = (email: string) =>
  house.as(chair).post(path('/guests'), {
    name: 'Noor Elders',
    email,
    profession: 'physician',
    language: 'nl',
    comesFrom: 'De Linden',
  })
const staffOf = async (email: string) =>
  (await house.db.select({ id: staff.id }).from(staff).where(eq(staff.email, email)))[0]?.id ?? ''

describe('a list about figures', () => {
  it('is proposed from what runs and what is open, and takes each once', async () => {
    expect(await proposed()).toContainEqual(expect.objectContaining({ kind: 'improvement', id: 'imp_five' }))
    idOf(await put('improvement:imp_five'))
    expect(codeOf(await put('improvement:imp_five'))).toBe('listed')
    expect(codeOf(await put('indicator:nothing'))).toBe('unknown_topic')
    expect(await proposed()).not.toContainEqual(expect.objectContaining({ id: 'imp_five' }))
    idOf(await put(null, 'Wie belt er na?'))
    idOf(await put(null, 'Wie schrijft?'))
    expect((await look(analyst)).items.map(({ question }) => question)).toEqual([
      'Wat nu?',
      'Wie belt er na?',
      'Wie schrijft?',
    ])
  })

  it('keeps the figure as it was, with its chart as it is beside it', async () => {
    const { charts } = (await house.as(analyst).get(path('/background'))).body as { charts: unknown[] }
    expect(charts).toEqual([])
    const version = await house.deps.definitions.current('hip-knee-osteoarthritis')
    const indicator = version?.set.indicators[0]?.id ?? ''
    idOf(await put(`indicator:${indicator}`))
    expect((await look(nurse)).items[0]?.subject).toMatchObject({ id: indicator, figure: { news: {} } })
    expect((await house.as(analyst).get(path('/background'))).body).toMatchObject({
      charts: [{ id: indicator }],
    })
  })

  it('never takes a patient, and an MDO takes no subject', async () => {
    const patient = { enrolmentId: person.enrolmentId, question: 'Opereren?' }
    expect((await house.as(nurse).post(path('/items'), patient)).status).toBe(404)
    meetingId = await plan('mdo')
    expect((await put('actions')).status).toBe(404)
    expect((await house.as(nurse).get(path('/background'))).status).toBe(404)
  })

  it('leads to decisions and actions, which the next meeting finds as still open', async () => {
    const itemId = idOf(await put(null, 'Wie belt er na?'))
    const item = path(`/items/${itemId}`)
    const todo = { what: 'Belronde maken', ownerId: nurse, dueOn: '2026-03-17' }
    const actionId = idOf(await house.as(chair).post(`${item}/actions`, todo))
    const written = { situation: null, question: 'Wie belt er na?', decision: 'De verpleegkundige.' }
    const rest = { reason: null, patientPart: null, sentence: null }
    await house.as(nurse).put(item, { version: 0, ...written, ...rest })
    expect(await house.as(analyst).put(item, { version: 1, ...written, ...rest })).toMatchObject({
      status: 403,
    })
    const confirmed = { version: 1, actionIds: [actionId] }
    expect((await house.as(chair).put(`${item}/confirmed`, confirmed)).status).toBe(200)
    const mine = (await house.as(nurse).get('/api/meetings/actions')).body
    expect(mine).toMatchObject({ actions: [{ what: 'Belronde maken', code: null, patientId: null }] })
    meetingId = await plan('steering')
    expect(await proposed()).toContainEqual({ kind: 'actions', open: 1 })
    await house.db.delete(actions)
  })
})

describe('a case to learn from', () => {
  it('is proposed to an improvement meeting, and read by name only where it is one’s patient', async () => {
    const caseId = await flag()
    expect(await proposed()).toContainEqual(expect.objectContaining({ kind: 'case', id: caseId }))
    const itemId = idOf(await put(`case:${caseId}`))
    const [seen] = (await look(nurse)).items
    expect(seen).toMatchObject({ patientId: person.patientId, patient: { familyName: 'Zonneveld' } })
    const [other] = (await look(outsider)).items
    expect(other).toMatchObject({ patient: null, patientId: null, enrolmentId: null, code: '', ages: '' })
    expect(other?.subject).toMatchObject({ what: 'Nabloeding na ontslag.' })
    expect((await house.as(outsider).get(path(`/items/${itemId}`))).status).toBe(404)
    expect(JSON.stringify(await look(outsider))).not.toContain('Zonneveld')
    expect(codeOf(await house.as(nurse).delete(`/api/meetings/cases/${caseId}`))).toBe('case_listed')
    meetingId = await plan('steering')
    expect(codeOf(await put(`case:${caseId}`))).toBe('unknown_topic')
  })

  it('is closed by what is decided about it', async () => {
    const caseId = await flag()
    const item = path(`/items/${idOf(await put(`case:${caseId}`))}`)
    const written = { situation: null, question: 'Wat leren we?', decision: 'Eerder bellen.', reason: null }
    await house.as(chair).put(item, { version: 0, ...written, patientPart: null, sentence: null })
    expect((await house.as(chair).put(`${item}/confirmed`, { version: 1, actionIds: [] })).status).toBe(200)
    expect(await house.db.$count(reviewCases, eq(reviewCases.id, caseId))).toBe(1)
    expect(await proposed()).not.toContainEqual(expect.objectContaining({ id: caseId }))
  })

  it('is taken back by the team, and by nobody else', async () => {
    const caseId = await flag()
    expect((await house.as(outsider).delete(`/api/meetings/cases/${caseId}`)).status).toBe(404)
    expect((await house.as(chair).delete(`/api/meetings/cases/${caseId}`)).status).toBe(200)
  })
})

describe('who speaks for patients', () => {
  it('sees figures, decisions and of a case nothing; and no patient anywhere', async () => {
    const caseItem = idOf(await put(`case:${await flag()}`, 'Had dit eerder gezien kunnen worden?'))
    const todo = { what: 'Het verslag nalezen', ownerId: nurse, dueOn: '2026-03-27' }
    idOf(await house.as(chair).post(path(`/items/${caseItem}/actions`), todo))
    await askTo('ellen@patienten.example')
    const ellen = await staffOf('ellen@patienten.example')
    const seen = await look(ellen)
    const untold = { subject: { what: null }, question: '', actions: [] }
    expect(seen).toMatchObject({ mayWrite: false, ofTeam: false, items: [untold] })
    expect((await look(nurse)).items).toMatchObject([{ actions: [{ what: todo.what }] }])
    expect(seen.members.find(({ staffId }) => staffId === ellen)).toMatchObject({ part: 'representative' })
    expect((await house.as(ellen).get(path('/background'))).status).toBe(200)
    for (const closed of [
      '/api/clinic?day=2026-03-16',
      `/api/teams/${place.teamId}/charts`,
      path('/proposals'),
    ])
      expect((await house.as(ellen).get(closed)).status).toBe(403)
    const logged = await house.db
      .select({ type: auditEvents.type, patientId: auditSubjects.patientId })
      .from(auditEvents)
      .leftJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
      .where(and(eq(auditEvents.actorId, ellen), eq(auditEvents.purpose, 'HOPERAT')))
    expect(logged).toContainEqual({ type: 'meeting.read', patientId: null })
    meetingId = await plan('mdo')
    expect((await house.as(ellen).get(path())).status).toBe(404)
    expect(codeOf(await askTo('ellen@patienten.example'))).toBe('works_here')
  })

  it('comes again with a meeting that recurs', async () => {
    meetingId = await plan('steering', { everyWeeks: 13 })
    await askTo('kees@patienten.example')
    const { body } = await house.as(chair).put(path('/ended'))
    meetingId = (body as { next: string }).next
    expect((await look(await staffOf('kees@patienten.example'))).startsAt).toBe('2026-06-19T10:30:00.000Z')
  })
})

describe('a guest of another organisation', () => {
  beforeEach(async () => {
    meetingId = await plan('mdo', { everyWeeks: 1 })
    const listing = { enrolmentId: person.enrolmentId, question: 'Opereren?' }
    idOf(await house.as(nurse).post(path('/items'), listing))
  })

  it('is asked by mail, sees who it is until the chair confirms, for this once, and each look is logged', async () => {
    const email = `${meetingId.toLowerCase()}@linden.example`
    expect((await house.as(nurse).post(path('/guests'), {})).status).toBe(400)
    await askTo(email)
    expect(codeOf(await askTo(email))).toBe('is_asked')
    const noor = await staffOf(email)
    const [seen] = (await look(noor)).items
    expect(seen?.patient?.familyName).toBe('Zonneveld')
    const item = path(`/items/${seen?.id}`)
    expect((await house.as(noor).get(item)).status).toBe(200)
    expect((await house.as(noor).get(`/api/clinic/patients/${person.patientId}`)).status).toBe(403)
    expect((await house.as(noor).put(item, {})).status).toBe(403)
    const looks = await house.db
      .select({ type: auditEvents.type, purpose: auditEvents.purpose })
      .from(auditEvents)
      .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
      .where(and(eq(auditEvents.actorId, noor), eq(auditSubjects.patientId, person.patientId)))
    expect(looks).toContainEqual({ type: 'meeting.patient-read', purpose: 'TREAT' })
    const [role] = await house.db.select().from(memberships).where(eq(memberships.staffId, noor))
    expect(role).toMatchObject({ role: 'guest', until: '2026-03-27' })
    await house.as(chair).put(path('/ended'))
    expect((await look(noor)).items[0]?.patient).toBeNull()
    expect((await house.as(noor).get(item)).status).toBe(404)
  })

  it('who works in another house here comes with that account, and can be taken off again', async () => {
    const elsewhere = await makeOrganisation(house)
    const teamId = await makeTeam(house, elsewhere)
    const rik = await makeStaff(house, { organisationId: elsewhere, teamId, role: 'clinician' })
    const [known] = await house.db.select().from(staff).where(eq(staff.id, rik))
    const asked = await askTo(known?.email ?? '')
    expect(asked).toMatchObject({ status: 201, body: { link: null } }) // it would open rik's account, which nobody has opened yet
    expect((await look(rik)).items[0]?.patient?.familyName).toBe('Zonneveld')
    const logged = and(eq(auditEvents.actorId, rik), eq(auditEvents.organisationId, place.organisationId))
    expect(await house.db.$count(auditEvents, logged)).toBe(1)
    expect((await house.as(rik).put(path('/ended'))).status).toBe(404)
    const mailed = await house.db.$count(messages)
    const at = path(`/guests/${rik}`)
    const dropped = (await house.as(chair).delete(at)).body as { receipt: string }
    expect((await house.as(rik).get(path())).status).toBe(404)
    const forged = { receipt: `${dropped.receipt.slice(0, -4)}AAAA` }
    expect(codeOf(await house.as(chair).put(at, forged))).toBe('not_found')
    expect(codeOf(await house.as(chair).put(path(`/guests/${chair}`), dropped))).toBe('not_found')
    expect((await house.as(chair).put(at, dropped)).status).toBe(200)
    expect((await look(rik)).members).toContainEqual(
      expect.objectContaining({ staffId: rik, part: 'guest', comesFrom: 'De Linden' }),
    )
    expect(await house.db.$count(messages)).toBe(mailed)
    expect(codeOf(await house.as(chair).put(at, dropped))).toBe('is_asked')
    expect((await house.as(chair).delete(at)).status).toBe(200)
  })
})

it('who works in another house and opens no meetings there is a guest beside that, until a week after', async () => {
  meetingId = await plan('mdo')
  const elsewhere = await makeOrganisation(house)
  const clerk = await makeStaff(house, { organisationId: elsewhere, role: 'data-manager' })
  expect((await house.as(clerk).get(path())).status).toBe(403)
  const [known] = await house.db.select().from(staff).where(eq(staff.id, clerk))
  expect((await askTo(known?.email ?? '')).status).toBe(201)
  expect((await look(clerk)).members).toContainEqual(expect.objectContaining({ staffId: clerk }))
  const given = and(eq(memberships.staffId, clerk), eq(memberships.role, 'guest'))
  expect(await house.db.select().from(memberships).where(given)).toMatchObject([{ until: '2026-03-27' }])
})

it('gives no chair the link to a colleague who begins later', async () => {
  meetingId = await plan('mdo')
  const coming = await makeStaff(house, { ...place, teamId: null, role: 'administrator' })
  await house.db.update(memberships).set({ from: '2026-04-01' }).where(eq(memberships.staffId, coming))
  const [known] = await house.db.select().from(staff).where(eq(staff.id, coming))
  expect(codeOf(await askTo(known?.email ?? ''))).toBe('works_here')
})

async function giveAccount(staffId: string) {
  const at = house.deps.now().toISOString()
  const id = `usr_${staffId}`
  const account = { id, name: staffId, email: `${staffId}@vaart.example`, emailVerified: true }
  await house.db.insert(user).values({ ...account, createdAt: at, updatedAt: at })
  await house.db.update(staff).set({ userId: id }).where(eq(staff.id, staffId))
}

it('reminds who has something to do on the day before, once', async () => {
  const itemId = idOf(await put(null, 'Wie belt er na?'))
  const todo = { what: 'Nabellen', ownerId: nurse, dueOn: '2026-03-17' }
  await giveAccount(nurse)
  idOf(await house.as(chair).post(path(`/items/${itemId}/actions`), todo))
  const due = eq(messages.kind, 'actions-due')
  await remindOwners(house.deps)
  await remindOwners(house.deps)
  expect(await house.db.$count(messages, due)).toBe(1)
})

it('reminds the lead of what was somebody’s who left the team, and shows it to them as without an owner', async () => {
  const due = eq(messages.kind, 'actions-due')
  const open = async (as: string) => {
    const { body } = await house.as(as).get('/api/meetings/actions')
    const { actions: seen } = body as { actions: MyAction[] }
    return seen.filter((one) => one.what === 'Nabellen').map(({ id, isOwnerless }) => ({ id, isOwnerless }))
  }
  const [before] = await open(nurse)
  const done = (as: string) => house.as(as).put(`/api/meetings/actions/${before?.id}`, { done: true })
  expect(before).toMatchObject({ isOwnerless: false })
  expect(await open(chair)).toEqual([])
  expect((await done(chair)).status).toBe(404)

  await house.db.delete(messages)
  await house.db.update(memberships).set({ until: '2026-03-15' }).where(eq(memberships.staffId, nurse))
  await remindOwners(house.deps)
  expect(await house.db.$count(messages, due)).toBe(0) // the lead has no account yet, and the nurse opens no list
  await giveAccount(chair)
  await remindOwners(house.deps)
  expect(await house.db.$count(messages, due)).toBe(1)
  expect(await open(chair)).toEqual([{ id: before?.id, isOwnerless: true }])
  expect(await open(outsider)).toEqual([])
  expect((await done(chair)).status).toBe(200)

  const owner = `/api/meetings/actions/${before?.id}/owner`
  const colleague = await makeStaff(house, { ...place, role: 'clinician' })
  const handTo = (ownerId: string) => house.as(chair).put(owner, { ownerId })
  expect(codeOf(await handTo(outsider))).toBe('unknown_member')
  expect((await house.as(colleague).put(owner, { ownerId: colleague })).status).toBe(404)
  const handed = await handTo(colleague)
  expect(await open(colleague)).toEqual([{ id: before?.id, isOwnerless: false }])
  expect(await open(chair)).toEqual([])
  expect((await house.as(colleague).put(`${owner}/undone`, handed.body)).status).toBe(404)
  expect((await house.as(chair).put(`${owner}/undone`, handed.body)).status).toBe(200)
  expect(await open(chair)).toEqual([{ id: before?.id, isOwnerless: true }])

  const thatOne = eq(actions.id, before?.id ?? '')
  await house.db.update(actions).set({ doneAt: null }).where(thatOne)
  const again = await handTo(colleague)
  expect((await done(colleague)).status).toBe(200) // what somebody has done is not taken from them
  expect(codeOf(await house.as(chair).put(`${owner}/undone`, again.body))).toBe('changed_elsewhere')
  const third = await makeStaff(house, { ...place, role: 'clinician' })
  await house.db.update(actions).set({ doneAt: null, ownerId: third }).where(thatOne)
  expect(codeOf(await house.as(chair).put(`${owner}/undone`, again.body))).toBe('changed_elsewhere')
  expect(await open(third)).toEqual([{ id: before?.id, isOwnerless: false }])
  await house.db.update(actions).set({ ownerId: nurse }).where(thatOne)

  await house.db.update(memberships).set({ until: null }).where(eq(memberships.staffId, nurse))
  expect(await open(chair)).toEqual([])
})

it('lets whoever planned a meeting take that back, as long as nothing hangs on it', async () => {
  const mistaken = () => house.as(chair).delete(path())
  expect((await house.as(nurse).delete(path())).status).toBe(404)
  await put(null)
  expect(codeOf(await mistaken())).toBe('meeting_used')
  meetingId = await plan('mdo')
  const planned = (minutesAgo: number) => {
    const createdAt = new Date(house.deps.now().getTime() - minutesAgo * 60_000).toISOString()
    return house.db.update(meetings).set({ createdAt }).where(eq(meetings.id, meetingId))
  }
  await planned(11)
  expect(codeOf(await mistaken()), 'others count on it by then').toBe('too_late')
  await planned(9)
  expect((await mistaken()).status).toBe(200)
  expect((await house.as(chair).get(path())).status).toBe(404)
})

it('keeps every meeting that has not ended on the list, however many have', async () => {
  const [row] = await house.db.select().from(meetings).where(eq(meetings.id, meetingId))
  const closedAt = '2026-03-21T13:30:00.000Z'
  const over = Array.from({ length: 61 }, (_, number) => `mee_over${number}`).flatMap((id) =>
    row ? [{ ...row, id, series: id, startsAt: closedAt, closedAt }] : [],
  )
  await house.db.insert(meetings).values(over)
  const listed = (await house.as(chair).get('/api/meetings')).body as { meetings: MeetingRow[] }
  expect(listed.meetings.map(({ id }) => id)).toContain(meetingId)
  expect(listed.meetings.filter((one) => one.closedAt === closedAt)).toHaveLength(60)
  await house.db.delete(meetings).where(like(meetings.id, 'mee_over%'))
})

it('takes who can be a member by the day where the house is', async () => {
  house.goTo('2026-03-16T23:30:00Z') // already the seventeenth in Amsterdam
  const begins = await makeStaff(house, { organisationId: place.organisationId, role: 'analyst' })
  await house.db.update(memberships).set({ from: '2026-03-17' }).where(eq(memberships.staffId, begins))
  meetingId = await plan('steering', { memberIds: [begins] })
  await house.db.update(memberships).set({ from: '2026-03-18' }).where(eq(memberships.staffId, begins))
  const wanted = { chairId: chair, memberIds: [] }
  expect((await house.as(chair).put(path('/people'), wanted)).status).toBe(200)
  const again = await house.as(chair).put(path('/people'), { chairId: chair, memberIds: [begins] })
  expect(codeOf(again)).toBe('unknown_member')
})
