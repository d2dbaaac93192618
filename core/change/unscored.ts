// No imports at run time: pages say why a score is missing too.
import type { Scale } from '../instruments/scale.ts'
import type { NotScorable } from '../response.ts'
import type { Language, Words } from '../words.ts'

/** Why a scale has no score. `of`: how many questions it has; null where only some of them are ever asked. */
export type Unscored = { reason: NotScorable; answered: number; of: number | null }

/** Of a stored score without a value; its reason is one of `NotScorable`, as nothing else is written there. */
export function unscored(
  { items, method }: Pick<Scale, 'items' | 'method'>,
  { reason, answered }: { reason: string | null; answered: number },
): Unscored {
  const isAdaptive = method.kind === 'graded-response' && method.adaptive !== undefined
  return {
    reason: (reason ?? 'too-few-answers') as NotScorable,
    answered,
    of: isAdaptive ? null : items.length,
  }
}

type Why = Record<Exclude<NotScorable, 'too-few-answers'>, string> & {
  tooFew: string
  some: (answered: number, of: number) => string
}

const words = {
  nl: {
    tooFew: 'te weinig beantwoord',
    some: (answered, of) => `${answered} van ${of} beantwoord`,
    'answer-outside-values': 'een antwoord ligt buiten wat deze schaal kent',
    'not-in-table': 'deze antwoorden samen staan niet in de tabel van de schaal',
    'no-such-form': 'voor deze vorm van de vragen is er geen tabel',
    'not-confirmed': 'niemand heeft de tabel nog met de bron vergeleken',
  },
  en: {
    tooFew: 'too few answered',
    some: (answered, of) => `${answered} of ${of} answered`,
    'answer-outside-values': 'an answer lies outside of what this scale knows',
    'not-in-table': 'these answers together are not in the table of the scale',
    'no-such-form': 'there is no table for this form of the questions',
    'not-confirmed': 'nobody has compared the table with its source yet',
  },
} satisfies Words<Why>

/** Why there is no score, as part of a sentence: "1 van 3 beantwoord". */
export function whyUnscored({ reason, answered, of }: Unscored, language: Language): string {
  const say: Why = words[language]
  if (reason !== 'too-few-answers') return say[reason]
  return of === null ? say.tooFew : say.some(answered, of)
}
