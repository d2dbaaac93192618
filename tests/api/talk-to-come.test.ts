import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClinicFigures } from '../../core/consult/clinic-day.ts'
import type { TeamFunnel } from '../../core/figures/team-outcomes.ts'
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

/** What the clinic sees of the running month; the team sees a month once it is over. */
const seen = async () => {
  const { n, of } = ((await house.as(clinician).get('/api/clinic/figures')).body as ClinicFigures).discussed
  return { n, of }
}

const visit = (person: { patientId: string; enrolmentId: string }, startsAt: string) =>
  makeAppointment(house, { ...place, ...person, kind: 'check-up', startsAt })

it('counts a result once its appointment has begun, and from then on even when nobody opened it', async () => {
  const { person, assessmentId } = await answered('opened')
  const appointmentId = await visit(person, '2026-04-20T09:00:00.000Z')
  await house.db.update(assessments).set({ appointmentId }).where(eq(assessments.id, assessmentId))
  house.goTo('2026-03-18T08:00:00Z')
  expect(await seen()).toEqual({ n: 9, of: 9 })
  await house.db
    .update(appointments)
    .set({ startsAt: '2026-03-20T09:00:00.000Z' })
    .where(eq(appointments.id, appointmentId))
  house.goTo('2026-03-20T08:59:59Z')
  expect(await seen()).toEqual({ n: 9, of: 9 })
  house.goTo('2026-03-20T09:00:00Z')
  expect(await seen()).toEqual({ n: 9, of: 10 })
})

it('counts a result without an appointment at once, and one whose appointment was cancelled', async () => {
  house.goTo('2026-03-21T08:00:00Z')
  const before = await seen()
  const { person } = await answered('completed')
  expect(await seen()).toMatchObject({ of: before.of + 1 })
  const appointmentId = await visit(person, '2026-03-25T09:00:00.000Z')
  expect(await seen()).toMatchObject({ of: before.of })
  await house.db.update(appointments).set({ status: 'cancelled' }).where(eq(appointments.id, appointmentId))
  expect(await seen()).toMatchObject({ of: before.of + 1 })
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
  expect(await seen()).toEqual({ n: before.n + 1, of: before.of + 3 })
})

it('is counted by the team as by the clinic, once the month is over', async () => {
  const clinic = await seen()
  house.goTo('2026-04-02T08:00:00Z')
  const path = `/api/teams/${place.teamId}/funnel?from=2026-03&to=2026-03`
  const { total } = (await house.as(clinician).get(path)).body as TeamFunnel
  expect([total?.discussed.n, total?.discussed.of, total?.toCome]).toEqual([clinic.n, clinic.of, 0])
})
