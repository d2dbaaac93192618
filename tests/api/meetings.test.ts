import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { makeEnrolment, makeStaff } from '../support/factories.ts'
import { openHouse } from '../support/house.ts'
import { openTalk } from '../support/talk.ts'

const house = await openHouse({ now: '2026-03-16T08:00:00Z' })
const talk = await openTalk(house)
const { place, radiology, chair, colleague, guest, stranger, now, plan, list, look, item, write, confirm } =
  talk
afterAll(() => house.close())
beforeEach(talk.renew)

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
    expect((await house.as(stranger).get(`/api/meetings/${now.meetingId}`)).status).toBe(404)
    expect((await house.as(stranger).get(item())).status).toBe(404)
    expect((await house.as(guest).get(`/api/clinic/patients/${now.person.patientId}`)).status).toBe(404)
    expect((await house.as(guest).get(`/api/meetings/${now.meetingId}/proposals`)).status).toBe(404)
    const wanted = { enrolmentId: now.person.enrolmentId, question: 'Opereren?' }
    expect((await house.as(guest).post(`/api/meetings/${await plan()}/items`, wanted)).status).toBe(404)
  })

  it('is no guest any more a week after the meeting, though the chair never ended it', async () => {
    now.meetingId = await plan({ startsAt: '2026-03-06T12:30' })
    now.itemId = await list()
    expect((await look(guest)).items[0]?.patient).toBeNull()
    expect((await house.as(guest).get(item())).status).toBe(404)
    expect((await look(colleague)).items[0]?.patient?.familyName).toBe('Zonneveld')
  })

  it('is no guest once the meeting has ended, even of whom nothing was decided about', async () => {
    await house.as(chair).put(`/api/meetings/${now.meetingId}/ended`)
    expect((await look(guest)).items[0]?.patient).toBeNull()
    expect((await house.as(guest).get(item())).status).toBe(404)
  })

  it('is nobody who cares for the patient in another team, once the chair has confirmed', async () => {
    const { patientId } = now.person
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
        .where(and(eq(auditEvents.type, type), eq(auditSubjects.patientId, now.person.patientId)))
    await house.as(colleague).get(`/api/meetings/for/${now.person.enrolmentId}`)
    expect(await looks('meeting.lists-read')).toHaveLength(1)
    const todo = { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' }
    await house.as(colleague).post(`${item()}/actions`, todo)
    await house.as(guest).get('/api/meetings/actions')
    expect(await looks('meeting.actions-read')).toHaveLength(1)
    await house.as(chair).put(`/api/meetings/${now.meetingId}/ended`)
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

describe('who belongs to a meeting', () => {
  const change = (as: string, chairId: string, memberIds: string[]) =>
    house.as(as).put(`/api/meetings/${now.meetingId}/people`, { chairId, memberIds })

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
    expect((await house.as(guest).get(`/api/meetings/${now.meetingId}`)).status).toBe(404)
    expect((await house.as(colleague).put(`/api/meetings/${now.meetingId}/ended`)).status).toBe(200)
    expect(await change(chair, chair, [])).toMatchObject({ status: 409, body: { code: 'meeting_over' } })
  })

  it('is taken back by whoever changed it, for ten minutes and while nobody changed it again', async () => {
    const path = `/api/meetings/${now.meetingId}/people/undone`
    const before = await look(chair)
    const undo = (as: string, { body }: { body: unknown }) => house.as(as).put(path, body)
    const given = await change(chair, colleague, []) // the chair goes, and so does the guest of another team
    expect((await house.as(chair).get(`/api/meetings/${now.meetingId}`)).status).toBe(404)
    expect((await undo(colleague, given)).status).toBe(404)
    expect((await undo(chair, given)).status).toBe(200)
    expect(await look(chair)).toMatchObject({ chair: before.chair, members: before.members })
    expect(await undo(chair, given)).toMatchObject({ status: 409, body: { code: 'changed_elsewhere' } })
    const both = await Promise.all([change(chair, chair, [colleague]), change(chair, chair, [stranger])])
    // At once one of them is refused, one after the other the last holds: never the people of both.
    expect([200, 409]).toContain(Math.max(...both.map(({ status }) => status)))
    expect(both.map(({ status }) => status)).toContain(200)
    expect((await look(chair)).members).toHaveLength(2)
    const later = await change(chair, chair, [colleague])
    house.pass(11 * 60_000)
    expect(await undo(chair, later)).toMatchObject({ status: 409, body: { code: 'too_late' } })
  })

  it('is somebody who can: a chair of the team, members who treat patients, and whoever was there or has to do something', async () => {
    const elsewhere = await makeStaff(house, { organisationId: place.organisationId, role: 'analyst' })
    expect(await change(chair, guest, [])).toMatchObject({ status: 422, body: { code: 'unknown_chair' } })
    expect(await change(chair, chair, [elsewhere])).toMatchObject({
      status: 422,
      body: { code: 'unknown_member' },
    })
    await house.as(chair).put(`/api/meetings/${now.meetingId}/members/${guest}`, { present: true })
    expect(await change(chair, chair, [colleague])).toMatchObject({
      status: 422,
      body: { code: 'member_stays' },
    })
    expect((await look(chair)).members).toHaveLength(3)
    expect((await change(chair, chair, [guest])).status).toBe(200)
  })
})
