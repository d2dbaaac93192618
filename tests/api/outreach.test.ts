import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { usualRule } from '../../core/mail/outreach.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { links, messages } from '../../server/db/schema/messages.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { calls } from '../../server/db/schema/outreach.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { memberships } from '../../server/db/schema/staff.ts'
import { everyday, joint, life } from '../support/care.ts'
import { makeStaff } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, post, submit } from '../support/outbox.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
let nurseId: string
let nurse: ReturnType<House['as']>
beforeEach(async () => {
  house = await openPostOffice()
  place = await makeTeamOfOwn(house)
  nurseId = await makeStaff(house, { ...place, role: 'clinician' })
  nurse = house.as(nurseId)
})
afterEach(() => house.close())

/** Somebody with a visit on 10 March, who can be called. */
async function makeCallable(given: Parameters<typeof makeAskedPatient>[2] = {}) {
  const person = await makeAskedPatient(house, place, given)
  const phone = house.deps.seal.close('06 0000 1234', `patient-phone:${person.patientId}`)
  await house.db.update(patients).set({ phone }).where(eq(patients.id, person.patientId))
  return person
}

type List = {
  maySetRule: boolean
  rows: { assessmentId: string; why: string; tries: number }[]
  yield: { calls: object }
}
const list = async () => (await nurse.get(`/api/outreach/${place.teamId}/calls`)).body as List
const called = async () => (await list()).rows.map(({ assessmentId, why }) => `${assessmentId} ${why}`)
const end = (assessmentId: string, outcome: string) =>
  nurse.post(`/api/outreach/${place.teamId}/calls/${assessmentId}`, { outcome })
const nearVisit = () => house.goTo('2026-03-08T09:00:00Z')

test('who was invited and did not answer is on the list shortly before the visit; who answered, declined or died is not', async () => {
  const silent = await makeCallable()
  const answered = await makeCallable()
  const declined = await makeCallable()
  await makeCallable({ deceasedOn: '2026-03-01' })
  await makeCallable({ optedOutAt: '2026-03-01T08:00:00.000Z' })
  const isDeclined = { declinedAt: '2026-03-03T08:00:00.000Z' }
  await house.db.update(assessments).set(isDeclined).where(eq(assessments.id, declined.assessmentId))
  await post(house)
  await submit(house, answered)
  expect(await called()).toEqual([])
  nearVisit()
  expect(await called()).toEqual([`${silent.assessmentId} visit-near`])
})

test('the number is seen only by who calls, and each look is in the log', async () => {
  const { assessmentId, patientId } = await makeCallable()
  nearVisit()
  expect(JSON.stringify(await list())).not.toContain('0000 1234')
  const path = `/api/outreach/${place.teamId}/calls/${assessmentId}/phone`
  expect((await nurse.get(path)).body).toEqual({ phone: '06 0000 1234' })
  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  expect((await manager.get(path)).status).toBe(403)
  const other = await makeTeamOfOwn(house)
  const stranger = house.as(await makeStaff(house, { ...other, role: 'clinician' }))
  expect((await stranger.get(path)).status).toBe(404)
  expect(
    (await stranger.post(`/api/outreach/${place.teamId}/calls/${assessmentId}`, { outcome: 'not-reached' }))
      .status,
  ).toBe(404)
  const looks = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'patient.phone-read'))
  expect(looks).toHaveLength(1)
  await house.db.update(patients).set({ phone: null }).where(eq(patients.id, patientId))
  expect(await called()).toEqual([])
})

test('a new link goes by the known way, and not where no mail arrives', async () => {
  const { assessmentId } = await makeCallable()
  const unmailed = await makeCallable({ email: null, emailKey: null })
  nearVisit()
  expect((await end(assessmentId, 'new-link')).status).toBe(200)
  expect((await end(assessmentId, 'new-link')).body).toMatchObject({ code: 'link_just_went' })
  const [waiting] = await house.db.select().from(messages).where(eq(messages.kind, 'new-link'))
  expect(waiting).toMatchObject({ channel: 'mail', sentAt: null })
  expect(await end(unmailed.assessmentId, 'new-link')).toMatchObject({
    status: 422,
    body: { code: 'no_mail' },
  })
  expect((await end(unmailed.assessmentId, 'will-answer')).body).toMatchObject({ code: 'no_way' })
  expect(await house.db.$count(calls)).toBe(1)
})

