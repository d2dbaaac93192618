import type { Instrument } from '../../instruments/instrument.ts'
import type { AlertRule } from '../../outcome-sets/outcome-set.ts'
import type { Language, Localised } from '../../words.ts'
import { both } from '../fields.ts'

const since = {
  previous: both('de vorige meting', 'the measurement before'),
  first: both('de eerste meting', 'the first measurement'),
}
const signs = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' }
const decimal = (value: number, language: Language) =>
  value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')

/** What a rule says, in the words of the questionnaire. */
export function ruleWords(when: AlertRule['when'], instruments: readonly Instrument[]): Localised {
  const of = instruments.find(({ id }) => id === when.instrument)
  const found =
    when.kind === 'item'
      ? of?.items.find(({ key }) => key === when.item)?.label
      : of?.scales.find(({ id }) => id === when.scale)?.title
  const title = found ?? both(when.instrument, when.instrument)
  if (when.kind === 'change')
    return both(
      `${title.nl}: duidelijk slechter dan ${since[when.since].nl}`,
      `${title.en}: clearly worse than ${since[when.since].en}`,
    )
  const said = (language: Language) => `${title[language]} ${signs[when.op]} ${decimal(when.value, language)}`
  return both(said('nl'), said('en'))
}
