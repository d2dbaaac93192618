import { UNDO_MS } from '../../core/consult/undo.ts'
import {
  dayProblem,
  explainMeasureProblem,
  type MeasureProblem,
  valueProblem,
} from '../../core/feeds/measure-value.ts'
import { localDate } from '../../core/time/dates.ts'
import { teamOf } from '../acts/enrol.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { isUniqueViolation } from '../db/errors.ts'
import type { Deps } from '../deps.ts'
import { type Enrolment, ownEnrolment } from '../enrolments/store.ts'
import { conflict, refused } from '../http/problem.ts'
import { addMeasures, measuresOf, replaceMeasures, takeBackMeasure } from '../measures/store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>
type Given = { measure: string; value: number; measuredOn: string }

/**
 * Enters clinical measures of a care path, or corrects them: what stood there stays readable. All or none: 422 when the
 * outcome set has no such measure ('unknown_measure'), or a value or its day cannot be ('measure_wrong', with the field
 * and its problem, the same as in a file: core/feeds/measure-value.ts); 409 ('changed_elsewhere') when somebody corrected one
 * at the same time.
 */
export async function recordMeasures(
  deps: Tools,
  ctx: Ctx,
  enrolmentId: string,
  given: readonly Given[],
): Promise<void> {
  const enrolment = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  await mustAllFit(deps, ctx, enrolment, given)
  const at = deps.now()
  const works = { ...deps, now: () => at } // one instant: taking back finds by it what was replaced
  const before = (await measuresOf(deps.db, [enrolmentId])).filter((known) =>
    given.some(({ measure }) => measure === known.measure),
  )
  try {
    await deps.db.transaction(async (tx) => {
      await replaceMeasures(
        tx,
        works,
        before.map(({ id }) => id),
      )
      const values = given.map((one) => ({ ...one, enrolmentId }))
      await addMeasures(tx, works, ctx, values, 'staff')
      for (const { measure } of given)
        await record(tx, deps, ctx, {
          action: before.some((known) => known.measure === measure) ? 'U' : 'C',
          type: 'measure.recorded',
          patients: [enrolment.patientId],
          object: { type: 'enrolment', id: enrolmentId },
          detail: { measure },
        })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('changed_elsewhere', 'Somebody else entered this just now')
    throw error
  }
}

/** Takes back what the caller entered in the last ten minutes; 409 ('too_late') otherwise. */
export async function undoMeasure(
  deps: Tools,
  ctx: Ctx,
  { enrolmentId, measure }: { enrolmentId: string; measure: string },
): Promise<void> {
  const { patientId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const since = new Date(deps.now().getTime() - UNDO_MS).toISOString()
  const mine = { enrolmentId, measure, by: ctx.actor.id, since }
  await deps.db.transaction(async (tx) => {
    if (!(await takeBackMeasure(tx, deps, mine)))
      throw conflict('too_late', 'This can no longer be taken back')
    await record(tx, deps, ctx, {
      action: 'D',
      type: 'measure.taken-back',
      patients: [patientId],
      object: { type: 'enrolment', id: enrolmentId },
      detail: { measure },
    })
  })
}

async function mustAllFit(deps: Tools, ctx: Ctx, enrolment: Enrolment, given: readonly Given[]) {
  const { set } = await deps.definitions.version(enrolment.setVersionId)
  const { zone } = await teamOf(deps.db, ctx, enrolment.teamId)
  const today = localDate(deps.now().toISOString(), zone)
  for (const { measure: id, value, measuredOn } of given) {
    const measure = set.measures.find((one) => one.id === id)
    if (!measure || measure.kind === 'scale')
      throw refused('unknown_measure', 'This care path has no such measure')
    mustFit('value', valueProblem(measure, value))
    mustFit('measuredOn', dayProblem(measuredOn, { startedOn: enrolment.startedOn, today }))
  }
}

function mustFit(field: 'value' | 'measuredOn', problem: MeasureProblem | null) {
  if (problem) throw refused('measure_wrong', explainMeasureProblem(problem, 'en'), { field, ...problem })
}
