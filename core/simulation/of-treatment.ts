import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'

type Path = Pick<OutcomeSet, 'moments' | 'carePath' | 'stageRules'>

/**
 * Stages that somebody with this treatment (null: not chosen) does not come to, as far as a set says so: something is
 * measured of them, and only with other treatments. A stage of which nothing is measured may be anybody's.
 */
export function stagesOfOthers({ moments, carePath, stageRules }: Path, treatment: string | null): string[] {
  const stageOf = ({ anchor }: OutcomeSet['moments'][number]) => {
    if (anchor.kind === 'stage') return anchor.stage
    if (anchor.kind !== 'appointment') return null
    return stageRules.find(({ appointmentKind }) => appointmentKind === anchor.appointmentKind)?.stage ?? null
  }
  return carePath.stages
    .map(({ id }) => ({ id, measured: moments.filter((moment) => stageOf(moment) === id) }))
    .filter(({ measured }) => measured.length > 0)
    .filter(({ measured }) =>
      measured.every(({ treatments }) => treatments && (!treatment || !treatments.includes(treatment))),
    )
    .map(({ id }) => id)
}

/** Kinds of appointments before each of which something is asked: how often they come says what is asked of a patient. */
export const askedAtEach = ({ moments }: Pick<OutcomeSet, 'moments'>): string[] => [
  ...new Set(
    moments.flatMap(({ anchor }) =>
      anchor.kind === 'appointment' && anchor.which === 'each' ? [anchor.appointmentKind] : [],
    ),
  ),
]
