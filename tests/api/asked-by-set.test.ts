import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { changeEnrolment } from '../../server/acts/change-enrolment.ts'
import { endEnrolment } from '../../server/acts/end-enrolment.ts'
import { enrol } from '../../server/acts/enrol.ts'
import type { CarePathPlan } from '../../server/care-path/read-plan.ts'
import { assessments, careEvents } from '../../server/db/schema/care.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { answer, type Care, everyday, joint, makeCare, makePath } from '../support/care.ts'
import { makeAppointment } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { signedInBrowser } from '../support/signed-in.ts'

let house: House
let care: Care
beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
})
afterEach(() => house.close())

/** The published set, as it would be with this in it. */
async function changeSet(change: (set: OutcomeSet) => object) {
  const isSet = eq(definitionVersions.definition, 'hip-knee-osteoarthritis')
  const [row] = await house.db.select().from(definitionVersions).where(isSet)
  if (!row) throw new Error('There is no such set')
  const content = JSON.stringify(change(JSON.parse(row.content) as OutcomeSet))
  await house.db.update(definitionVersions).set({ content }).where(isSet)
  care = await makeCare(house)
}

const planOf = async (enrolmentId: string) =>
  (await house.as(care.staffId).get(`/api/enrolments/${enrolmentId}/plan`)).body as CarePathPlan
const standing = async (enrolmentId: string) => {
  const isOf = and(eq(assessments.enrolmentId, enrolmentId), isNull(assessments.withdrawnAt))
  const rows = await house.db.select().from(assessments).where(isOf).orderBy(assessments.dueAt)
  return rows.map(({ moment }) => moment)
}

const given = (pain: number) => ({
  answers: {
    ...joint(pain, 2),
    ...everyday(pain, 2),
    'everyday-life': { life_mark: 5, health_now: 3 },
  },
})

test.each([
  [8, ['intake', 'check-up'], []],
  [1, ['intake'], ['other-score:hip-knee']],
])(
  'a pain of %i decides in the transaction of the answer whether a check-up asks',
  async (pain, asked, why) => {
    const ifScores = [
      { instrument: 'hip-knee', scale: 'pain', op: '>=', value: 5, within: 'P60D', ifUnknown: 'leave-out' },
    ]
    await changeSet((set) => ({
      ...set,
      moments: set.moments.map((one) => (one.id === 'check-up' ? { ...one, ifScores } : one)),
    }))
    const { enrolmentId, patientId } = await makePath(house, care, { intake: '2026-03-04T09:00:00.000Z' })
    const { organisationId, teamId } = care
    const startsAt = '2026-03-25T09:00:00.000Z'
    await makeAppointment(house, {
      organisationId,
      teamId,
      patientId,
      enrolmentId,
      kind: 'check-up',
      startsAt,
    })
    await changeEnrolment(house.deps, care.ctx, enrolmentId, {})
    expect(await standing(enrolmentId)).toEqual(['intake'])
    const before = (await planOf(enrolmentId)).not.filter(({ moment }) => moment === 'check-up')
    expect(before.map((one) => one.why)).toEqual([['no-score:hip-knee']])
    await answer(house, care.ctx, enrolmentId, 'intake', given(pain))
    expect(await standing(enrolmentId)).toEqual(asked)
    const { not } = await planOf(enrolmentId)
    expect(not.filter(({ moment }) => moment === 'check-up').flatMap((one) => one.why)).toEqual(why)
  },
)

