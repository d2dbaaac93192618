import { localDate } from '../../core/dates.ts'
import {
  dayProblem,
  explainMeasureProblem,
  type MeasureProblem,
  valueProblem,
} from '../../core/measure-value.ts'
import { teamOf } from '../acts/enrol.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { isUniqueViolation } from '../db/errors.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, refused } from '../http/problem.ts'
import { addMeasures, measuresOf, replaceMeasures } from '../measures/store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>
type Given = { enrolmentId: string; measure: string; value: number; measuredOn: string }

/**
 * Enters a clinical measure, or corrects it: what stood there stays readable. 422 when the outcome set has no such
 * measure ('unknown_measure'), or the value or its day cannot be ('measure_wrong', with the field and its problem, the
 * same as in a file: core/measure-value.ts); 409 ('changed_elsewhere') when somebody corrected it at the same time.
 */
export async function recordMeasure(deps: Tools, ctx: Ctx, given: Given): Promise<void> {
  const enrolment = await ownEnrolment(deps.db, ctx, given.enrolmentId, deps.now())
  const { set } = await deps.definitions.version(enrolment.setVersionId)
  const { zone } = await teamOf(deps.db, ctx, enrolment.teamId)
  const measure = set.measures.find(({ id }) => id === given.measure)
  if (!measure || measure.kind === 'scale')
    throw refused('unknown_measure', 'This care path has no such measure')
  const today = localDate(deps.now().toISOString(), zone)
  mustFit('value', valueProblem(measure, given.value))
  mustFit('measuredOn', dayProblem(given.measuredOn, { startedOn: enrolment.startedOn, today }))
  const before = (await measuresOf(deps.db, [enrolment.id])).filter(
    ({ measure }) => measure === given.measure,
  )
  try {
    await deps.db.transaction(async (tx) => {
      await replaceMeasures(
        tx,
        deps,
        before.map(({ id }) => id),
      )
      await addMeasures(tx, deps, ctx, [given], 'staff')
      await record(tx, deps, ctx, {
        action: before.length > 0 ? 'U' : 'C',
        type: 'measure.recorded',
        patients: [enrolment.patientId],
        object: { type: 'enrolment', id: enrolment.id },
        detail: { measure: given.measure },
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('changed_elsewhere', 'Somebody else entered this just now')
    throw error
  }
}

function mustFit(field: 'value' | 'measuredOn', problem: MeasureProblem | null) {
  if (problem) throw refused('measure_wrong', explainMeasureProblem(problem, 'en'), { field, ...problem })
}