test('who does not want is asked no more, and a wrong number is forgotten', async () => {
  const [unwilling, wrong] = [await makeCallable(), await makeCallable()]
  nearVisit()
  await end(unwilling.assessmentId, 'does-not-want')
  await end(wrong.assessmentId, 'wrong-number')
  const [asked] = await house.db.select().from(assessments).where(eq(assessments.id, unwilling.assessmentId))
  expect(asked?.declinedAt).toBe('2026-03-08T09:00:00.000Z')
  const [person] = await house.db.select().from(patients).where(eq(patients.id, wrong.patientId))
  expect(person?.phone).toBeNull()
  expect(await called()).toEqual([])
})

test('who was not reached is there again the next day, and what was answered meanwhile cannot be recorded', async () => {
  const person = await makeCallable()
  nearVisit()
  await end(person.assessmentId, 'not-reached')
  expect(await called()).toEqual([])
  house.goTo('2026-03-09T09:00:00Z')
  expect((await list()).rows).toMatchObject([{ assessmentId: person.assessmentId, tries: 1 }])
  await submit(house, person)
  expect((await end(person.assessmentId, 'will-answer')).status).toBe(404)
})

const byPhone = {
  how: 'now',
  mode: 'phone',
  respondent: 'patient',
  language: 'nl',
  answers: { ...joint(5, 2), ...everyday(5, 2), ...life(6, 2) },
}

test('what a patient says on the phone is typed in by who calls, and counts for what calling brings', async () => {
  const [{ assessmentId, patientId }, begun] = [await makeCallable(), await makeCallable()]
  await submit(house, begun)
  await house.db
    .update(responses)
    .set({ submittedAt: null })
    .where(eq(responses.assessmentId, begun.assessmentId))
  nearVisit()
  expect((await end(assessmentId, 'answered-by-phone')).body).toEqual({ done: true })
  await end(begun.assessmentId, 'answered-by-phone')
  expect(await house.db.$count(links, eq(links.patientId, patientId))).toBe(0)
  house.pass(60_000)
  const [draft] = await house.db
    .select()
    .from(responses)
    .where(eq(responses.assessmentId, begun.assessmentId))
  const replaced = { [begun.assessmentId]: draft?.version }
  for (const id of [assessmentId, begun.assessmentId]) {
    const sent = await nurse.post(`/api/entries/${id}`, { ...byPhone, replaces: replaced[id] ?? null })
    expect([sent.status, sent.body]).toEqual([201, { outcome: 'sent', checked: false }])
  }
  const [answered] = await house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  expect(answered).toMatchObject({ mode: 'phone', enteredBy: nurseId })
  expect((await list()).yield.calls).toMatchObject({ times: 2, n: 1, started: 1, answered: 1, share: null })
})

test('what a pause holds back is not asked on the phone either', async () => {
  const { assessmentId } = await makeCallable()
  nearVisit()
  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  await manager.put('/api/messages/centre/pauses/hip-knee-osteoarthritis', { reason: 'Vragen kloppen niet' })
  expect(await called()).toEqual([])
  expect((await end(assessmentId, 'new-link')).status).toBe(404)
})

test('only the lead of the team sets how it reaches people', async () => {
  const lead = house.as(await makeStaff(house, { ...place, role: 'team-lead' }))
  const rule = { ...usualRule, callDaysBefore: null, fallbackDays: 2, costOfCall: 350 }
  const path = `/api/outreach/${place.teamId}/rule`
  expect((await nurse.put(path, rule)).status).toBe(403)
  const other = await makeTeamOfOwn(house)
  const membership = { id: 'mem_elsewhere', staffId: nurseId, teamId: other.teamId, role: 'team-lead' }
  await house.db.insert(memberships).values({ ...membership, from: '2020-01-01' })
  expect((await nurse.put(path, rule)).body).toMatchObject({ message: 'Only its lead may do this' })
  expect((await list()).maySetRule).toBe(false)
  expect((await lead.put(path, { ...rule, fallbackDays: 0 })).status).toBe(400)
  expect((await lead.put(path, rule)).status).toBe(200)
  const { assessmentId } = await makeCallable()
  await post(house)
  house.goTo('2026-03-04T09:00:00Z')
  expect(await called()).toEqual([`${assessmentId} no-answer`])
})
