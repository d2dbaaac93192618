import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Meeting } from '../../core/meeting.ts'
import type { MyAction, Proposal } from '../../core/meeting-views.ts'
import type { OnePager } from '../../core/one-pager.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { meetings } from '../../server/db/schema/meetings.ts'
import { agreements, discussions } from '../../server/db/schema/outcomes.ts'
import { makeCourse, makePerson, type Person } from '../support/cohort.ts'
import { makeEnrolment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let place: { organisationId: string; teamId: string }
let chair: string
let colleague: string
let guest: string
let radiology: string
let stranger: string
let person: Person
let meetingId: string
let itemId: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-16T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  radiology = await makeTeam(house, organisationId, { name: 'Radiologie' })
  chair = await makeStaff(house, { ...place, role: 'team-lead', name: 'Evert Talsma' })
  colleague = await makeStaff(house, { ...place, role: 'clinician' })
  guest = await makeStaff(house, { organisationId, teamId: radiology, role: 'clinician', name: 'Rik Ruys' })
  stranger = await makeStaff(house, { organisationId, teamId: radiology, role: 'clinician' })
})
afterAll(() => house.close())

beforeEach(async () => {
  person = await makePerson(house, place, { patient: { familyName: 'Zonneveld' } })
  meetingId = await plan()
  itemId = await list()
})

async function plan(more: Record<string, unknown> = {}): Promise<string> {
  const given = { teamId: place.teamId, title: 'MDO', startsAt: '2026-03-16T12:30', minutes: 45 }
  const wanted = { ...given, everyWeeks: 0, chairId: chair, memberIds: [colleague, guest], ...more }
  const { status, body } = await house.as(chair).post('/api/meetings', wanted)
  expect(status).toBe(201)
  return (body as { id: string }).id
}

async function list(as = colleague): Promise<string> {
  const wanted = { enrolmentId: person.enrolmentId, question: 'Opereren?' }
  const { status, body } = await house.as(as).post(`/api/meetings/${meetingId}/items`, wanted)
  expect(status).toBe(201)
  return (body as { id: string }).id
}

const look = async (as: string, id = meetingId) =>
  (await house.as(as).get(`/api/meetings/${id}`)).body as Meeting
const item = () => `/api/meetings/${meetingId}/items/${itemId}`
const nothing = { situation: null, reason: null, patientPart: null, sentence: null }
const write = (as: string, version: number, more: Record<string, unknown> = {}) =>
  house.as(as).put(item(), { version, question: 'Opereren?', decision: 'Nog oefenen.', ...nothing, ...more })
const seenActions = async () =>
  ((await look(chair)).items.find(({ id }) => id === itemId)?.actions ?? []).map(({ id }) => id)
const confirm = async (as: string, version: number, actionIds?: string[]) =>
  house.as(as).put(`${item()}/confirmed`, { version, actionIds: actionIds ?? (await seenActions()) })
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code

