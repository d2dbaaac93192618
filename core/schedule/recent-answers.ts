import type { Instrument } from '../instruments/instrument.ts'
import type { Moment } from '../outcome-sets/moment.ts'
import { moveInstant } from '../time/dates.ts'

/** When a patient submitted an instrument, and for which side of the body ('' where the enrolment has none). */
export type Answered = { instrument: string; side: string; at: string }

/** For which side is asked, and when: instants, and the organisation's time zone. */
export type Window = { side: string; opensAt: string; closesAt: string; zone: string }

/**
 * The newest answer to each of these instruments that makes asking it again at this moment needless, by instrument id.
 * Counted back from the opening, so what is to be answered never grows while the window is open. What is asked about a
 * side of the body counts for that side alone: the left knee says nothing about the right one.
 */
export function recentAnswers(
  { skipIfAnsweredWithin }: Pick<Moment, 'skipIfAnsweredWithin'>,
  instruments: readonly Pick<Instrument, 'id' | 'sided'>[],
  { side, opensAt, closesAt, zone }: Window,
  answered: readonly Answered[],
): ReadonlyMap<string, string> {
  if (skipIfAnsweredWithin === undefined) return new Map()
  const since = moveInstant(opensAt, `-${skipIfAnsweredWithin}`, zone)
  const recent = answered.filter(({ at }) => at >= since && at < closesAt)
  return new Map(
    instruments.flatMap(({ id, sided }) => {
      const same = recent.filter((one) => one.instrument === id && (!sided || one.side === side))
      const newest = same
        .map(({ at }) => at)
        .toSorted()
        .at(-1)
      return newest ? [[id, newest] as const] : []
    }),
  )
}
