import { unwatched } from '../alerts/unwatched.ts'
import { domainTitles } from '../instruments/domain-titles.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { titleForStaff } from '../outcome-sets/staff-title.ts'
import { type DefinitionProblem, problem } from '../problem.ts'
import { limitProblems } from './limit-problems.ts'
import { usedProblems } from './used-instruments.ts'

type Known = ReadonlyMap<string, Instrument>
type Path = DefinitionProblem['path']

/** What an outcome set says about instruments, held against the instruments themselves. Those in `broken` have problems of their own. */
export function outcomeSetAgainstInstruments(
  set: OutcomeSet,
  instruments: Known,
  broken: ReadonlySet<string>,
): DefinitionProblem[] {
  return [
    ...usedProblems(set, instruments, broken),
    ...momentsAgainst(set, instruments),
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
    ...limitProblems(set, instruments),
    ...capAgainst(set, instruments),
    ...set.instruments.flatMap(({ id }, index) => safetyProblems(set, instruments.get(id), index)),
  ]
}

const momentsAgainst = ({ moments }: OutcomeSet, instruments: Known): DefinitionProblem[] => [
  ...moments.flatMap((moment, m) =>
    moment.instruments.flatMap((id, i) =>
      sentProblems(instruments.get(id), ['moments', m, 'instruments', i]),
    ),
  ),
  ...moments.flatMap(({ ifScores = [] }, m) =>
    ifScores.flatMap((one, s) =>
      scaleMissing(instruments.get(one.instrument), one.scale, ['moments', m, 'ifScores', s, 'scale']),
    ),
  ),
]

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
  const { perDay, perVisit = perDay } = questionCap
  return moments.flatMap(({ instruments: asked, anchor, opens }, m) => {
    const items = asked.reduce((sum, id) => sum + (instruments.get(id)?.items.length ?? 0), 0)
    const isBefore = anchor.kind === 'appointment' && opens.startsWith('-')
    if (isBefore && items <= perDay && items > perVisit) {
      const nl = `dit meetmoment stelt ${items} vragen, en voor één afspraak mogen het er ${perVisit} zijn: zo komt het nooit; vraag minder, of sta meer per afspraak toe`
      const en = `this moment asks ${items} questions, and a visit allows ${perVisit}: it would never be asked; ask less, or allow more a visit`
      return [problem(['moments', m, 'instruments'], nl, en)]
    }
    if (items <= perDay) return []
    const nl = `dit meetmoment stelt ${items} vragen, en op één dag mogen het er ${perDay} zijn: zo komt het nooit; vraag minder, of sta meer per dag toe`
    const en = `this moment asks ${items} questions, and a day allows ${perDay}: it would never be asked; ask less, or allow more a day`
    return [problem(['moments', m, 'instruments'], nl, en)]
  })
}

function sentProblems(instrument: Instrument | undefined, path: Path): DefinitionProblem[] {
  if (instrument?.form !== null) return []
  const { nl, en } = titleForStaff(instrument)
  return [
    problem(
      path,
      `“${nl}” heeft geen vraagtekst en kan niet verstuurd worden; plaats de vraagtekst, of haal de vragenlijst uit dit meetmoment`,
      `“${en}” has no wording and cannot be sent; install its wording, or take it out of this moment`,
    ),
  ]
}

function scaleMissing(instrument: Instrument | undefined, scale: string, path: Path): DefinitionProblem[] {
  if (!instrument || instrument.scales.some(({ id }) => id === scale)) return []
  const { nl, en } = titleForStaff(instrument)
  const known = instrument.scales.map(({ id }) => id)
  return [
    problem(
      path,
      `“${nl}” heeft geen schaal "${scale}"; kies een andere`,
      `“${en}” has no scale "${scale}"; choose another`,
      known,
    ),
  ]
}

function itemMissing(instrument: Instrument | undefined, item: string, path: Path): DefinitionProblem[] {
  if (!instrument || instrument.items.some(({ key }) => key === item)) return []
  const { nl, en } = titleForStaff(instrument)
  const known = instrument.items.map(({ key }) => key)
  return [
    problem(
      path,
      `“${nl}” heeft geen vraag "${item}"; kies een andere`,
      `“${en}” has no item "${item}"; choose another`,
      known,
    ),
  ]
}

function domainProblems(set: OutcomeSet, instruments: Known, id: string, scale: string, path: Path) {
  const domain = instruments.get(id)?.scales.find((one) => one.id === scale)?.domain
  if (domain === undefined || set.domains.some((one) => one.id === domain)) return []
  const title = domainTitles[domain]
  const nl = `deze uitkomst hoort bij het domein “${title.nl}”, en dat zit niet in de set; voeg het toe`
  const en = `this measure belongs to the domain “${title.en}”, which is not in the set; add it`
  return [problem(path, nl, en, [domain])]
}

/** A safety question that nobody is told about is worse than none. */
function safetyProblems(
  set: OutcomeSet,
  instrument: Instrument | undefined,
  index: number,
): DefinitionProblem[] {
  return (instrument ? unwatched(set, instrument) : []).map(({ label }) =>
    problem(
      ['instruments', index],
      `niemand krijgt bericht van de veiligheidsvraag “${label.nl}”; voeg een signaal op die vraag toe, met een rol en een tijd om te reageren`,
      `nobody is told about the safety question “${label.en}”; add an alert on it, with a role and a response time`,
    ),
  )
}
