import type { Seen } from '../disclosure/blocks.ts'
import { isTellable } from '../disclosure/small-groups.ts'
import { toTell } from '../disclosure/told-blocks.ts'
import type { Objections } from '../patients/objections.ts'
import type { Months } from '../time/months.ts'
import type { Localised } from '../words.ts'

/** Somebody who answered, and the topics that they chose to discuss. */
export type Wish = Seen & { topics: readonly string[] }

/** How many of the people chose a topic; null where they, or those who did not, are a small group. */
export type TopicCount = { id: string; title: Localised; people: number | null }
export type TeamWishes = { months: Months | null; people: number; topics: TopicCount[] }

/**
 * What a team's patients want to discuss, most wanted first. Give it everything ever chosen: `shown` are months nobody
 * chooses, up to the last that is over.
 */
export function wishesOf(
  history: readonly Wish[],
  objections: Objections,
  domains: readonly { id: string; title: Localised }[],
  shown: Months,
): TeamWishes {
  const { rows, months } = toTell(history, objections, shown, shown.to)
  const people = peopleIn(rows)
  const topics = domains.map(({ id, title }) => {
    const chose = peopleIn(rows.filter(({ topics: own }) => own.includes(id)))
    const told = [chose, people - chose].every((count) => count === 0 || isTellable(count))
    return { id, title, people: told ? chose : null }
  })
  return { months, people, topics: topics.toSorted((a, b) => (b.people ?? -1) - (a.people ?? -1)) }
}

const peopleIn = (rows: readonly Wish[]) => new Set(rows.map(({ person }) => person)).size