describe('who sees who it is', () => {
  it('is whoever belongs to the meeting, until the chair has confirmed', async () => {
    for (const who of [chair, colleague, guest])
      expect((await look(who)).items[0]?.patient?.familyName).toBe('Zonneveld')
    expect((await house.as(guest).get(item())).status).toBe(200)

    await write(guest, 0)
    expect((await confirm(chair, 1)).status).toBe(200)

    const [seen] = (await look(guest)).items
    expect(seen).toMatchObject({
      patient: null,
      patientId: null,
      state: 'confirmed',
      decision: 'Nog oefenen.',
    })
    expect(JSON.stringify(await look(guest))).not.toContain('Zonneveld')
    expect((await house.as(guest).get(item())).status).toBe(404)
    expect((await look(colleague)).items[0]?.patient?.familyName).toBe('Zonneveld') // in care
    expect((await house.as(colleague).get(item())).status).toBe(200)
  })

  it('is nobody else, and a guest gets no further than the meeting', async () => {
    expect((await house.as(stranger).get(`/api/meetings/${meetingId}`)).status).toBe(404)
    expect((await house.as(stranger).get(item())).status).toBe(404)
    expect((await house.as(guest).get(`/api/clinic/patients/${person.patientId}`)).status).toBe(404)
    expect((await house.as(guest).get(`/api/meetings/${meetingId}/proposals`)).status).toBe(404)
    const wanted = { enrolmentId: person.enrolmentId, question: 'Opereren?' }
    expect((await house.as(guest).post(`/api/meetings/${await plan()}/items`, wanted)).status).toBe(404)
  })

  it('is no guest any more a week after the meeting, though the chair never ended it', async () => {
    meetingId = await plan({ startsAt: '2026-03-06T12:30' })
    itemId = await list()
    expect((await look(guest)).items[0]?.patient).toBeNull()
    expect((await house.as(guest).get(item())).status).toBe(404)
    expect((await look(colleague)).items[0]?.patient?.familyName).toBe('Zonneveld')
  })

  it('is no guest once the meeting has ended, even of whom nothing was decided about', async () => {
    await house.as(chair).put(`/api/meetings/${meetingId}/ended`)
    expect((await look(guest)).items[0]?.patient).toBeNull()
    expect((await house.as(guest).get(item())).status).toBe(404)
  })

  it('is nobody who cares for the patient in another team, once the chair has confirmed', async () => {
    const { patientId } = person
    const elsewhere = { organisationId: place.organisationId, teamId: radiology }
    await makeEnrolment(house, { patientId, ...elsewhere, side: 'left' })
    expect((await house.as(guest).get(`/api/clinic/patients/${patientId}`)).status).toBe(200)
    await write(guest, 0)
    await confirm(chair, 1)
    expect((await look(guest)).items[0]).toMatchObject({ patient: null, patientId: null })
    expect((await house.as(guest).get(item())).status).toBe(404)
  })

  it('stands in the log, each look: also at a list on which nobody is named, and at what is to be done', async () => {
    const looks = (type: string) =>
      house.db
        .select({ patientId: auditSubjects.patientId })
        .from(auditEvents)
        .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
        .where(and(eq(auditEvents.type, type), eq(auditSubjects.patientId, person.patientId)))
    await house.as(colleague).get(`/api/meetings/for/${person.enrolmentId}`)
    expect(await looks('meeting.lists-read')).toHaveLength(1)
    const todo = { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' }
    await house.as(colleague).post(`${item()}/actions`, todo)
    await house.as(guest).get('/api/meetings/actions')
    expect(await looks('meeting.actions-read')).toHaveLength(1)
    await house.as(chair).put(`/api/meetings/${meetingId}/ended`)
    await look(guest)
    expect(await looks('meeting.read')).toHaveLength(1)
  })

  it('stands in the log, a look at one of them too', async () => {
    await look(guest)
    await house.as(guest).get(item())
    const seen = await house.db
      .select({ type: auditEvents.type })
      .from(auditEvents)
      .where(eq(auditEvents.actorId, guest))
    const types = seen.map(({ type }) => type)
    expect(types).toContain('meeting.read')
    expect(types).toContain('meeting.patient-read')
  })
})

describe('a decision', () => {
  it('is confirmed by the chair only, in the version on screen, and then stands', async () => {
    expect(codeOf(await confirm(chair, 0))).toBe('no_decision')
    await write(colleague, 0)
    expect(await confirm(colleague, 1)).toMatchObject({ status: 403 })
    expect(codeOf(await confirm(chair, 0))).toBe('changed_elsewhere')
    expect((await confirm(chair, 1)).status).toBe(200)
    expect(codeOf(await confirm(chair, 1))).toBe('decided')
    expect(codeOf(await write(colleague, 1, { decision: 'Toch opereren.' }))).toBe('decided')
    expect(codeOf(await house.as(colleague).delete(item()))).toBe('decided')
  })

  it('of two who write at once, the second is told', async () => {
    expect((await write(colleague, 0)).status).toBe(200)
    const second = await write(guest, 0, { decision: 'Iets anders.' })
    expect([second.status, codeOf(second)]).toEqual([409, 'changed_elsewhere'])
    expect((await look(chair)).items[0]?.decision).toBe('Nog oefenen.')
  })

  it('confirmed twice at once gives one agreement, in the words that the chair chose', async () => {
    await write(colleague, 0, { sentence: 'U oefent nog drie maanden.' })
    const both = await Promise.all([confirm(chair, 1), confirm(chair, 1)])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const agreed = await house.db
      .select({ sentence: agreements.sentence })
      .from(agreements)
      .where(eq(agreements.enrolmentId, person.enrolmentId))
    expect(agreed).toEqual([{ sentence: 'U oefent nog drie maanden.' }])
  })

  it('is confirmed with the actions that are on screen, and then no action comes or goes', async () => {
    const todo = { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' }
    const add = () => house.as(colleague).post(`${item()}/actions`, todo)
    await write(colleague, 0)
    await add()
    expect(codeOf(await confirm(chair, 1, []))).toBe('changed_elsewhere')
    const before = (await look(chair)).items[0]
    expect(before).toMatchObject({ state: 'decided', confirmedAt: null })
    const onScreen = await seenActions() // read before either begins: it is what the chair sees
    const [adding, confirming] = await Promise.all([add(), confirm(chair, 1, onScreen)])
    const after = (await look(chair)).items[0]
    // Whichever came first, the other is told so: what was confirmed is what was on screen.
    const confirmedFirst = { adding: 'decided', confirming: undefined, actions: 1 }
    const addedFirst = { adding: undefined, confirming: 'changed_elsewhere', actions: 2 }
    expect([confirmedFirst, addedFirst]).toContainEqual({
      adding: codeOf(adding),
      confirming: codeOf(confirming),
      actions: after?.actions.length,
    })
  })

  it('says nothing about an answer that came after the meeting was held', async () => {
    meetingId = await plan({ startsAt: '2026-03-12T12:30' })
    itemId = await list()
    const course = { moment: 'check-up', on: '2026-03-15', came: 'completed' as const }
    const { responseId } = await makeCourse(house, person, course)
    await write(colleague, 0, { patientPart: 'present' })
    expect((await confirm(chair, 1)).status).toBe(200)
    expect(await house.db.$count(discussions, eq(discussions.responseId, responseId))).toBe(0)
  })

  it('is on the page of the patient, with who does what', async () => {
    const todo = { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' }
    expect((await house.as(colleague).post(`${item()}/actions`, todo)).status).toBe(201)
    await write(colleague, 0, { reason: 'Het doel is fietsen.', patientPart: 'wish-known' })
    const page = async () =>
      (await house.as(colleague).get(`/api/clinic/patients/${person.patientId}`)).body as OnePager
    expect((await page()).decisions).toEqual([])
    await confirm(chair, 1)
    expect((await page()).decisions).toMatchObject([
      {
        decision: 'Nog oefenen.',
        reason: 'Het doel is fietsen.',
        patientPart: 'wish-known',
        confirmedBy: 'Evert Talsma',
        actions: [{ what: 'Bellen', owner: 'Rik Ruys', doneAt: null }],
      },
    ])
  })

  it('counts the answer as discussed only where the patient took part', async () => {
    const course = { moment: 'check-up', on: '2026-03-10', came: 'completed' as const }
    const { responseId } = await makeCourse(house, person, course)
    const discussed = () => house.db.$count(discussions, eq(discussions.responseId, responseId))
    await write(colleague, 0, { patientPart: 'wish-known' })
    await confirm(chair, 1)
    expect(await discussed()).toBe(0)

    meetingId = await plan()
    itemId = await list()
    await write(colleague, 0, { patientPart: 'present' })
    await confirm(chair, 1)
    expect(await discussed()).toBe(1)
  })
})

describe('the list', () => {
  it('takes a patient once, in an order that can be changed', async () => {
    const again = { enrolmentId: person.enrolmentId, question: 'Nog eens?' }
    expect(codeOf(await house.as(colleague).post(`/api/meetings/${meetingId}/items`, again))).toBe('listed')
    const first = itemId
    person = await makePerson(house, place)
    const second = await list()
    const order = (itemIds: string[]) => house.as(guest).put(`/api/meetings/${meetingId}/order`, { itemIds })
    expect((await order([second, first])).status).toBe(200)
    expect((await look(chair)).items.map(({ id }) => id)).toEqual([second, first])
    expect(codeOf(await order([second]))).toBe('list_changed')
    meetingId = await plan()
    expect((await order([])).status).toBe(200)
  })

  it('is proposed from the board: who is worse and is not on it yet', async () => {
    const worse = await makePerson(house, place)
    for (const [on, value] of [
      ['2025-12-01', 2],
      ['2026-03-10', 9],
    ] as const)
      await makeCourse(house, worse, {
        moment: 'check-up',
        on,
        came: 'completed',
        scores: [{ instrument: 'hip-knee', scale: 'pain', value }],
      })
    const proposed = async () => {
      const { body } = await house.as(chair).get(`/api/meetings/${meetingId}/proposals`)
      return (body as { proposals: Proposal[] }).proposals.find(
        (one) => one.enrolmentId === worse.enrolmentId,
      )
    }
    expect(await proposed()).toMatchObject({ concerns: ['worse'] })
    person = worse
    await list()
    expect(await proposed()).toBeUndefined()
  })

  it('goes on in the next meeting of its series with who was not decided about', async () => {
    meetingId = await plan({ everyWeeks: 1, startsAt: '2026-03-23T12:30' })
    itemId = await list()
    const todo = { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' }
    await house.as(colleague).post(`${item()}/actions`, todo)
    const { body } = await house.as(chair).put(`/api/meetings/${meetingId}/ended`)
    const { next } = body as { next: string }
    const following = await look(guest, next)
    expect(following.startsAt).toBe('2026-03-30T10:30:00.000Z') // half past twelve, in summer time
    expect(following.items).toMatchObject([{ question: 'Opereren?', state: 'open' }])
    expect((await look(guest)).items[0]).toMatchObject({ state: 'postponed', patient: null })
    expect(following.items[0]?.actions).toMatchObject([{ what: 'Bellen' }])
    expect((await look(chair)).items[0]?.actions).toEqual([])
    expect(await house.db.$count(meetings, eq(meetings.series, meetingId))).toBe(2)
    expect(codeOf(await house.as(chair).put(`/api/meetings/${meetingId}/ended`))).toBe('meeting_over')
  })
})

it('goes on where a patient stands on the next list already, with what was written on either', async () => {
  const first = await plan({ everyWeeks: 1, startsAt: '2026-03-23T12:30' })
  meetingId = await plan({ startsAt: '2026-03-30T12:30' })
  await house.db.update(meetings).set({ series: first }).where(eq(meetings.id, meetingId))
  itemId = await list()
  const next = { meetingId, itemId }
  meetingId = first
  itemId = await list()
  await house.as(colleague).post(`${item()}/actions`, { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' })
  await write(colleague, 0, { question: 'Wie opereert?', situation: 'Slaapt slecht.' })
  const { body } = await house.as(chair).put(`/api/meetings/${first}/ended`)
  expect(body).toEqual({ next: next.meetingId })
  expect((await look(chair, next.meetingId)).items).toMatchObject([
    {
      id: next.itemId,
      question: 'Wie opereert? / Opereren?',
      situation: 'Slaapt slecht.',
      decision: 'Nog oefenen.',
      version: 1,
      actions: [{ what: 'Bellen' }],
    },
  ])
})

it('ended late, it comes again at its next turn that is still to come', async () => {
  meetingId = await plan({ everyWeeks: 1, startsAt: '2026-02-23T12:30' })
  const { body } = await house.as(chair).put(`/api/meetings/${meetingId}/ended`)
  expect((await look(chair, (body as { next: string }).next)).startsAt).toBe('2026-03-16T11:30:00.000Z')
})

describe('what somebody has to do', () => {
  const mine = async (as: string) =>
    ((await house.as(as).get('/api/meetings/actions')).body as { actions: MyAction[] }).actions.filter(
      (action) => action.meetingId === meetingId,
    )

  it('is on the list of who does it, who says that it is done', async () => {
    const todo = { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' }
    await house.as(colleague).post(`${item()}/actions`, todo)
    const [action] = await mine(guest)
    expect(action).toMatchObject({ what: 'Bellen', patientId: null, doneAt: null })
    const done = (as: string) => house.as(as).put(`/api/meetings/actions/${action?.id}`, { done: true })
    expect((await done(colleague)).status).toBe(404)
    expect((await done(guest)).status).toBe(200)
    expect((await mine(guest))[0]?.doneAt).not.toBeNull()
  })

  it('is somebody’s of the meeting', async () => {
    const todo = { what: 'Bellen', ownerId: stranger, dueOn: '2026-03-20' }
    expect(codeOf(await house.as(colleague).post(`${item()}/actions`, todo))).toBe('unknown_member')
  })
})

it('is planned with a chair of the team and members who treat patients', async () => {
  const refusedWith = async (more: Record<string, unknown>) => {
    const given = { teamId: place.teamId, title: 'MDO', startsAt: '2026-03-16T12:30', minutes: 45 }
    const wanted = { ...given, everyWeeks: 0, chairId: chair, memberIds: [], ...more }
    return codeOf(await house.as(chair).post('/api/meetings', wanted))
  }
  expect(await refusedWith({ chairId: guest })).toBe('unknown_chair')
  expect(await refusedWith({ memberIds: ['sta_nobody'] })).toBe('unknown_member')
  expect(await refusedWith({ startsAt: 'tomorrow' })).toBe('invalid')
  expect(await refusedWith({ startsAt: '2026-02-31T12:30' })).toBe('invalid')
  expect(await refusedWith({ startsAt: '2026-13-01T12:30' })).toBe('invalid')
  expect(await refusedWith({ teamId: 'tea_nobody' })).toBe('not_found')
})

describe('who belongs to a meeting', () => {
  const change = (as: string, chairId: string, memberIds: string[]) =>
    house.as(as).put(`/api/meetings/${meetingId}/people`, { chairId, memberIds })

  it('is changed by its chair and by the lead of the team, until it has ended', async () => {
    expect(await look(colleague)).toMatchObject({ mayChange: false })
    expect(await change(colleague, colleague, [])).toMatchObject({ status: 403, body: { code: 'not_chair' } })
    expect((await change(chair, colleague, [chair, stranger])).status).toBe(200)
    const changed = await look(stranger)
    expect(changed).toMatchObject({
      chair: { id: colleague },
      items: [{ patient: { familyName: 'Zonneveld' } }],
    })
    expect(changed.members.map(({ staffId }) => staffId).toSorted()).toEqual(
      [chair, colleague, stranger].toSorted(),
    )
    expect((await house.as(guest).get(`/api/meetings/${meetingId}`)).status).toBe(404)
    expect((await house.as(colleague).put(`/api/meetings/${meetingId}/ended`)).status).toBe(200)
    expect(await change(chair, chair, [])).toMatchObject({ status: 409, body: { code: 'meeting_over' } })
  })

  it('is somebody who can: a chair of the team, members who treat patients, and whoever was there or has to do something', async () => {
    const elsewhere = await makeStaff(house, { organisationId: place.organisationId, role: 'analyst' })
    expect(await change(chair, guest, [])).toMatchObject({ status: 422, body: { code: 'unknown_chair' } })
    expect(await change(chair, chair, [elsewhere])).toMatchObject({
      status: 422,
      body: { code: 'unknown_member' },
    })
    await house.as(chair).put(`/api/meetings/${meetingId}/members/${guest}`, { present: true })
    expect(await change(chair, chair, [colleague])).toMatchObject({
      status: 422,
      body: { code: 'member_stays' },
    })
    expect((await look(chair)).members).toHaveLength(3)
    expect((await change(chair, chair, [guest])).status).toBe(200)
  })
})
