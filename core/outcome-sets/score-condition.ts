import { z } from 'zod'
import type { Instrument } from '../instruments/instrument.ts'
import { idShape, keyShape, positiveDurationShape } from '../shapes.ts'
import { moveInstant } from '../time/dates.ts'
import { comparison, meets } from './rule-shape.ts'

/** Asked only where the last score of a scale lies on this side of a limit. */
export const scoreConditionShape = z.strictObject({
  instrument: idShape,
  scale: keyShape,
  ...comparison,
  /** How long before the moment opens a score may have been given and still count. */
  within: positiveDurationShape,
  /** What holds while there is no such score. */
  ifUnknown: z.enum(['ask', 'leave-out']),
})
export type ScoreCondition = z.infer<typeof scoreConditionShape>

/** A score that was given, for which side ('' where the enrolment has none), at an instant; `id` settles ties. */
export type GivenScore = {
  id: string
  instrument: string
  scale: string
  value: number
  side: string
  at: string
  /** Somebody else answered for the patient. */
  byProxy: boolean
}

type Window = {
  opensAt: string
  closesAt: string
  side: string
  zone: string
  /** Somebody else answers this moment, or may. */
  isForProxy: boolean
}

/**
 * Why these conditions keep a moment from being asked, as a reason in a code; null where they hold. What is given while
 * the moment is open counts too, so that short questions can call for the long ones. What is asked about a side counts
 * for that side alone. The patient's own score holds, however old within its time; what somebody else answered for them
 * counts where there is none, and only where somebody else answers this moment too. The number itself is in no reason: who plans need not know it.
 */
export function refuseByScores(
  conditions: readonly ScoreCondition[],
  instruments: ReadonlyMap<string, Pick<Instrument, 'sided'>>,
  { opensAt, closesAt, side, zone, isForProxy }: Window,
  given: readonly GivenScore[],
): string | null {
  for (const condition of conditions) {
    const since = moveInstant(opensAt, `-${condition.within}`, zone)
    const isSided = instruments.get(condition.instrument)?.sided ?? false
    const scores = given
      .filter(({ instrument, scale }) => instrument === condition.instrument && scale === condition.scale)
      .filter((one) => one.at >= since && one.at < closesAt && (!isSided || one.side === side))
      .toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1))
    const last = scores.find(({ byProxy }) => !byProxy) ?? (isForProxy ? scores[0] : undefined)
    if (last && !meets(last.value, condition)) return `other-score:${condition.instrument}`
    if (!last && condition.ifUnknown === 'leave-out') return `no-score:${condition.instrument}`
  }
  return null
}
