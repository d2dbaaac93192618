import type { Formats } from '../words/formats.ts'
import type { Language, Localised, Words } from '../words.ts'
import { say as sayIn } from '../words.ts'
import type { Finding } from './finding.ts'
import { whyUnscored } from './unscored.ts'

const words = {
  nl: {
    change: (title: string, verdict: 'better' | 'worse', from: string, to: string, since: string) =>
      `${title} ${verdict === 'better' ? 'beter' : 'slechter'}: ${from} naar ${to} sinds ${since}.`,
    same: (since: string, missing: number) =>
      `Geen duidelijke verandering sinds ${since}${missing === 0 ? '' : `; ${missing} ${missing === 1 ? 'schaal' : 'schalen'} niet te berekenen`}.`,
    cannotBeSaid: (values: string) =>
      `${values}. De meetfout is niet bekend: of dit veranderde is niet te zeggen.`,
    scoredOtherwise: (values: string) =>
      `${values}. Er is tussendoor op een andere manier geteld: of dit veranderde is niet te zeggen.`,
    first: (at: string, values: string) => `Eerste meting, ${at}: ${values}.`,
    notComputable: (title: string, why: string) => `${title} niet te berekenen: ${why}.`,
    missing: (list: string) => `Niet te berekenen: ${list}.`,
    earlier: (at: string, values: string) => `Vorige meting ${at}: ${values}.`,
    nothingYet: 'Nog geen scores.',
    value: (title: string, value: string, max: string) => `${title} ${value} van ${max}`,
    severe: (list: string) => `Let op: ${list}.`,
    severeEarlier: (list: string) => `Let op, vorige meting: ${list}.`,
    inBand: (value: string, band: string, isFirst: boolean) =>
      `${value} (${band}${isFirst ? ', eerste meting' : ''})`,
    more: (n: number) => `en nog ${n}`,
  },
  en: {
    change: (title: string, verdict: 'better' | 'worse', from: string, to: string, since: string) =>
      `${title} ${verdict}: ${from} to ${to} since ${since}.`,
    same: (since: string, missing: number) =>
      `No clear change since ${since}${missing === 0 ? '' : `; ${missing} ${missing === 1 ? 'scale' : 'scales'} cannot be computed`}.`,
    cannotBeSaid: (values: string) =>
      `${values}. The measurement error is not known: nobody can say whether this changed.`,
    scoredOtherwise: (values: string) =>
      `${values}. It was scored in another way in between: nobody can say whether this changed.`,
    first: (at: string, values: string) => `First measurement, ${at}: ${values}.`,
    notComputable: (title: string, why: string) => `${title} cannot be computed: ${why}.`,
    missing: (list: string) => `Cannot be computed: ${list}.`,
    earlier: (at: string, values: string) => `Previous measurement ${at}: ${values}.`,
    nothingYet: 'No scores yet.',
    value: (title: string, value: string, max: string) => `${title} ${value} of ${max}`,
    severe: (list: string) => `Of concern: ${list}.`,
    severeEarlier: (list: string) => `Of concern, previous measurement: ${list}.`,
    inBand: (value: string, band: string, isFirst: boolean) =>
      `${value} (${band}${isFirst ? ', first measurement' : ''})`,
    more: (n: number) => `and ${n} more`,
  },
} satisfies Words<unknown>

/** What stands out, in one sentence. */
export function findingSentence(finding: Finding, language: Language, format: Formats): string {
  const say = words[language]
  const text = (localised: Localised) => sayIn(localised, language)
  const list = (values: Listed) => listed(values, language, format)
  switch (finding.kind) {
    case 'change': {
      const number = (value: number) => format.number(value, finding.decimals)
      const { title, verdict, from, to, since } = finding
      return say.change(text(title), verdict, number(from), number(to), format.shortDate(since))
    }
    case 'no-clear-change':
      return say.same(format.shortDate(finding.since), finding.missing.length)
    case 'cannot-be-said':
      return finding.why === 'other-scoring-version'
        ? say.scoredOtherwise(list(finding.values))
        : say.cannotBeSaid(list(finding.values))
    case 'first':
      return say.first(format.shortDate(finding.at), lowered(list(finding.values)))
    case 'not-computable':
      return finding.missing
        .slice(0, 1)
        .map((scale) => say.notComputable(text(scale.title), whyUnscored(scale, language)))
        .join('')
    case 'earlier':
      return say.earlier(format.shortDate(finding.at), lowered(list(finding.values)))
    case 'nothing-yet':
      return say.nothingYet
  }
}

const NAMED = 2 // a line has room for two

/** What is of high concern whatever changed, in one sentence; '' where nothing is. */
export function severeSentence({ kind, severe }: Finding, language: Language, format: Formats): string {
  const say = words[language]
  if (severe.length === 0) return ''
  const named = severe.slice(0, NAMED).map((one) => {
    const value = lowered(listed([one], language, format))
    return say.inBand(value, sayIn(one.band, language), one.isFirst && kind !== 'first' && kind !== 'earlier')
  })
  const list = [named.join(', '), severe.length > NAMED ? say.more(severe.length - NAMED) : '']
  return (kind === 'earlier' ? say.severeEarlier : say.severe)(list.filter(Boolean).join(' '))
}

/** Which scales have no score though they were answered, beyond what the sentence itself says; '' where none. */
export function missingSentence({ kind, missing }: Finding, language: Language): string {
  const say = words[language]
  const others = kind === 'not-computable' ? missing.slice(1) : missing
  if (others.length === 0) return ''
  const named = others.slice(0, NAMED).map((one) => {
    const title = sayIn(one.title, language)
    return `${lowered(title)} (${whyUnscored(one, language)})`
  })
  const list = [named.join(', '), others.length > NAMED ? say.more(others.length - NAMED) : '']
  return say.missing(list.filter(Boolean).join(' '))
}

type Listed = Extract<Finding, { kind: 'first' }>['values']

const listed = (values: Listed, language: Language, format: Formats) =>
  values
    .map(({ title, value, decimals, max }, place) => {
      const name = sayIn(title, language)
      return words[language].value(
        place === 0 ? name : lowered(name),
        format.number(value, decimals),
        format.number(max, decimals),
      )
    })
    .join(', ')

/** A name inside a sentence; an abbreviation keeps its capitals. */
export const lowered = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
