import { eq } from 'drizzle-orm'
import type { Ctx } from '../../../server/ctx.ts'
import { assessments } from '../../../server/db/schema/care.ts'
import { decideVisit } from '../../../server/triage/decide.ts'
import { answer, everyday, joint, life, makePath } from '../care.ts'
import { makeAppointment } from '../factories.ts'
import type { House } from '../house.ts'

type Place = { organisationId: string; teamId: string; staffId: string; ctx: Ctx }

/** A check-up to decide about, and one that a clinician wants by telephone. */
export async function makeVisits(house: House, place: Place, name: string) {
  const { appointmentId: decidableVisitId } = await makeCheckUp(house, place, name)
  const { appointmentId: decidedVisitId, responseId } = await makeCheckUp(house, place, name)
  await decideVisit(house.deps, place.ctx, { appointmentId: decidedVisitId, form: 'phone' })
  return { decidableVisitId, decidedVisitId, checkUpResponseId: responseId }
}

/** A check-up in three weeks, for which somebody in good health has answered. */
async function makeCheckUp(house: House, { organisationId, teamId, staffId, ctx }: Place, name: string) {
  const { patientId, enrolmentId } = await makePath(
    house,
    { organisationId, teamId, staffId, ctx },
    {
      intake: '2026-03-16T09:00:00.000Z',
      patient: { familyName: `Controle ${name}` },
    },
  )
  const of = { organisationId, teamId, patientId, enrolmentId }
  const checkUp = { ...of, kind: 'check-up', startsAt: '2026-03-23T09:00:00.000Z' }
  const appointmentId = await makeAppointment(house, checkUp)
  const { assessmentId, responseId } = await answer(house, ctx, enrolmentId, 'intake', {
    answers: { ...joint(1, 4), ...everyday(1, 4), ...life(9, 4) },
  })
  await house.db.update(assessments).set({ appointmentId }).where(eq(assessments.id, assessmentId))
  return { appointmentId, responseId }
}
