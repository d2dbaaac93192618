import { both, choicesIn, type Field } from '../fields.ts'

/** What a number stands on. `below` is where: '' or 'target.'. */
export const sourced = (below: '' | 'target.'): Field[] => [
  {
    kind: 'line',
    at: `${below}source`,
    most: 500,
    label: both('Bron', 'Source'),
    hint: both(
      'Waar dit staat: een artikel, een register, of een afspraak van het team.',
      'Where this stands: an article, a register, or an agreement of the team.',
    ),
  },
  {
    kind: 'tick',
    at: `${below}unverified`,
    label: both('Nog niet in de bron zelf nagelezen', 'Not yet read in the source itself'),
  },
]

export const direction: Field = {
  kind: 'one',
  at: 'direction',
  label: both('Wat hoger betekent', 'What higher means'),
  choices: choicesIn({
    'higher-is-better': both('Hoger is beter', 'Higher is better'),
    'higher-is-worse': both('Hoger is slechter', 'Higher is worse'),
  }),
}
