import type { Measure } from '../../core/measure.ts'
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
 * measure ('unknown_measure'), the value is none of it ('outside_range', with the range) or the date is to come
 * ('in_future'); 409 ('changed_elsewhere') when somebody corrected it at the same time.
 */
export async function recordMeasure(deps: Tools, ctx: Ctx, given: Given): Promise<void> {
  const enrolment = await ownEnrolment(deps.db, ctx, given.enrolmentId)
  const { set } = await deps.definitions.version(enrolment.setVersionId)
  checkValue(
    set.measures.find(({ id }) => id === given.measure),
    given.value,
  )
  if (given.measuredOn > deps.now().toISOString().slice(0, 10))
    throw refused('in_future', 'This date is still to come')
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

function checkValue(measure: Measure | undefined, value: number) {
  if (!measure || measure.kind === 'scale')
    throw refused('unknown_measure', 'This care path has no such measure')
  const range = measure.kind === 'event' ? ([0, 1] as const) : measure.range
  const fits = measure.kind === 'event' ? value === 0 || value === 1 : value >= range[0] && value <= range[1]
  if (!fits) throw refused('outside_range', `Fill in a value from ${range[0]} to ${range[1]}`, { range })
}
