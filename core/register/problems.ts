import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { type DefinitionProblem, problem } from '../problem.ts'
import { approximateDays } from '../time/duration.ts'
import type { Localised } from '../words.ts'
import type { FieldSource, Register } from './shape.ts'

type Known = { outcomeSets: ReadonlyMap<string, OutcomeSet>; instruments: ReadonlyMap<string, Instrument> }
type Path = DefinitionProblem['path']

/** Everything in a register's file that points at nothing, comes twice, or runs backwards in time; sets in `broken` have problems of their own. */
export function registerProblems(
  register: Register,
  known: Known,
  broken: ReadonlySet<string>,
): DefinitionProblem[] {
  const set = known.outcomeSets.get(register.outcomeSet)
  const inSet = set
    ? againstSet(register, set, known)
    : broken.has(register.outcomeSet)
      ? []
      : [absent(['outcomeSet'], 'set', register.outcomeSet, known.outcomeSets.keys())]
  return [...twice(register), ...windows(register), ...atProblems(register), ...inSet]
}

function twice({ moments, fields }: Register): DefinitionProblem[] {
  const lists: [string, string, string[]][] = [
    ['moments', 'code', moments.map(({ code }) => code)],
    ['fields', 'name', fields.map(({ name }) => name.toLowerCase())],
  ]
  return lists.flatMap(([list, key, names]) =>
    names.flatMap((name, place) =>
      names.indexOf(name) === place
        ? []
        : [
            problem(
              [list, place, key],
              `"${name}" staat er twee keer in; geef elk een eigen naam`,
              `"${name}" is used twice; give each its own`,
            ),
          ],
    ),
  )
}

const windows = ({ moments }: Register): DefinitionProblem[] =>
  moments.flatMap(({ from, until }, place) =>
    approximateDays(from) <= approximateDays(until)
      ? []
      : [
          problem(
            ['moments', place, 'until'],
            `deze termijn eindigt voordat zij begint (${from}); maak deze tijd later`,
            `this window ends before it begins (${from}); make this time later`,
          ),
        ],
  )

const atProblems = ({ moments, fields }: Register): DefinitionProblem[] =>
  fields.flatMap(({ at = [] }, field) =>
    at.flatMap((code, place) =>
      moments.some((moment) => moment.code === code)
        ? []
        : [
            absent(
              ['fields', field, 'at', place],
              'moment',
              code,
              moments.map((moment) => moment.code),
            ),
          ],
    ),
  )

function againstSet(register: Register, set: OutcomeSet, known: Known): DefinitionProblem[] {
  const options = set.treatmentOptions.map(({ id }) => id)
  const stages = set.carePath.stages.map(({ id }) => id)
  const { treatments = [], index, fields } = register
  return [
    ...treatments.flatMap((id, place) =>
      options.includes(id) ? [] : [absent(['treatments', place], 'option', id, options)],
    ),
    ...(index.kind === 'stage' && !stages.includes(index.stage)
      ? [absent(['index', 'stage'], 'stage', index.stage, stages)]
      : []),
    ...fields.flatMap(({ from }, place) => sourceProblems(from, ['fields', place, 'from'], set, known)),
  ]
}

function sourceProblems(from: FieldSource, path: Path, set: OutcomeSet, known: Known): DefinitionProblem[] {
  if (from.kind === 'measure') {
    const measures = set.measures.flatMap(({ id, kind }) => (kind === 'scale' ? [] : [id]))
    return measures.includes(from.measure)
      ? []
      : [absent([...path, 'measure'], 'measure', from.measure, measures)]
  }
  if (from.kind !== 'score' && from.kind !== 'answer') return []
  const used = set.instruments.map(({ id }) => id)
  if (!used.includes(from.instrument))
    return [absent([...path, 'instrument'], 'instrument', from.instrument, used)]
  const instrument = known.instruments.get(from.instrument)
  if (!instrument) return []
  return from.kind === 'score'
    ? scoreProblems(from, path, instrument)
    : answerProblems(from, path, instrument)
}

function scoreProblems(
  { scale, scoringVersion }: Extract<FieldSource, { kind: 'score' }>,
  path: Path,
  { scales }: Instrument,
): DefinitionProblem[] {
  const found = scales.find(({ id }) => id === scale)
  if (!found)
    return [
      absent(
        [...path, 'scale'],
        'scale',
        scale,
        scales.map(({ id }) => id),
      ),
    ]
  if (scoringVersion <= found.scoringVersion) return []
  const newest = found.scoringVersion
  const nl = `"${scale}" wordt hoogstens volgens versie ${newest} berekend; kies die of een lagere`
  const en = `"${scale}" is scored by version ${newest} at most; choose that or a lower one`
  return [problem([...path, 'scoringVersion'], nl, en)]
}

function answerProblems(
  { item }: Extract<FieldSource, { kind: 'answer' }>,
  path: Path,
  { items }: Instrument,
): DefinitionProblem[] {
  const found = items.find(({ key }) => key === item)
  if (!found)
    return [
      absent(
        [...path, 'item'],
        'item',
        item,
        items.map(({ key }) => key),
      ),
    ]
  if (found.kind === 'choice' || found.kind === 'rating' || found.kind === 'number') return []
  const nl = `"${item}" is geen enkel getal of keuze; kies een vraag die dat wel is, want eigen woorden gaan de deur niet uit`
  const en = `"${item}" is no single number or choice; name an item that is, because own words do not leave`
  return [problem([...path, 'item'], nl, en)]
}

/** What a mapping can name, in words. */
const NAMED = {
  set: { nl: 'uitkomstenset', en: 'outcome set' },
  moment: { nl: 'meetmoment', en: 'moment' },
  option: { nl: 'behandeling', en: 'treatment option' },
  stage: { nl: 'fase', en: 'stage' },
  measure: { nl: 'klinische uitkomst', en: 'clinical measure' },
  instrument: { nl: 'vragenlijst van de set', en: 'instrument of the set' },
  scale: { nl: 'schaal', en: 'scale' },
  item: { nl: 'vraag', en: 'item' },
} satisfies Record<string, Localised>

function absent(
  path: Path,
  what: keyof typeof NAMED,
  name: string,
  there: Iterable<string>,
): DefinitionProblem {
  const { nl, en } = NAMED[what]
  return problem(
    path,
    `er is geen ${nl} "${name}"; kies ${what === 'moment' ? 'een ander' : 'een andere'}`,
    `there is no ${en} "${name}"; choose another`,
    [...there],
  )
}
