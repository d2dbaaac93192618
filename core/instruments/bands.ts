// No imports at run time: pages show bands too.
import type { Band } from './scale.ts'

/** The band a score falls in, before any rounding; null when the scale has none or the value lies below the first. */
export function bandOf(scale: { readonly bands: readonly Band[] }, value: number): Band | null {
  return (
    scale.bands.findLast(
      ({ from, fromIncluded = true }) => value > from || (fromIncluded && value === from),
    ) ?? null
  )
}
