import { describeChange, type ScoreToCompare } from '../../core/change/change.ts'
import { toTell } from '../../core/disclosure/told-blocks.ts'
import { baselineOf, isComparable, isOwn, isScored } from '../../core/figures/cohort.ts'
import type { Comparable } from '../../core/figures/comparison.ts'
import type { Scale } from '../../core/instruments/scale.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf, moveMonth } from '../../core/time/months.ts'
import type { Tx } from '../db/database.ts'
import { readObjections } from '../patients/objections.ts'
import { type Compared, readFirst } from './comparison-rows.ts'
import type { Division } from './comparison-units.ts'
import { scaleOf } from './indicator-source.ts'
import { closed, type Measurement, readMeasurements } from './measurements.ts'
import type { Team } from './scope.ts'

// People of whom a comparison tells are those of whom the team's own page does: the same day, the same blocks of months.
// So neither can be taken from the other.

type CaseMixVariable = OutcomeSet['caseMix'][number]
/** What of the set's case mix is in the database: age, sex, and first scores. */
export const isRecorded = ({ id, measure }: CaseMixVariable) =>
  id === 'age' || id === 'sex' || measure !== undefined

/** Everybody who may be told: who has a value with their case mix, and beside them who was asked and is over. */
export async function readComparable(db: Tx, asked: Compared, division: Division): Promise<Comparable[]> {
  const caseMixOf = await readCaseMix(db, asked)
  const found: Comparable[] = []
  for (const team of asked.teams) found.push(...(await readTeam(db, asked, team, division, caseMixOf)))
  return found
}

type CaseMixOf = Awaited<ReturnType<typeof readCaseMix>>

async function readCaseMix(db: Tx, asked: Compared) {
  const variables = asked.version.set.caseMix.filter(isRecorded)
  const firsts = await Promise.all(
    variables.map(async ({ measure }) => (measure === undefined ? null : readFirst(db, asked, measure))),
  )
  return ({ enrolment, age, sex, score }: Measurement) =>
    variables.map(({ id }, place) => {
      if (id === 'age') return age
      if (id === 'sex') return sexOf(sex)
      const first = firsts[place]?.get(enrolment)
      return first && first.byProxy === score?.byProxy ? first.value : null
    })
}

const sexOf = (sex: string) => (sex === 'female' ? 1 : sex === 'male' ? 0 : null)

async function readTeam(
  db: Tx,
  asked: Compared,
  team: Team,
  division: Division,
  caseMixOf: CaseMixOf,
): Promise<Comparable[]> {
  const { count } = asked.indicator
  const { name, scale } = scaleOf(asked.version, count.measure)
  const moments = count.kind === 'better' ? [count.baseline, ...count.moments] : count.moments
  const ever = await readMeasurements(db, team, name, asked.now, asked.now, moments)
  const first = baselineOf(ever, count.kind === 'better' ? count.baseline : '')
  const isKnown = (row: Measurement) =>
    count.kind === 'mean'
      ? isOwn(row)
      : isScored(row) && isComparable(scale, first.get(row.enrolment), row.score)
  const told = await tellerOf(db, asked, team, division, ever)
  const placed = (row: Measurement) => ({
    team: team.id,
    units: division.unitsOf({ ...row, teamId: team.id, organisationId: team.organisationId }),
    person: row.person,
  })
  return [
    ...told(ever.filter(isKnown)).map((row) => ({
      ...placed(row),
      y: outcomeOf(count.kind, scale, first.get(row.enrolment), row.score),
      answered: null,
      caseMix: caseMixOf(row),
    })),
    ...told(closed(ever)).map((row) => ({ ...placed(row), y: null, answered: row.answered, caseMix: [] })),
  ]
}

/** What of a history may be told: at each moment as the team's page does, and then of each enrolment the last. */
async function tellerOf(
  db: Tx,
  { indicator, months, now }: Compared,
  team: Team,
  { cutFor }: Division,
  ever: readonly Measurement[],
) {
  const objections = await readObjections(db, team)
  const cut = await cutFor(db, team, ever)
  const last = moveMonth(monthOf(localDate(now, team.zone)), -1)
  const tell = (rows: readonly Measurement[]) => {
    if (!cut) return toTell(rows, objections, months, last).rows
    const told = toTell(rows, objections, months, last, cut.levelOf, cut.beside)
    return told.levels.flatMap((level) => told.rowsOf(level))
  }
  return (rows: readonly Measurement[]) =>
    lastOf(indicator.count.moments.flatMap((wanted) => tell(rows.filter(({ moment }) => moment === wanted))))
}

/** Of each enrolment the last. */
const lastOf = (rows: readonly Measurement[]): Measurement[] => [
  ...new Map(
    rows.toSorted((a, b) => (a.on < b.on ? -1 : 1)).map((row) => [row.enrolment, row] as const),
  ).values(),
]

function outcomeOf(
  kind: 'better' | 'mean',
  scale: Scale,
  before: ScoreToCompare | undefined,
  now: ScoreToCompare | null,
): number | null {
  if (kind === 'mean') return now?.value ?? null
  return before && now ? Number(describeChange(scale, before, now).kind === 'better') : null
}
