import { bandOf } from '../instruments/bands.ts'
import type { Localised } from '../words.ts'
import type { Named } from './finding.ts'

/** A score with what is needed to say it. */
export type Value = { title: Localised; value: number; decimals: number; max: number }

/** A score in a band of high concern, whatever changed. */
export type Severe = Value & { band: Localised; isFirst: boolean }

/** The scores that are of high concern now, the worst first. */
export function severeIn(scales: readonly Named[]): Severe[] {
  return scales
    .flatMap((one) => {
      const { title, decimals, range, trend, bands } = one
      const band = trend.last && bandOf({ bands }, trend.last.value)
      if (!trend.last || band?.concern !== 'high') return []
      const { value } = trend.last
      const severe = {
        title,
        value,
        decimals,
        max: range[1],
        band: band.label,
        isFirst: !trend.sincePrevious,
      }
      return [{ severe, badness: badness(one, value) }]
    })
    .sort((a, b) => b.badness - a.badness)
    .map(({ severe }) => severe)
}

/** How far a score lies on the bad side of its range, from 0 to 1. */
function badness({ direction, range: [low, high] }: Named, value: number): number {
  const share = (value - low) / (high - low)
  return direction === 'higher-is-worse' ? share : 1 - share
}
