import { afterEach, beforeEach, expect, test } from 'vitest'
import { usualRule } from '../../core/mail/outreach.ts'
import { makeStaff } from '../support/factories.ts'
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

const setGap = async (mailGapDays: number) =>
  house
    .as(await makeStaff(house, { ...place, role: 'team-lead' }))
    .put(`/api/outreach/${place.teamId}/rule`, { ...usualRule, mailGapDays })

/** Somebody who was mailed on Monday 2 March and answered; on Tuesday something else is to be asked. */
async function askAgain(closesAt = '2026-03-25T23:00:00.000Z') {
  const person = await makeAskedPatient(house, place)
  expect(await post(house)).toMatchObject({ sent: 1 })
  await submit(house, person)
  house.goTo('2026-03-03T08:00:00Z')
  const later = { moment: 'month-3', anchor: 'stage:surgery', opensAt: '2026-03-02T23:00:00.000Z' }
  await makeAssessment(house, { ...person, ...later, dueAt: closesAt, closesAt, appointmentId: null })
  return person
}

test('a team that wants three days between two mails has what may wait go on the third, and sees why', async () => {
  expect((await setGap(1)).status).toBe(400)
  expect((await setGap(3)).status).toBe(200)
  const { patientId } = await askAgain()
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })

  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  const waits = { until: '2026-03-05', days: 3 }
  const mail = async () => (await manager.get(`/api/messages?patient=${patientId}`)).body
  expect(await mail()).toMatchObject({ notMailed: [{ why: null, waits }], remindedLater: [] })
  expect((await manager.get('/api/messages/centre/dry-run')).body).toMatchObject({
    goes: 0,
    stays: 1,
    mails: [{ patient: { id: patientId }, why: null, waits }],
  })
  const { coming } = (await manager.get('/api/messages/centre')).body as {
    coming: { day: string; mails: object; waits: object }[]
  }
  expect(coming.slice(0, 3)).toEqual([
    { day: '2026-03-03', mails: {}, waits: { [SET]: 1 } },
    { day: '2026-03-04', mails: {}, waits: { [SET]: 1 } },
    { day: '2026-03-05', mails: { [SET]: 1 }, waits: {} },
  ])

  house.goTo('2026-03-04T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 0 })
  house.goTo('2026-03-05T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect((await outbox(house)).map(({ early }) => early)).toEqual([null, null])
})

test('what cannot wait goes, and it is said why', async () => {
  await setGap(3)
  const { patientId } = await askAgain('2026-03-04T23:00:00.000Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  expect((await manager.get(`/api/messages?patient=${patientId}`)).body).toMatchObject({
    messages: [{ state: 'sent', early: 'due' }, { early: null }],
  })
})
