import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClinicFigures } from '../../core/clinic-day.ts'
import type { TeamFunnel } from '../../core/team-outcomes.ts'
import { appointments, assessments } from '../../server/db/schema/care.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

// Of two colleagues with equal habits, the one whose patients answer early must not look the worse.

let house: House
let place: { organisationId: string; teamId: string }
let clinician: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-18T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  clinician = await makeStaff(house, { ...place, role: 'team-lead' })
  for (let number = 0; number < 9; number++) await answered('discussed')
})
afterAll(() => house.close())

const ANSWERED = '2026-03-16'

async function answered(came: 'completed' | 'opened' | 'discussed') {
  const person = await makePerson(house, place)
  return {
    person,
    ...(await makeCourse(house, person, { moment: 'intake', on: ANSWERED, came, staffId: clinician })),
  }
}

const seen = async () => {
  const funnel = await house.as(clinician).get(`/api/teams/${place.teamId}/funnel?from=2026-03&to=2026-03`)
  const clinic = await house.as(clinician).get('/api/clinic/figures')
  const { total } = funnel.body as TeamFunnel
  const { n, of } = (clinic.body as ClinicFigures).discussed
  expect([total?.discussed.n, total?.discussed.of]).toEqual([n, of])
  return { n, of, toCome: total?.toCome, opened: total?.steps.find(({ id }) => id === 'opened') }
}

const visit = (person: { patientId: string; enrolmentId: string }, startsAt: string) =>
  makeAppointment(house, { ...place, ...person, kind: 'check-up', startsAt })

it('counts a result once its appointment has begun, and from then on even when nobody opened it', async () => {
  const { person, assessmentId } = await answered('opened')
  const appointmentId = await visit(person, '2026-04-20T09:00:00.000Z')
  await house.db.update(assessments).set({ appointmentId }).where(eq(assessments.id, assessmentId))
  house.goTo('2026-03-18T08:00:00Z')
  expect(await seen()).toMatchObject({ n: 9, of: 9, toCome: 1, opened: { n: 9, of: 9, ofPrevious: null } })
  await house.db
    .update(appointments)
    .set({ startsAt: '2026-03-20T09:00:00.000Z' })
    .where(eq(appointments.id, appointmentId))
  house.goTo('2026-03-20T08:59:59Z')
  expect(await seen()).toMatchObject({ n: 9, of: 9, toCome: 1 })
  house.goTo('2026-03-20T09:00:00Z')
  expect(await seen()).toMatchObject({ n: 9, of: 10, toCome: 0, opened: { n: 10, of: 10 } })
})

it('counts a result without an appointment at once, and one whose appointment was cancelled', async () => {
  house.goTo('2026-03-21T08:00:00Z')
  const before = await seen()
  const { person } = await answered('completed')
  expect(await seen()).toMatchObject({ of: before.of + 1, toCome: 0 })
  const appointmentId = await visit(person, '2026-03-25T09:00:00.000Z')
  expect(await seen()).toMatchObject({ of: before.of, toCome: 1 })
  await house.db.update(appointments).set({ status: 'cancelled' }).where(eq(appointments.id, appointmentId))
  expect(await seen()).toMatchObject({ of: before.of + 1, toCome: 0 })
})

it('waits for no second visit, for none that is far off, and not where it was discussed before', async () => {
  house.goTo('2026-03-21T08:00:00Z')
  const before = await seen()
  const twice = await answered('completed')
  await visit(twice.person, '2026-03-19T09:00:00.000Z')
  await visit(twice.person, '2026-03-25T09:00:00.000Z')
  const far = await answered('completed')
  await visit(far.person, '2026-05-25T09:00:00.000Z')
  const early = await answered('discussed')
  await visit(early.person, '2026-03-25T09:00:00.000Z')
  expect(await seen()).toMatchObject({ n: before.n + 1, of: before.of + 3, toCome: 0 })
})
