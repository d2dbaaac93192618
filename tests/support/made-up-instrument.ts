import { type Instrument, instrumentShape } from '../../core/instruments/instrument.ts'
import type { Answers, Score } from '../../core/response.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'

const both = (text: string) => ({ nl: text, en: text })

/** An instrument for a test: its items with the values they may have, and scales of which only what matters is said. */
export function madeUp(
  items: Record<string, readonly number[]>,
  scales: Record<string, unknown>[],
): Instrument {
  return instrumentShape.parse({
    id: 'made-up',
    version: 1,
    title: both('Made up'),
    about: both('For a test'),
    kind: 'published',
    licence: { class: 'C', owner: 'nobody', electronicAllowed: false, modificationsAllowed: false },
    sources: ['a test'],
    recall: both('today'),
    minutes: 1,
    items: Object.entries(items).map(([key, values]) => ({
      key,
      values,
      kind: 'choice',
      label: both(key),
      higherIs: 'worse',
    })),
    form: null,
    scales: scales.map((scale, index) => ({
      id: `scale_${index + 1}`,
      scoringVersion: 1,
      title: both('Scale'),
      domain: 'symptoms',
      items: Object.keys(items),
      range: [0, 100],
      direction: 'higher-is-worse',
      directionWords: both('higher = worse'),
      decimals: 1,
      ...scale,
    })),
    examples: [],
  })
}

/** The score of its last scale. */
export function lastScore(instrument: Instrument, answers: Answers): Score {
  const score = scoreInstrument(instrument, answers).at(-1)
  if (!score) throw new Error('this instrument has no scale')
  return score
}
