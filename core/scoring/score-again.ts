import type { Instrument, Item } from '../instruments/instrument.ts'
import type { Answers, Score } from '../response.ts'
import { scoreInstrument } from './score-instrument.ts'

/**
 * What this version of an instrument makes of answers that were given to another version, `asked`: a score; or that there
 * is none, which then takes the place of the score before. Of what was asked in another form, or waits for a table that
 * nobody has confirmed, it says nothing: the score before holds.
 */
export const scoreAgain = (
  instrument: Instrument,
  answers: Answers,
  asked: Instrument | undefined,
): Score[] =>
  scoreInstrument(instrument, answers).filter(({ scale: id, status, reason }) => {
    if (status === 'scored') return true
    const scale = instrument.scales.find((one) => one.id === id)
    return reason !== 'not-confirmed' && scale && asked && asksTheSame(scale.items, asked, instrument)
  })

const asksTheSame = (items: readonly string[], ...versions: [Instrument, Instrument]): boolean =>
  items.every((key) => {
    const [before, now] = versions.map((version) => version.items.find((item) => item.key === key))
    return before && now && answersTo(before) === answersTo(now)
  })

/** What may be answered; the wording may differ. */
function answersTo(item: Item): string {
  if ('values' in item) return `${item.kind} ${item.values.toSorted((a, b) => a - b).join(' ')}`
  return item.kind === 'number' ? `number ${item.min} ${item.max} ${item.whole}` : item.kind
}
