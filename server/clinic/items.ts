import type { ItemView } from '../../core/consult/one-pager.ts'
import { answerText } from '../../core/instruments/answer-text.ts'
import type { Instrument, Item } from '../../core/instruments/instrument.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import type { Localised } from '../../core/words.ts'
import type { SetVersion } from '../definitions/reader.ts'

type Answers = Record<string, Record<string, unknown>>
type Answer = ItemView['answer']

/** Every answered question beside the answer before: safety questions, then what changed, each from worst to best. */
export function itemsOf(
  { set, instruments }: SetVersion,
  answers: Answers,
  before: Answers | null,
): ItemView[] {
  const items = set.instruments.flatMap(({ id }) => {
    const instrument = instruments.get(id)
    return instrument && answers[id] ? instrumentItems(instrument, answers[id], before?.[id] ?? {}) : []
  })
  return items.sort((a, b) => rank(a.view) - rank(b.view) || b.weight - a.weight).map(({ view }) => view)
}

const RANKS = { worse: 1, better: 2, other: 3, first: 4, same: 5 } as const
const rank = (item: ItemView) => (item.safety && item.difference !== 'same' ? 0 : RANKS[item.difference])

function instrumentItems(
  instrument: Instrument,
  answers: Record<string, unknown>,
  before: Record<string, unknown>,
): { view: ItemView; weight: number }[] {
  return instrument.items
    .filter(({ key }) => answers[key] !== undefined)
    .map((item) => {
      const answer = (answers[item.key] ?? null) as Answer
      const earlier = (before[item.key] ?? null) as Answer
      const view: ItemView = {
        id: `${instrument.id} ${item.key}`,
        instrument: titleForStaff(instrument),
        label: item.label,
        answer,
        text: choiceText(instrument, item, answer),
        before: earlier,
        beforeText: choiceText(instrument, item, earlier),
        difference: differenceOf(item, answer, earlier),
        safety: item.safety,
      }
      return { view, weight: badness(item, answer) }
    })
}

const choiceText = (instrument: Instrument, { key }: Item, answer: Answer): Localised | null =>
  typeof answer === 'number' ? answerText(instrument, key, answer) : null

/** How far an answer lies on the bad side of what can be answered, from 0 to 1; 0 where no side is bad. */
function badness(item: Item, answer: Answer): number {
  if (typeof answer !== 'number' || item.higherIs === 'neutral') return 0
  const ends = 'values' in item ? item.values : 'min' in item ? [item.min, item.max] : []
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  if (!(high > low)) return 0
  const share = (answer - low) / (high - low)
  return item.higherIs === 'worse' ? share : 1 - share
}

function differenceOf({ higherIs }: Item, answer: Answer, before: Answer): ItemView['difference'] {
  if (before === null) return 'first'
  if (JSON.stringify(answer) === JSON.stringify(before)) return 'same'
  if (typeof answer !== 'number' || typeof before !== 'number' || higherIs === 'neutral') return 'other'
  return answer > before === (higherIs === 'better') ? 'better' : 'worse'
}
