import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClinicDay } from '../../core/consult/clinic-day.ts'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { discussions } from '../../server/db/schema/outcomes.ts'
import { answer, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { makeAppointment } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse({ now: '2027-07-01T08:00:00Z' })
})
afterAll(() => house.close())

it("the answer to talk about is that of today's appointment, the latest while nothing is asked since, or one from before", async () => {
  const elsewhere = await makeCare(house)
  const { patientId, enrolmentId, appointmentId } = await makePath(house, elsewhere, {
    treatment: 'conservative',
    intake: '2027-07-06T09:00:00.000Z',
  })
  const { responseId } = await answer(house, elsewhere.ctx, enrolmentId, 'intake', {
    answers: { ...joint(3, 3), ...everyday(3, 3), ...life(6, 3) },
  })
  const seen = async () => {
    const { body } = await house.as(elsewhere.staffId).get(`/api/clinic/patients/${patientId}`)
    const { visit, answer: shown } = body as OnePager
    return { visit, place: shown?.place, responseId: shown?.responseId }
  }
  expect(await seen()).toEqual({ visit: null, place: 'latest', responseId })
  house.goTo('2027-07-06T07:00:00Z')
  expect(await seen()).toEqual({ visit: appointmentId, place: 'today', responseId })
  const { organisationId, teamId } = elsewhere
  const soon = await makeAppointment(house, {
    organisationId,
    teamId,
    patientId,
    enrolmentId,
    startsAt: '2027-07-20T10:00:00.000Z',
  })
  house.goTo('2027-07-20T08:00:00Z')
  expect(await seen()).toEqual({ visit: soon, place: 'today', responseId }) // nobody discussed it yet
  await house.as(elsewhere.staffId).put(`/api/consults/responses/${responseId}/discussed`)
  expect((await seen()).place).toBe('today')
  const row = async () => {
    const { body } = await house.as(elsewhere.staffId).get('/api/clinic?day=2027-07-20')
    return (body as ClinicDay).rows.map(({ standing, responseId: of, next }) => [standing.state, of, next])
  }
  expect(await row()).toEqual([['discussed', responseId, 'none']])
  await house.db.update(discussions).set({ discussedAt: '2027-07-06T09:10:00.000Z' })
  expect((await seen()).place).toBe('earlier') // discussed at the visit that it was asked for
  expect(await row()).toEqual([['notAsked', null, 'look-why']])

  house.goTo('2027-12-01T08:00:00Z')
  const later = await makeAppointment(house, {
    organisationId,
    teamId,
    patientId,
    enrolmentId,
    startsAt: '2027-12-01T10:00:00.000Z',
  })
  expect(await seen()).toEqual({ visit: later, place: 'earlier', responseId })
})
