import type { Instrument, Item } from '../../core/instrument.ts'
import type { Answer, ResponseAnswers } from '../../core/response.ts'
import type { Chance } from './random.ts'

/** How much of an answer is mood and chance of the day, as a share of the item's range. */
const DAY_TO_DAY = 0.06

/**
 * Answers of somebody whose burden is `burden` (0 none … 1 the worst). Now and then an optional item stays empty, as
 * it does on paper.
 */
export function inventAnswers(
  instruments: readonly Instrument[],
  burden: (instrument: string, item: string) => number,
  chance: Chance,
): ResponseAnswers {
  return Object.fromEntries(
    instruments.map(({ id, items }) => {
      const answered = items.flatMap((item) => {
        const answer = inventAnswer(item, burden(id, item.key), chance)
        return answer === undefined ? [] : [[item.key, answer] as const]
      })
      return [id, Object.fromEntries(answered)]
    }),
  )
}

function inventAnswer(item: Item, burden: number, chance: Chance): Answer | undefined {
  if (item.kind !== 'rating' && item.kind !== 'choice') return undefined // free text stays empty: nobody to quote
  if (!item.required && chance.happens(0.012)) return undefined
  // A worry that would ask for a telephone call is rare.
  if (item.safety) return item.values[burden > 0.9 && chance.happens(0.1) ? 1 : 0]
  const values = item.values.toSorted((a, b) => a - b)
  const place = Math.min(1, Math.max(0, chance.around(burden, DAY_TO_DAY)))
  const index = Math.round((item.higherIs === 'better' ? 1 - place : place) * (values.length - 1))
  return values[index]
}
