import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { agreements, discussions } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { makeCourse } from '../support/cohort.ts'
import { openHouse } from '../support/house.ts'
import { codeOf, openTalk } from '../support/talk.ts'

/** Patients can sign in and read what was agreed. */
const env = {
  PATIENT_ISSUER: 'https://id.example.nl',
  PATIENT_CLIENT_ID: 'uitkomst',
  PATIENT_CLIENT_SECRET: 'a secret of the provider',
}
const house = await openHouse({ now: '2026-03-16T08:00:00Z', env })
const talk = await openTalk(house)
const { chair, colleague, guest, now, plan, list, look, item, write, seenActions, confirm } = talk
afterAll(() => house.close())
beforeEach(talk.renew)

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
      .where(eq(agreements.enrolmentId, now.person.enrolmentId))
    expect(agreed).toEqual([{ sentence: 'U oefent nog drie maanden.' }])
  })

  it('says beforehand whether a mail tells the patient of it, to whoever knows who that is', async () => {
    const told = async (as: string) => (await look(as)).items[0]?.told
    expect([await told(chair), await told(guest)]).toEqual([true, true])
    const isPatient = eq(patients.id, now.person.patientId)
    await house.db
      .update(patients)
      .set({ mailOff: ['agreement'] })
      .where(isPatient)
    expect(await told(chair)).toBe(false)
    await house.db.update(patients).set({ mailOff: [], emailDeadAt: '2026-03-01T00:00:00Z' }).where(isPatient)
    expect(await told(guest)).toBe(false)
    await write(colleague, 0)
    await confirm(chair, 1)
    expect(await told(guest)).toBeNull() // no longer theirs to know
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
    now.meetingId = await plan({ startsAt: '2026-03-12T12:30' })
    now.itemId = await list()
    const course = { moment: 'check-up', on: '2026-03-15', came: 'completed' as const }
    const { responseId } = await makeCourse(house, now.person, course)
    await write(colleague, 0, { patientPart: 'present' })
    expect((await confirm(chair, 1)).status).toBe(200)
    expect(await house.db.$count(discussions, eq(discussions.responseId, responseId))).toBe(0)
  })

  it('is on the page of the patient, with who does what', async () => {
    const todo = { what: 'Bellen', ownerId: guest, dueOn: '2026-03-20' }
    expect((await house.as(colleague).post(`${item()}/actions`, todo)).status).toBe(201)
    await write(colleague, 0, { reason: 'Het doel is fietsen.', patientPart: 'wish-known' })
    const page = async () =>
      (await house.as(colleague).get(`/api/clinic/patients/${now.person.patientId}`)).body as OnePager
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
    const { responseId } = await makeCourse(house, now.person, course)
    const discussed = () => house.db.$count(discussions, eq(discussions.responseId, responseId))
    await write(colleague, 0, { patientPart: 'wish-known' })
    await confirm(chair, 1)
    expect(await discussed()).toBe(0)

    now.meetingId = await plan()
    now.itemId = await list()
    await write(colleague, 0, { patientPart: 'present' })
    await confirm(chair, 1)
    expect(await discussed()).toBe(1)
  })

  it('is taken back by the chair within ten minutes, with all that confirming wrote', async () => {
    const course = { moment: 'check-up', on: '2026-03-10', came: 'completed' as const }
    const { responseId } = await makeCourse(house, now.person, course)
    const left = async () => ({
      discussed: await house.db.$count(discussions, eq(discussions.responseId, responseId)),
      agreed: await house.db.$count(
        agreements,
        and(eq(agreements.enrolmentId, now.person.enrolmentId), isNull(agreements.withdrawnAt)),
      ),
    })
    await write(colleague, 0, { patientPart: 'present', sentence: 'U oefent door.' })
    await confirm(chair, 1)
    expect(await left()).toEqual({ discussed: 1, agreed: 1 })
    const undo = (as: string) => house.as(as).delete(`${item()}/confirmed`)
    expect((await undo(colleague)).status).toBe(403)
    expect((await undo(chair)).status).toBe(200)
    expect(await left()).toEqual({ discussed: 0, agreed: 0 })
    const open = (await look(guest)).items[0]
    expect(open).toMatchObject({ state: 'decided', decision: 'Nog oefenen.', version: 2 })
    expect(open?.patient?.familyName).toBe('Zonneveld')
    expect((await confirm(chair, 2)).status).toBe(200)
    expect(await left()).toEqual({ discussed: 1, agreed: 1 })
    house.pass(11 * 60_000)
    expect(codeOf(await undo(chair))).toBe('too_late')
  })
})
