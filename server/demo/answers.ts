import type { Instrument, Item } from '../../core/instruments/instrument.ts'
import type { Answer, ResponseAnswers } from '../../core/response.ts'
import type { Chance } from './random.ts'

/** What people in the demo want to be able to do: our own sentences, by nobody in particular. */
const goalSentences = [
  'Met mijn kleindochter naar het park lopen.',
  'Weer een uur fietsen zonder te stoppen.',
  'De trap op met de boodschappen.',
  'Een nacht doorslapen.',
  'Zelf mijn schoenen aantrekken.',
  'Staan koken voor mijn gezin.',
  'Tuinieren op mijn knieën.',
  'Op zondag meewandelen met de club.',
]
const GOALS_ASKED = 'what-matters'
const GOALS_SAID = ['goal_1', 'goal_2']

/** As many as `GOALS_SAID`, no two alike. */
function inventGoals(chance: Chance): string[] {
  const first = chance.whole(0, goalSentences.length - 1)
  const step = chance.whole(1, goalSentences.length - 1)
  return GOALS_SAID.map((_, place) => goalSentences[(first + place * step) % goalSentences.length] ?? '')
}

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
      const goals = id === GOALS_ASKED ? inventGoals(chance) : []
      const answered = items.flatMap((item, place) => {
        const answer = goals[place] ?? inventAnswer(item, burden(id, item.key), chance)
        return answer === undefined ? [] : [[item.key, answer] as const]
      })
      return [id, Object.fromEntries(answered)]
    }),
  )
}

function inventAnswer(item: Item, burden: number, chance: Chance): Answer | undefined {
  if (item.ownWords && !GOALS_SAID.includes(item.ownWords.item)) return undefined
  if (item.kind !== 'rating' && item.kind !== 'choice') return undefined // free text stays empty: nobody to quote
  if (!item.required && chance.happens(0.012)) return undefined
  // A worry that would ask for a telephone call is rare.
  if (item.safety) return item.values[burden > 0.9 && chance.happens(0.1) ? 1 : 0]
  const values = item.values.toSorted((a, b) => a - b)
  const place = Math.min(1, Math.max(0, chance.around(burden, DAY_TO_DAY)))
  const index = Math.round((item.higherIs === 'better' ? 1 - place : place) * (values.length - 1))
  return values[index]
}
