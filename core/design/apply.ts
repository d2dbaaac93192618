import type { z } from 'zod'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { freshId } from './change-set.ts'
import { type Draft, textAt } from './draft.ts'
import type { Context, Form, InSet, Listed, One, Single } from './part.ts'
import { isWhole, type Referrer, referrers } from './referrers.ts'

/** The set with what was filled in, or the places at which that is not right yet, such as 'window.stage'. */
export type Applied = { set: OutcomeSet } | { wrong: string[] }

/** Puts a filled-in part in its list, in the place that it had; a new one at the end, with an id from its name. */
export function applied(part: Listed, context: Context, draft: Draft): Applied {
  const all = part.read(context.set)
  const id = draft.id ?? (part.hasFixedIds ? undefined : freshId(nameOf(draft), all))
  const read = filledIn(part, id === undefined ? draft : { ...draft, id })
  if ('wrong' in read) return read
  const one = read.value as One
  const isKnown = all.some((each) => each.id === one.id)
  const next = isKnown ? all.map((each) => (each.id === one.id ? one : each)) : [...all, one]
  return { set: part.write(context.set, next, context) }
}

/** The same for what a set has once. */
export function appliedOnce(part: Single, set: OutcomeSet, draft: Draft): Applied {
  const read = filledIn(part, draft)
  return 'wrong' in read ? read : { set: part.write(set, read.value) }
}

/** The places at which what was filled in has not the shape that it should have. */
export function placesWrong(shape: z.ZodType, draft: Draft): string[] {
  const read = shape.safeParse(draft)
  return read.success ? [] : read.error.issues.map(({ path }) => path.map(String).join('.'))
}

/** What was filled in as the shape of the part has it. */
function filledIn(form: Form, draft: Draft): { value: Draft } | { wrong: string[] } {
  const whole = form.complete?.(draft) ?? draft
  const wrong = [...placesWrong(form.shape, whole), ...(form.alsoWrong?.(draft) ?? [])]
  return wrong.length === 0 ? { value: form.shape.parse(whole) as Draft } : { wrong }
}

const nameOf = (draft: Draft) => textAt(draft, 'title.en') || textAt(draft, 'title.nl')

/** The set without a part; or who still needs it; or that it is the last one, where a set cannot be without. */
export type Removed = { set: OutcomeSet } | { neededBy: Referrer[] } | { isLast: true }

export function removed(part: InSet, context: Context, id: string): Removed {
  const rest = part.read(context.set).filter((one) => one.id !== id)
  const next = part.write(context.set, rest, context)
  const neededBy = referrers(context, next)
  if (neededBy.length > 0) return { neededBy }
  return isWhole(next) ? { set: next } : { isLast: true }
}

/** The set with one of a list a place earlier (−1) or later (1); at the end it stays where it is. */
export function moved(part: InSet, context: Context, id: string, by: -1 | 1): OutcomeSet {
  const all = [...part.read(context.set)]
  const from = all.findIndex((one) => one.id === id)
  const [one] = from < 0 ? [] : all.splice(from, 1)
  if (!one) return context.set
  all.splice(Math.min(all.length, Math.max(0, from + by)), 0, one)
  return part.write(context.set, all, context)
}
