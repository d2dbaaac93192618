import { z } from 'zod'
import type { DefinitionProblem } from '../problem.ts'
import { idShape, localisedShape, titleShape } from '../shapes.ts'
import { scalesOf } from './indicator-problems.ts'
import { namesOf } from './name-problems.ts'
import type { OutcomeSet } from './outcome-set.ts'

/**
 * "Patients like this one", a module that a set switches on by having this: who counts as alike, and what is shown of
 * how they fared. It recommends nothing.
 */
export const similarShape = z.strictObject({
  /** What it is meant for and what not; stands with every figure. */
  intendedPurpose: localisedShape,
  match: z.strictObject({
    /** Alike are those in the same band of ages, each so many years wide, counted from nought. */
    years: z.int().min(5).max(50),
    sameSex: z.boolean().default(false),
    /** The scale and the moment of the first score. */
    measure: idShape,
    baseline: idShape,
    /** … and in the same band of first scores, each so wide, counted from the lowest score there is. */
    width: z.number().positive(),
  }),
  /** Scales that are compared with the same person's own first score, at any of these moments. */
  outcomes: z
    .array(
      z.strictObject({
        id: idShape,
        title: titleShape,
        measure: idShape,
        moments: z.array(idShape).min(1),
      }),
    )
    .min(1)
    .max(4),
})

export type SimilarModule = z.infer<typeof similarShape>

/** Names in the module that are not there. */
export function similarProblems({ similar, measures, moments }: OutcomeSet): DefinitionProblem[] {
  if (!similar) return []
  const scale = namesOf('scale', scalesOf({ measures }))
  const moment = namesOf('moment', moments)
  return [
    ...scale(similar.match.measure, ['similar', 'match', 'measure']),
    ...moment(similar.match.baseline, ['similar', 'match', 'baseline']),
    ...similar.outcomes.flatMap((outcome, o) => [
      ...scale(outcome.measure, ['similar', 'outcomes', o, 'measure']),
      ...outcome.moments.flatMap((id, m) => moment(id, ['similar', 'outcomes', o, 'moments', m])),
    ]),
  ]
}
