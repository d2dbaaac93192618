import type { MethodOf } from '../instruments/method-shapes.ts'
import { type Method, scored, sumOf, tooFew } from './method.ts'

type MaxOfGroup = MethodOf<'max-of-group'>

/** The mean of each group's highest answer, lifted to the group's floor when an aid or help was needed. */
export function maxOfGroup(items: readonly string[], { groups, minGroups }: MaxOfGroup): Method {
  const placesOf = (keys: readonly string[]) => keys.map((key) => items.indexOf(key))
  const placed = groups.map((group) => ({
    items: placesOf(group.items),
    flags: placesOf(group.floor?.items ?? []),
    least: group.floor?.least ?? 0,
  }))
  return (_, inPlace) => {
    const highest = placed.flatMap((group) => {
      const answers = group.items.flatMap((place) => inPlace[place] ?? [])
      if (answers.length === 0) return []
      const lifted = group.flags.some((place) => (inPlace[place] ?? 0) > 0)
      return [Math.max(...answers, ...(lifted ? [group.least] : []))]
    })
    return highest.length < minGroups ? tooFew : scored(sumOf(highest) / highest.length)
  }
}
