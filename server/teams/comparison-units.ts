import { HIDDEN } from '../../core/disclosure/blocks.ts'
import { sheetOf } from '../../core/disclosure/sheet.ts'
import type { Comparison } from '../../core/figures/comparison.ts'
import { type ComparedBy, isAmongOthers, type UnitName } from '../../core/figures/team-comparison.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Definitions } from '../definitions/reader.ts'
import { type Cut, cutsOf, hasSeveralLeads, mineOrOthers } from './cuts.ts'
import { type Measurement, readKnownStages } from './measurements.ts'
import type { Team } from './scope.ts'

// Into which units people are put, and what those are called. Others than one's own have no name and no id.

const AMONG_OTHERS = ['team', 'organisation'] as const
const WITHIN = ['treatment', 'site', 'clinician'] as const

/** By what somebody can be put in a unit: as it was when they were measured. */
type Divided = Pick<Measurement, 'treatment' | 'site' | 'leadClinician'> & {
  teamId: string
  organisationId: string
}

/** How people are divided. */
export type Division = {
  /** Where somebody belongs in this division and in those before it, from which nothing may be taken. */
  unitsOf(row: Divided): string[]
  /** Within a team: by which property its rows are cut, and beside which others; null where a team is a whole. */
  cutFor(
    db: Tx,
    team: Team,
    rows: readonly Measurement[],
  ): Promise<(Cut & { beside: Cut['levelOf'][] }) | null>
}

export function divisionBy(by: ComparedBy, ctx: Ctx, definitions: Definitions): Division {
  const order: readonly ComparedBy[] = isAmongOthers(by) ? AMONG_OTHERS : WITHIN
  const divisions = order.slice(0, order.indexOf(by) + 1).map((one) => unitOf(one, ctx))
  return {
    unitsOf: (row) => divisions.map((division) => division(row)),
    async cutFor(db, team, rows) {
      if (isAmongOthers(by)) return null
      const cuts = await cutsOf({ definitions, stages: await readKnownStages(db, team), rows })
      const levelOf = hasSeveralLeads(sheetOf(rows)) ? mineOrOthers(ctx.actor.id) : () => HIDDEN
      const own: Cut = { by: 'clinician', levelOf }
      const cut = [...cuts, own].find((one) => one.by === by)
      return cut ? { ...cut, beside: cuts.map(({ levelOf }) => levelOf) } : null
    },
  }
}

/** Of clinicians only oneself: nobody looks up how a colleague's patients fare. */
function unitOf(by: ComparedBy, ctx: Ctx): (row: Divided) => string {
  switch (by) {
    case 'team':
      return ({ teamId }) => teamId
    case 'organisation':
      return ({ organisationId }) => organisationId
    case 'treatment':
      return ({ treatment }) => treatment ?? ''
    case 'site':
      return ({ site }) => site ?? ''
    case 'clinician':
      return ({ leadClinician }) => (leadClinician === ctx.actor.id ? 'mine' : 'others')
  }
}

type Named = { names: UnitName[]; renamed: Comparison }

export function namesOf(by: ComparedBy, set: OutcomeSet, team: Team, comparison: Comparison): Named {
  if (by === 'team') return amongOthers(comparison, team.id, { nl: team.name, en: team.name })
  if (by === 'organisation') return amongOthers(comparison, team.organisationId, null)
  const titleOf = (id: string) => {
    if (by === 'treatment') return set.treatmentOptions.find((one) => one.id === id)?.title ?? null
    return by === 'site' && id !== '' ? { nl: id, en: id } : null
  }
  const isOwn = (id: string) => by !== 'clinician' || id === 'mine'
  const names = comparison.units.map(({ id }) => ({ id, title: titleOf(id), own: isOwn(id) }))
  return { names, renamed: comparison }
}

/** Others are numbered by how many people they have: neither their name nor their id leaves here. */
function amongOthers(comparison: Comparison, own: string, title: UnitName['title']): Named {
  const sized = comparison.units.toSorted((a, b) => (b.told?.n ?? 0) - (a.told?.n ?? 0))
  const others = sized.filter(({ id }) => id !== own)
  const nameOf = (id: string) =>
    id === own ? 'own' : `other-${others.findIndex((one) => one.id === id) + 1}`
  return {
    names: sized.map(({ id }) => ({ id: nameOf(id), title: id === own ? title : null, own: id === own })),
    renamed: {
      ...comparison,
      units: sized.map(({ id, told }) => ({ id: nameOf(id), told: told && { ...told, id: nameOf(id) } })),
    },
  }
}
