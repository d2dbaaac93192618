import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'
import { approximateDays } from '../time/duration.ts'
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
      : [absent(['outcomeSet'], 'outcome set', register.outcomeSet, known.outcomeSets.keys())]
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
        : [{ path: [list, place, key], message: `"${name}" is used twice; give each its own` }],
    ),
  )
}

const windows = ({ moments }: Register): DefinitionProblem[] =>
  moments.flatMap(({ from, until }, place) =>
    approximateDays(from) <= approximateDays(until)
      ? []
      : [{ path: ['moments', place, 'until'], message: `this window ends before it begins (${from})` }],
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
      options.includes(id) ? [] : [absent(['treatments', place], 'treatment option', id, options)],
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
      : [absent([...path, 'measure'], 'clinical measure', from.measure, measures)]
  }
  if (from.kind !== 'score' && from.kind !== 'answer') return []
  const used = set.instruments.map(({ id }) => id)
  if (!used.includes(from.instrument))
    return [absent([...path, 'instrument'], 'instrument of the set', from.instrument, used)]
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
  const message = `"${scale}" is scored by version ${found.scoringVersion} at most`
  return [{ path: [...path, 'scoringVersion'], message }]
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
  const message = `"${item}" is no single number or choice; name an item that is, because own words do not leave`
  return [{ path: [...path, 'item'], message }]
}

function absent(path: Path, what: string, name: string, there: Iterable<string>): DefinitionProblem {
  const names = [...there].map((one) => `"${one}"`).join(', ')
  return { path, message: `there is no ${what} "${name}"; there are ${names || 'none'}` }
}
