import { z } from 'zod'
import { localisedShape } from '../shapes.ts'

/** How somebody meets their clinician, where the planning system says so. */
export const visitWays = ['visit', 'phone', 'video'] as const
export type VisitWay = (typeof visitWays)[number]

/** What an outcome set says of a kind of appointment, besides its name. */
export const visitShape = {
  /** Whether a patient may do it from home, or always does. */
  home: z.enum(['possible', 'always']).optional(),
  /** What a patient does before it, in the words that they read. */
  preparation: localisedShape.optional(),
}

/** From home: called, on a screen, one of both, or only for who asks for it; null where they come in. */
export type AtHome = 'phone' | 'video' | 'home' | 'possible'

/** What was said of the appointment itself goes before what holds for its kind. */
export function atHome(
  way: string | null,
  kind: { home?: 'possible' | 'always' | undefined } | undefined,
): AtHome | null {
  if (way === 'phone' || way === 'video') return way
  if (kind?.home === 'always' && way === null) return 'home'
  return kind?.home === 'possible' ? 'possible' : null
}
