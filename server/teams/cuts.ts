import { type CutBy, cutBy, type Level } from '../../core/team-outcomes.ts'
import type { Ctx } from '../ctx.ts'
import type { Definitions, SetVersion } from '../definitions/reader.ts'
import { refused } from '../http/problem.ts'
import { type StageEntry, stageOn, type Traits } from './measurements.ts'

/** One property by which a group is cut; '' for who has no level. */
export type Cut = { by: CutBy; levelOf(row: Traits): string }

/** What a level is called where nothing is known. */
const NONE = ''

export const ageBands = ['under-65', '65-74', '75-and-over']
export const ageBand = (age: number) => (age < 65 ? 'under-65' : age < 75 ? '65-74' : '75-and-over')

type Known = {
  ctx: Ctx
  definitions: Definitions
  stages: ReadonlyMap<string, StageEntry[]>
  rows: readonly Traits[]
}

/** All properties by which a group can be cut. */
export const cutsOf = (known: Known): Promise<Cut[]> => Promise.all(cutBy.map((by) => cutOf(by, known)))

/** What decides with when a block ends: not by clinician, of whom what is said depends on who looks. */
export const besideOf = (cuts: readonly Cut[]): Cut['levelOf'][] =>
  cuts.filter(({ by }) => by !== 'clinician').map(({ levelOf }) => levelOf)

async function cutOf(by: CutBy, { ctx, definitions, stages, rows }: Known): Promise<Cut> {
  if (by === 'stage')
    return { by, levelOf: ({ enrolment, on }) => stageOn(stages.get(enrolment), on) ?? NONE }
  if (by !== 'version') return { by, levelOf: levelOf(by, ctx) }
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  return { by, levelOf: ({ setVersionId }) => carePathOf(versions.get(setVersionId)) }
}

const carePathOf = (version: SetVersion | undefined) => String(version?.set.carePath.version ?? NONE)

function levelOf(by: Exclude<CutBy, 'version' | 'stage'>, ctx: Ctx): Cut['levelOf'] {
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
    // Only of oneself: nobody looks up how a colleague's patients fare.
    case 'clinician':
      return ({ leadClinician }) => (leadClinician === ctx.actor.id ? 'mine' : 'others')
  }
}

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
