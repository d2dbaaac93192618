import type { PageTask } from '../../../core/answers/page-task.ts'
import type { ResponseAnswers } from '../../../core/response.ts'
import { filtered, isEqual } from '../changes.ts'
import type { Keeper, Unsent } from '../keeper.ts'
import { findResting, forget } from './rest.ts'

/**
 * Keeps again what an earlier page could not send. Where somebody answered the same question elsewhere since, that
 * answer stays: it is the newer one, and nothing is overwritten without being seen.
 */
export async function takeOver(
  { assessments }: Pick<PageTask, 'assessments'>,
  keeper: Keeper,
): Promise<void> {
  for (const assessment of assessments) {
    const there = keeper.answersOf(assessment.id)
    for (const { name, unsent } of await findResting(assessment)) {
      for (const [instrument, items] of Object.entries(stillOwn(unsent, there)))
        for (const [item, answer] of Object.entries(items))
          keeper.keep(assessment.id, instrument, item, answer)
      forget(name)
    }
  }
}

/** Of what was unsent, the items about which the server says today what it said then. */
export const stillOwn = ({ changes, known }: Unsent, there: ResponseAnswers): ResponseAnswers =>
  filtered(changes, (instrument, item) => isEqual(known[instrument]?.[item], there[instrument]?.[item]))
