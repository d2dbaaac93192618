import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { Localised } from '../words.ts'

// What leaves as a file: one row per moment that was asked and is over, or answered. Nobody in it has a name, a date or
// words of their own.

export type Value = string | number | null
export type Column = {
  /** Letters, digits and underscores, at most 64: every statistics program reads that. */
  name: string
  label: Localised
  /** A date is an ISO text. */
  kind: 'text' | 'number' | 'date'
  decimals: number
  values: { value: string | number; label: Localised }[]
  /** Which range, in which direction, counted by what. */
  about: Localised
}

const same = (text: string): Localised => ({ nl: text, en: text })
const nothing = same('')

const nameOf = (...parts: string[]) =>
  parts
    .join('_')
    .replaceAll(/[^A-Za-z0-9_]/g, '_')
    .slice(0, 64)

const column = (
  name: string,
  label: Localised,
  given: Partial<Omit<Column, 'name' | 'label'>> = {},
): Column => ({ name, label, kind: 'text', decimals: 0, values: [], about: nothing, ...given })

const yesNo = [
  { value: 1, label: { nl: 'ja', en: 'yes' } },
  { value: 0, label: { nl: 'nee', en: 'no' } },
]

const titles = (of: readonly { id: string; title: Localised }[]) =>
  of.map(({ id, title }) => ({ value: id, label: title }))

/** The columns about the person, the care path and the moment; in this order. */
export function fixedColumns(set: OutcomeSet): Column[] {
  const number = { kind: 'number' } as const
  return [
    column('person', { nl: 'Persoon, schuilnaam van dit project', en: 'Person, pseudonym of this project' }),
    column('path', { nl: 'Zorgpad, schuilnaam van dit project', en: 'Care path, pseudonym of this project' }),
    column('moment', { nl: 'Meetmoment', en: 'Moment' }, { values: titles(set.moments) }),
    column('began', { nl: 'Kwartaal waarin het zorgpad begon', en: 'Quarter in which the care path began' }),
    column('days', { nl: 'Dagen sinds het begin', en: 'Days since the start' }, number),
    column(
      'answered',
      { nl: 'Beantwoord', en: 'Answered' },
      {
        ...number,
        values: yesNo,
        about: { nl: '0: het meetmoment is voorbij', en: '0: the moment is over' },
      },
    ),
    column('age', { nl: 'Leeftijd, boven 90 als 90', en: 'Age, above 90 as 90' }, number),
    column('sex', { nl: 'Geslacht', en: 'Sex' }),
    column('side', { nl: 'Zijde', en: 'Side' }),
    column('treatment', { nl: 'Behandeling', en: 'Treatment' }, { values: titles(set.treatmentOptions) }),
    column(
      'care_path',
      { nl: 'Versie van het zorgpad', en: 'Version of the care path' },
      {
        ...number,
        about: {
          nl: 'De kolommen en titels zijn die van de uitkomstenset van nu: wat alleen een eerdere versie vroeg of vastlegde, staat er niet in',
          en: 'Columns and titles are those of the outcome set of today: what only an earlier version asked or recorded is not in it',
        },
      },
    ),
    column('mode', { nl: 'Manier van antwoorden', en: 'Way of answering' }),
    column('respondent', { nl: 'Wie antwoordde', en: 'Who answered' }),
    column('language', { nl: 'Taal van de vragen', en: 'Language of the questions' }),
  ]
}

/** A scale of the set as a column, with where its scores are found. */
export type ScaleColumn = Column & { instrument: string; scale: string; scoringVersion: number }

export const scaleColumns = (
  { instruments: used }: Pick<OutcomeSet, 'instruments'>,
  instruments: ReadonlyMap<string, Instrument>,
): ScaleColumn[] =>
  used.flatMap(({ id }) =>
    (instruments.get(id)?.scales ?? []).map((scale) => ({
      ...column(nameOf(id, scale.id), scale.title, {
        kind: 'number',
        decimals: Math.max(2, scale.decimals),
        about: {
          nl: `${scale.range.join('–')}, ${scale.directionWords.nl}; scoreversie ${scale.scoringVersion}; leeg wat alleen volgens een andere versie gescoord is`,
          en: `${scale.range.join('–')}, ${scale.directionWords.en}; scoring version ${scale.scoringVersion}; empty what was scored by another version only`,
        },
      }),
      instrument: id,
      scale: scale.id,
      scoringVersion: scale.scoringVersion,
    })),
  )

/** A clinical measure of the set as a column: of the care path, so the same on each of its rows. */
export type MeasureColumn = Column & { measure: string }

export const measureColumns = ({ measures }: Pick<OutcomeSet, 'measures'>): MeasureColumn[] =>
  measures.flatMap((measure) =>
    measure.kind === 'scale'
      ? []
      : [
          {
            ...column(nameOf('measure', measure.id), measure.title, {
              kind: 'number',
              decimals: measure.kind === 'value' ? measure.decimals : 0,
              values: measure.kind === 'event' ? yesNo : [],
              about: measure.denominator,
            }),
            measure: measure.id,
          },
        ],
  )
