import { both, type Field } from '../fields.ts'

const words = (at: string, label: [string, string], hint: [string, string]): Field => ({
  kind: 'words',
  at,
  label: both(...label),
  hint: both(...hint),
})

/** What an indicator counts, in words, so that somebody else counts the same. */
export const inWords: Field[] = [
  words('numerator', ['Wat telt (teller)', 'What counts (numerator)'], ['In één zin.', 'In one sentence.']),
  words(
    'denominator',
    ['Van wie (noemer)', 'Of whom (denominator)'],
    ['Over wie het aandeel of gemiddelde gaat.', 'Whom the share or mean is about.'],
  ),
  words(
    'exclusions',
    ['Wie niet meetelt', 'Who does not count'],
    ['Schrijf “niemand” als iedereen meetelt.', 'Write “nobody” where everybody counts.'],
  ),
  words(
    'window',
    ['Wanneer', 'When'],
    ['Bijvoorbeeld: 3 maanden na de operatie.', 'For example: 3 months after surgery.'],
  ),
]
