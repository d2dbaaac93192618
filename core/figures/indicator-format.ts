import type { Formats } from '../words/formats.ts'
import { type Language, type Localised, say as sayIn, type Words } from '../words.ts'
import type { IndicatorChart } from './improvement.ts'

const words = {
  nl: {
    better: { 'higher-is-better': 'hoger = beter', 'higher-is-worse': 'lager = beter' },
    share: 'in %',
    rate: 'per 100 lijsten',
    score: (from: string, to: string) => `score ${from}–${to}`,
    value: 'gemiddelde',
  },
  en: {
    better: { 'higher-is-better': 'higher = better', 'higher-is-worse': 'lower = better' },
    share: 'in %',
    rate: 'per 100 lists',
    score: (from: string, to: string) => `score ${from}–${to}`,
    value: 'mean',
  },
} satisfies Words<unknown>

type Written = Pick<IndicatorChart, 'unit' | 'decimals' | 'range' | 'direction'> & {
  chart: Pick<IndicatorChart['chart'], 'kind'>
}

/** How an indicator's values are written: shares in per cent, rates per hundred, means with their unit. */
export function indicatorFormat(language: Language, format: Formats) {
  const say = words[language]
  const local = (text: Localised) => sayIn(text, language)
  const isPerHundred = ({ chart }: Written) => chart.kind !== 'individuals'
  const write = (of: Written) => (value: number) =>
    isPerHundred(of)
      ? format.number(value * 100, of.chart.kind === 'rate' ? 1 : 0)
      : format.number(value, of.decimals)
  const unitOf = ({ chart, unit, range }: Written) => {
    if (chart.kind === 'share') return say.share
    if (chart.kind === 'rate') return say.rate
    if (unit) return local(unit)
    return range ? say.score(format.number(range[0]), format.number(range[1])) : say.value
  }
  return {
    /** On an axis: the number alone. */
    write,
    /** In a sentence: with its sign or unit. */
    say: (of: Written, value: number) => {
      const suffix = of.chart.kind === 'share' ? ' %' : of.unit ? ` ${local(of.unit)}` : ''
      return write(of)(value) + suffix
    },
    axis: (of: Written) => `${unitOf(of)}, ${say.better[of.direction]}`,
    unit: unitOf,
    direction: ({ direction }: Pick<Written, 'direction'>) => say.better[direction],
  }
}
