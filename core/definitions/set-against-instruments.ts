import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'

type Known = ReadonlyMap<string, Instrument>

/** What an outcome set says about instruments, held against the instruments themselves. Those in `broken` have problems of their own. */
export function outcomeSetAgainstInstruments(
  set: OutcomeSet,
  instruments: Known,
  broken: ReadonlySet<string>,
): DefinitionProblem[] {
  return [
    ...set.instruments.flatMap(({ id, version }, index) =>
      usedProblems(instruments, broken, id, version, index),
    ),
    ...set.moments.flatMap((moment, m) =>
      moment.instruments.flatMap((id, i) => sentProblems(instruments, id, m, i)),
    ),
    ...set.moments.flatMap(({ ifScores = [] }, m) =>
      ifScores.flatMap((one, s) =>
        scaleMissing(instruments.get(one.instrument), one.scale, ['moments', m, 'ifScores', s, 'scale']),
      ),
    ),
    ...set.measures.flatMap((measure, index) => {
      if (measure.kind !== 'scale') return []
      const path = ['measures', index]
      const missing = scaleMissing(instruments.get(measure.instrument), measure.scale, [...path, 'scale'])
      return missing.length > 0
        ? missing
        : domainProblems(set, instruments, measure.instrument, measure.scale, path)
    }),
    ...set.alerts.flatMap(({ when }, index) => {
      const instrument = instruments.get(when.instrument)
      const path = ['alerts', index, 'when']
      return when.kind === 'item'
        ? itemMissing(instrument, when.item, [...path, 'item'])
        : scaleMissing(instrument, when.scale, [...path, 'scale'])
    }),
    ...triageAgainst(set, instruments),
    ...capAgainst(set, instruments),
    ...set.instruments.flatMap(({ id }, index) => safetyProblems(set, instruments.get(id), index)),
  ]
}

function triageAgainst({ triage }: OutcomeSet, instruments: Known): DefinitionProblem[] {
  if (!triage) return []
  const { wish } = triage
  return [
    ...itemMissing(instruments.get(wish.instrument), wish.item, ['triage', 'wish', 'item']),
    ...(['red', 'yellow'] as const).flatMap((level) =>
      triage[level].flatMap(({ when }, r) =>
        scaleMissing(instruments.get(when.instrument), when.scale, ['triage', level, r, 'when', 'scale']),
      ),
    ),
  ]
}

/** A moment that alone asks more than a day may hold would never be asked. */
function capAgainst({ questionCap, moments }: OutcomeSet, instruments: Known): DefinitionProblem[] {
  if (!questionCap) return []
  return moments.flatMap(({ instruments: asked }, m) => {
    const items = asked.reduce((sum, id) => sum + (instruments.get(id)?.items.length ?? 0), 0)
    if (items <= questionCap.perDay) return []
    const message = `this moment asks ${items} questions, and "questionCap" allows ${questionCap.perDay} a day: it would never be asked`
    return [{ path: ['moments', m, 'instruments'], message }]
  })
}

function usedProblems(
  instruments: Known,
  broken: ReadonlySet<string>,
  id: string,
  version: number,
  index: number,
) {
  const instrument = instruments.get(id)
  if (instrument && instrument.version !== version) {
    const message = `"${id}" is at version ${instrument.version}, not ${version}; write the version that is used`
    return [{ path: ['instruments', index, 'version'], message }]
  }
  if (instrument?.respondents === 'staff') {
    const message = `"${id}" is for staff and partners; take it out, because an outcome set is asked of patients`
    return [{ path: ['instruments', index, 'id'], message }]
  }
  if (instrument || broken.has(id)) return []
  const known = [...instruments.keys()].map((name) => `"${name}"`).join(', ')
  return [
    {
      path: ['instruments', index, 'id'],
      message: `there is no file instruments/${id}.json; there are ${known || 'none'}`,
    },
  ]
}

function sentProblems(instruments: Known, id: string, moment: number, index: number): DefinitionProblem[] {
  if (instruments.get(id)?.form !== null) return []
  const message = `"${id}" has no wording and cannot be sent; install its form, or take it out of this moment`
  return [{ path: ['moments', moment, 'instruments', index], message }]
}

function scaleMissing(
  instrument: Instrument | undefined,
  scale: string,
  path: (string | number)[],
): DefinitionProblem[] {
  if (!instrument || instrument.scales.some(({ id }) => id === scale)) return []
  const known = instrument.scales.map(({ id }) => `"${id}"`).join(', ')
  return [{ path, message: `"${instrument.id}" has no scale "${scale}"; it has ${known || 'none'}` }]
}

function itemMissing(
  instrument: Instrument | undefined,
  item: string,
  path: (string | number)[],
): DefinitionProblem[] {
  if (!instrument || instrument.items.some(({ key }) => key === item)) return []
  const known = instrument.items.map(({ key }) => `"${key}"`).join(', ')
  return [{ path, message: `"${instrument.id}" has no item "${item}"; it has ${known || 'none'}` }]
}

function domainProblems(
  set: OutcomeSet,
  instruments: Known,
  id: string,
  scale: string,
  path: (string | number)[],
) {
  const domain = instruments.get(id)?.scales.find((one) => one.id === scale)?.domain
  if (domain === undefined || set.domains.some((one) => one.id === domain)) return []
  const message = `this scale belongs to "${domain}", which is not among the set's domains; add it, so that a page knows where to show it`
  return [{ path, message }]
}

/** A safety question that nobody is told about is worse than none. */
function safetyProblems(
  set: OutcomeSet,
  instrument: Instrument | undefined,
  index: number,
): DefinitionProblem[] {
  const watched = set.alerts.flatMap(({ when }) =>
    when.kind === 'item' ? [`${when.instrument}.${when.item}`] : [],
  )
  return (instrument?.items ?? [])
    .filter(({ key, safety }) => safety && !watched.includes(`${instrument?.id}.${key}`))
    .map(({ key }) => ({
      path: ['instruments', index],
      message: `"${key}" is a safety question; add an alert on it with a role and a response time`,
    }))
}
