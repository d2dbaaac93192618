import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { MyAction, Proposal } from '../../core/meetings/meeting-views.ts'
import { meetings } from '../../server/db/schema/meetings.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { openHouse } from '../support/house.ts'
import { codeOf, openTalk } from '../support/talk.ts'

const house = await openHouse({ now: '2026-03-16T08:00:00Z' })
const talk = await openTalk(house)
const { place, chair, colleague, guest, stranger, now, plan, list, look, item, write } = talk
afterAll(() => house.close())
beforeEach(talk.renew)

describe('the list', () => {
  it('takes a patient once, in an order that can be changed', async () => {
    const again = { enrolmentId: now.person.enrolmentId, question: 'Nog eens?' }
    expect(codeOf(await house.as(colleague).post(`/api/meetings/${now.meetingId}/items`, again))).toBe(
      'listed',
    )
    const first = now.itemId
    now.person = await makePerson(house, place)
    const second = await list()
    const order = (itemIds: string[]) =>
      house.as(guest).put(`/api/meetings/${now.meetingId}/order`, { itemIds })
    expect((await order([second, first])).status).toBe(200)
    expect((await look(chair)).items.map(({ id }) => id)).toEqual([second, first])
    expect(codeOf(await order([second]))).toBe('list_changed')
    now.meetingId = await plan()
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
      const { body } = await house.as(chair).get(`/api/meetings/${now.meetingId}/proposals`)
      return (body as { proposals: Proposal[] }).proposals.find(
        (one) => one.enrolmentId === worse.enrolmentId,
      )
    }
    expect(await proposed()).toMatchObject({ concerns: ['worse'] })
    now.person = worse
    await list()
    expect(await proposed()).toBeUndefined()
  })

  it('goes on in the next meeting of its series with who was not decided about', async () => {
    now.meetingId = await plan({ everyWeeks: 1, startsAt: '2026-03-23T12:30' })
    now.itemId = await list()
    const todo = { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' }
    await house.as(colleague).post(`${item()}/actions`, todo)
    const { body } = await house.as(chair).put(`/api/meetings/${now.meetingId}/ended`)
    const { next } = body as { next: string }
    const following = await look(guest, next)
    expect(following.startsAt).toBe('2026-03-30T10:30:00.000Z') // half past twelve, in summer time
    expect(following.items).toMatchObject([{ question: 'Opereren?', state: 'open' }])
    expect((await look(guest)).items[0]).toMatchObject({ state: 'postponed', patient: null })
    expect(following.items[0]?.actions).toMatchObject([{ what: 'Bellen' }])
    expect((await look(chair)).items[0]?.actions).toEqual([])
    expect(await house.db.$count(meetings, eq(meetings.series, now.meetingId))).toBe(2)
    expect(codeOf(await house.as(chair).put(`/api/meetings/${now.meetingId}/ended`))).toBe('meeting_over')
  })
})

it('goes on where a patient stands on the next list already, with what was written on either', async () => {
  const first = await plan({ everyWeeks: 1, startsAt: '2026-03-23T12:30' })
  now.meetingId = await plan({ startsAt: '2026-03-30T12:30' })
  await house.db.update(meetings).set({ series: first }).where(eq(meetings.id, now.meetingId))
  now.itemId = await list()
  const next = { meetingId: now.meetingId, itemId: now.itemId }
  now.meetingId = first
  now.itemId = await list()
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
  now.meetingId = await plan({ everyWeeks: 1, startsAt: '2026-02-23T12:30' })
  const { body } = await house.as(chair).put(`/api/meetings/${now.meetingId}/ended`)
  expect((await look(chair, (body as { next: string }).next)).startsAt).toBe('2026-03-16T11:30:00.000Z')
})

describe('what somebody has to do', () => {
  const mine = async (as: string) =>
    ((await house.as(as).get('/api/meetings/actions')).body as { actions: MyAction[] }).actions.filter(
      (action) => action.meetingId === now.meetingId,
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
