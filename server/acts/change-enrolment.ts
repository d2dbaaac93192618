import { eq } from 'drizzle-orm'
import { localDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { enrolments } from '../db/schema/care.ts'
import { versionNow } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import { type FormerChoice, keepFormer } from '../enrolments/former-choices.ts'
import { type Enrolment, ownEnrolment } from '../enrolments/store.ts'
import { conflict } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { checkClinician, checkedOption, teamOf } from './enrol.ts'
import { planEnrolments, versionsOfPatients } from './plan-enrolment.ts'

/** What is absent stays; null takes the choice back. */
export type EnrolmentChange = {
  treatmentOption?: string | null | undefined
  leadClinicianId?: string | null | undefined
}

/**
 * Chooses the treatment option or the lead clinician of an enrolment in one of the caller's teams; what is asked
 * follows the treatment. Refuses (422) what the patient group or the team does not have, and (409) an ended enrolment.
 */
export async function changeEnrolment(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>,
  ctx: Ctx,
  id: string,
  { treatmentOption, leadClinicianId }: EnrolmentChange,
): Promise<void> {
  const { patientId, teamId } = await ownEnrolment(deps.db, ctx, id, deps.now())
  const versions = await versionsOfPatients(deps, [patientId])
  const { zone } = await teamOf(deps.db, ctx, teamId)
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const before = await ownEnrolment(tx, ctx, id, deps.now())
    if (before.endedOn) throw conflict('enrolment_ended', 'This care path has ended')
    const { set } = await versionNow(tx, versions, before.setVersionId)
    if (treatmentOption) checkedOption(set, treatmentOption)
    if (leadClinicianId) await checkClinician(tx, deps, teamId, leadClinicianId)
    const chosen = treatmentOption === undefined ? before.treatmentOption : treatmentOption
    const lead = leadClinicianId === undefined ? before.leadClinicianId : leadClinicianId
    const today = localDate(deps.now().toISOString(), zone)
    const chosenOn = chosen === before.treatmentOption ? before.treatmentChosenOn : chosen && today
    await tx
      .update(enrolments)
      .set({ treatmentOption: chosen, treatmentChosenOn: chosenOn, leadClinicianId: lead })
      .where(eq(enrolments.id, id))
    await keepFormer(tx, deps, formerOf(before, { chosen, lead, today }))
    await planEnrolments(tx, deps, versions, [id])
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'enrolment.changed',
      patients: [patientId],
      object: { type: 'enrolment', id },
      detail: { treatmentOption: chosen, leadClinicianId: lead },
    })
  })
}

/** What no longer holds from today on. */
function formerOf(
  before: Enrolment,
  { chosen, lead, today }: { chosen: string | null; lead: string | null; today: string },
): FormerChoice[] {
  const { id: enrolmentId, teamId, treatmentOption, treatmentChosenOn, leadClinicianId } = before
  const ended = { enrolmentId, teamId, until: today }
  const treatment = { ...ended, kind: 'treatment', value: treatmentOption, from: treatmentChosenOn } as const
  const led = { ...ended, kind: 'lead', value: leadClinicianId, from: null } as const
  return [...(chosen === treatmentOption ? [] : [treatment]), ...(lead === leadClinicianId ? [] : [led])]
}
