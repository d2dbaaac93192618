import { peopleBy, type Sheet } from '../../core/disclosure/sheet.ts'
import { isOfSeveral, isTellable } from '../../core/disclosure/small-groups.ts'
import { type CutBy, cutBy, type Level } from '../../core/figures/team-outcomes.ts'
import type { Definitions, SetVersion } from '../definitions/reader.ts'
import { refused } from '../http/problem.ts'
import { type readKnownStages, stageAsKnown, type Traits } from './measurements.ts'

/** One property by which a group is cut; '' for who has no level. */
export type Cut = { by: CutBy; levelOf(row: Traits): string }

/** What a level is called where nothing is known. */
const NONE = ''

export const ageBands = ['under-65', '65-74', '75-and-over']
export const ageBand = (age: number) => (age < 65 ? 'under-65' : age < 75 ? '65-74' : '75-and-over')

type Known = {
  definitions: Definitions
  /** As they were known month by month. */
  stages: Awaited<ReturnType<typeof readKnownStages>>
  rows: readonly Traits[]
}

type PropertyBy = Exclude<CutBy, 'clinician'>

/** By what a group can be cut, whoever looks; together they decide when a block ends. */
const properties = cutBy.filter((by) => by !== 'clinician')

/** All these properties. */
export const cutsOf = (known: Known): Promise<Cut[]> => Promise.all(properties.map((by) => cutOf(by, known)))

async function cutOf(by: PropertyBy, { definitions, stages, rows }: Known): Promise<Cut> {
  if (by === 'stage')
    return { by, levelOf: ({ enrolment, on }) => stageAsKnown(stages.get(enrolment), on) ?? NONE }
  if (by !== 'version') return { by, levelOf: levelOf(by) }
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  return { by, levelOf: ({ setVersionId }) => carePathOf(versions.get(setVersionId)) }
}

const carePathOf = (version: SetVersion | undefined) => String(version?.set.carePath.version ?? NONE)

function levelOf(by: Exclude<PropertyBy, 'version' | 'stage'>): Cut['levelOf'] {
  switch (by) {
    case 'treatment':
      return ({ treatment }) => treatment ?? NONE
    case 'side':
      return ({ side }) => side
    case 'age':
      return ({ age }) => ageBand(age)
    case 'sex':
      return ({ sex }) => sex
    case 'language':
      return ({ language }) => language
    case 'mode':
      return ({ mode }) => mode ?? NONE
    case 'site':
      return ({ site }) => site ?? NONE
  }
}

const leadOf = ({ leadClinician }: Traits) => leadClinician ?? NONE

/** Whether enough lead clinicians have no small group of patients: only then are one's own told apart from the team's. */
export function hasSeveralLeads(sheet: Sheet<Traits>): boolean {
  const leads = sheet.by(leadOf)
  const people = peopleBy(sheet, leads)
  return isOfSeveral(leads.levels.filter((lead, at) => lead !== NONE && isTellable(people[at] ?? 0)).length)
}

/** By clinician: only of oneself, nobody looks up how a colleague's patients fare. */
export const mineOrOthers =
  (staffId: string): Cut['levelOf'] =>
  ({ leadClinician }) =>
    leadClinician === staffId ? 'mine' : 'others'

/** Levels by name: those of the outcome set in its order, others in that of the alphabet. */
export function levelsOf(by: CutBy, told: readonly string[], { set }: SetVersion): Level[] {
  const known = { treatment: set.treatmentOptions, stage: set.carePath.stages } as const
  if (by === 'treatment' || by === 'stage')
    return known[by].filter(({ id }) => told.includes(id)).map(({ id, title }): Level => ({ id, title }))
  const sorted = by === 'age' ? ageBands.filter((id) => told.includes(id)) : told.toSorted()
  return sorted.map((id): Level => ({ id, title: null }))
}

/** 'age:65-74' as a property and one of its levels. */
export function whoOf(text: string | undefined): { by: CutBy; id: string } | null {
  if (text === undefined) return null
  const [, name, id] = /^([a-z]+):(.+)$/.exec(text) ?? []
  const by = cutBy.find((one) => one === name)
  if (!by || !id) throw refused('unknown_choice', 'No such group', { name: 'who' })
  return { by, id }
}