test('what one care path asks leaves less room for the other, and more once it ends', async () => {
  await changeSet((set) => ({ ...set, questionCap: { perDay: 25, beyond: 'leave-out' } }))
  const { organisationId, teamId, ctx } = care
  const startsAt = '2026-03-25T09:00:00.000Z'
  const first = await makePath(house, care, { intake: startsAt })
  const { patientId } = first
  await changeEnrolment(house.deps, ctx, first.enrolmentId, {})
  house.pass(60_000)
  const { enrolmentId } = await enrol(house.deps, ctx, { patientId, teamId, side: 'left' })
  await makeAppointment(house, { organisationId, teamId, patientId, enrolmentId, kind: 'intake', startsAt })
  await changeEnrolment(house.deps, ctx, enrolmentId, {})
  expect([await standing(first.enrolmentId), await standing(enrolmentId)]).toEqual([['intake'], []])
  expect((await planOf(enrolmentId)).not).toContainEqual(
    expect.objectContaining({ moment: 'intake', why: ['beyond-cap:25'] }),
  )
  await endEnrolment(house.deps, ctx, first.enrolmentId, { reason: 'withdrawn' })
  expect(await standing(enrolmentId)).toEqual(['intake'])
})

test('a date that the patient knows, or a colleague enters, moves what hangs on it', async () => {
  const HERE = 'http://localhost:3000'
  await changeSet((set) => ({
    ...set,
    patientDates: [{ id: 'hoped-for', title: { nl: 'Datum van de operatie', en: 'Date of the operation' } }],
    moments: set.moments.map((one) =>
      one.id === 'check-up'
        ? { ...one, anchor: { kind: 'patient-date', name: 'hoped-for' }, opens: '-P14D', due: 'P0D' }
        : one,
    ),
  }))
  const { enrolmentId, patientId } = await makePath(house, care, { intake: '2026-03-04T09:00:00.000Z' })
  const checkUp = async () => (await planOf(enrolmentId)).assessments.find((one) => one.moment === 'check-up')
  expect((await planOf(enrolmentId)).not).toContainEqual(
    expect.objectContaining({ moment: 'check-up', why: ['no-date:hoped-for'] }),
  )
  const browser = await signedInBrowser(house, HERE, patientId)
  const tell = (on: string) => browser.post(`${HERE}/mijn/date`, { path: enrolmentId, name: 'hoped-for', on })
  expect((await tell('1-6-2026')).text).toContain('Nu: 1 jun 2026.')
  expect(await checkUp()).toMatchObject({ opensAt: '2026-05-17T22:00:00.000Z', status: 'planned' })
  expect((await planOf(enrolmentId)).dates).toMatchObject([{ on: '2026-06-01', source: 'patient' }])
  const wrong = await tell('31-2-2026')
  expect(wrong).toMatchObject({ status: 422 })
  expect(wrong.text).toContain('value="31-2-2026"')
  expect((await tell('1-6-2062')).status).toBe(422)
  const byStaff = (on: string | null, name = 'hoped-for') =>
    house.as(care.staffId).put(`/api/enrolments/${enrolmentId}/dates/${name}`, { on })
  expect((await byStaff('2026-06-08')).status).toBe(204)
  expect(await checkUp()).toMatchObject({ opensAt: '2026-05-24T22:00:00.000Z', status: 'planned' })
  expect((await byStaff('2026-06-08', 'another')).status).toBe(404)
  const [told] = await house.db.select().from(careEvents).where(eq(careEvents.meaning, 'date:hoped-for'))
  const events = `/api/enrolments/${enrolmentId}/events`
  expect((await house.as(care.staffId).delete(`${events}/${told?.id}`)).status).toBe(404)
  await byStaff(null)
  expect(await checkUp()).toMatchObject({ status: 'withdrawn' })
  // Taken by a server whose clock runs ahead.
  await house.db.update(careEvents).set({ changedAt: '2026-03-02T08:05:00.000Z' })
  expect((await byStaff('2026-06-15')).status).toBe(204)
  expect((await planOf(enrolmentId)).dates).toMatchObject([{ on: '2026-06-15' }])
  await byStaff(null)
  const stranger = await makePath(house, care)
  const other = await signedInBrowser(house, HERE, stranger.patientId)
  await other.post(`${HERE}/mijn/date`, { path: enrolmentId, name: 'hoped-for', on: '1-6-2026' })
  expect((await planOf(enrolmentId)).dates).toMatchObject([{ on: null }])
})
