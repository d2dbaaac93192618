import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { titleForStaff } from '../outcome-sets/staff-title.ts'
import { type DefinitionProblem, problem } from '../problem.ts'

type Known = ReadonlyMap<string, Instrument>

/** Whether the instruments that a set names are there, in those versions, and for patients. */
export const usedProblems = (
  { instruments }: OutcomeSet,
  known: Known,
  broken: ReadonlySet<string>,
): DefinitionProblem[] =>
  instruments.flatMap((named, index) => {
    const instrument = known.get(named.id)
    if (instrument) return otherProblems(instrument, named.version, index)
    return broken.has(named.id) ? [] : [notThere(named.id, index, [...known.keys()])]
  })

function otherProblems(instrument: Instrument, version: number, index: number): DefinitionProblem[] {
  const { nl, en } = titleForStaff(instrument)
  if (instrument.version !== version)
    return [
      problem(
        ['instruments', index, 'version'],
        `“${nl}” is er in versie ${instrument.version}, niet in ${version}; kies de versie die er is`,
        `“${en}” is at version ${instrument.version}, not ${version}; choose the version that is there`,
      ),
    ]
  if (instrument.respondents !== 'staff') return []
  return [
    problem(
      ['instruments', index, 'id'],
      `“${nl}” is voor medewerkers en partners; haal haar weg, want een uitkomstenset wordt aan patiënten gevraagd`,
      `“${en}” is for staff and partners; take it out, because an outcome set is asked of patients`,
    ),
  ]
}

const notThere = (id: string, index: number, known: readonly string[]) =>
  problem(
    ['instruments', index, 'id'],
    `er is geen vragenlijst "${id}" in deze versie; breng haar bestand mee, of kies een andere`,
    `there is no questionnaire "${id}" in this version; bring its file along, or choose another`,
    known,
  )
