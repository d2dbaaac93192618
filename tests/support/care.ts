import { and, eq, isNull } from 'drizzle-orm'
import { enrol } from '../../server/acts/enrol.ts'
import { enterStage } from '../../server/acts/enter-stage.ts'
import { submitResponse } from '../../server/acts/submit-response.ts'
import type { Ctx } from '../../server/ctx.ts'
import { appointments, assessments, enrolments } from '../../server/db/schema/care.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { staffContext } from '../../server/staff/context.ts'
import { makeAppointment, makeOrganisation, makePatient, makeStaff, makeTeam } from './factories.ts'
import type { House } from './house.ts'

/** A team with one clinician, who does what the tests need done by staff. */
export async function makeCare(house: House, outcomeSet = 'hip-knee-osteoarthritis') {
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId, { outcomeSet })
  const staffId = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const ctx = await staffContext(house.db, staffId, house.deps.now())
  if (!ctx) throw new Error('The clinician has no role')
  return { organisationId, teamId, staffId, ctx }
}
export type Care = Awaited<ReturnType<typeof makeCare>>

type PathOf = {
  patient?: Parameters<typeof makePatient>[2]
  treatment?: string
  intake?: string
  first?: string
  side?: string
}

/**
 * A patient on the path of the team, with an intake appointment at `intake` (an instant). `first` is what the set calls
 * that kind of appointment and the stage that begins with it; `side` is '' where it has no sides.
 */
export async function makePath(
  house: House,
  care: Care,
  { patient, treatment, intake, first = 'intake', side = 'right' }: PathOf = {},
) {
  const { organisationId, teamId } = care
  const patientId = await makePatient(house, organisationId, patient)
  const startsAt = intake ?? house.deps.now().toISOString()
  const appointmentId = await makeAppointment(house, {
    organisationId,
    teamId,
    patientId,
    startsAt,
    kind: first,
  })
  const { enrolmentId } = await enrol(house.deps, care.ctx, {
    patientId,
    teamId,
    side,
    treatmentOption: treatment ?? null,
    leadClinicianId: care.staffId,
  })
  await house.db.update(appointments).set({ enrolmentId }).where(eq(appointments.id, appointmentId))
  await enterStage(house.deps, care.ctx, enrolmentId, { stage: first, enteredOn: startsAt.slice(0, 10) })
  return { patientId, enrolmentId, appointmentId }
}

type Given = {
  answers: Record<string, Record<string, unknown>>
  topics?: string[]
  topicText?: string
  urgent?: boolean
  respondent?: string
}

/** Answers one moment now, through the program's own use case. */
export async function answer(house: House, ctx: Ctx, enrolmentId: string, moment: string, given: Given) {
  const [asked] = await house.db
    .select({
      assessmentId: assessments.id,
      patientId: assessments.patientId,
      teamId: assessments.teamId,
      setVersionId: assessments.setVersionId,
      organisationId: enrolments.organisationId,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(eq(assessments.enrolmentId, enrolmentId), eq(assessments.moment, moment), isNull(responses.id)),
    )
    .orderBy(assessments.dueAt)
  if (!asked) throw new Error(`Nothing to answer at ${moment}`)
  const target = {
    ...asked,
    enrolmentId,
    moment,
    timeZone: 'Europe/Amsterdam',
    responseId: null,
    submittedAt: null,
    submitHash: null,
  }
  const { responseId } = await submitResponse(house.deps, ctx, target, {
    version: 0,
    respondent: 'patient',
    mode: 'web',
    language: 'nl',
    topics: [],
    topicText: null,
    urgent: false,
    ...given,
  })
  return { responseId, assessmentId: asked.assessmentId }
}

/** Answers to the hip-and-knee questions: pain 0–10, getting about 0 (not at all) to 4 (easily). */
export const joint = (pain: number, about: number) => ({
  'hip-knee': {
    pain_walking: pain,
    pain_rest: pain,
    pain_night: pain,
    stairs: about,
    rising: about,
    trust: about * 2,
  },
})
export const everyday = (pain: number, about: number) => ({
  'everyday-body': { pain, fatigue: pain, outside: about, household: about, taking_part: about },
})
export const life = (mark: number, health: number) => ({
  'everyday-life': { life_mark: mark, health_now: health },
})
