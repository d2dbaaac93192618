import { and, eq, gte, inArray, isNull, lt, lte, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import { type ClinicalMeasure, isMeasuredWith } from '../../core/outcome-sets/measure.ts'
import { approximateDays } from '../../core/time/duration.ts'
import { discussResponse, openResponse } from '../consults/discuss.ts'
import { recordMeasures } from '../consults/record-measures.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { enrolments, measureValues, stageEntries } from '../db/schema/care.ts'
import { openings, responses } from '../db/schema/outcomes.ts'
import { patientNumbers } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { answerAlerts } from './alerting.ts'
import { habitsOf, nurseOf, type SeededTeam } from './people.ts'
import { type Chance, chanceOf } from './random.ts'

const DAY_MS = 86_400_000
/** Results that nobody has a visit for are looked at after this many days, on the first workday after. */
const REVIEW_AFTER = 9
const WEEKEND = 3
/** Clinical measures are entered when their window is over: so many days after the operation. */
const MEASURED_AFTER = [95, 370, 735]

/** What a team does besides its consults: alerts, results without an appointment, clinical measures. */
export async function followUp(deps: Deps, teams: readonly SeededTeam[], startsIn: number) {
  await answerAlerts(deps, teams)
  await reviewResults(deps, teams, startsIn)
  await enterMeasures(deps, teams)
}

const daysAgo = ({ now }: Deps, days: number) => new Date(now().getTime() - days * DAY_MS).toISOString()
const idsOf = (teams: readonly SeededTeam[]) => ({ teamIds: teams.map(({ id }) => id) })
async function reviewResults(deps: Deps, teams: readonly SeededTeam[], startsIn: number) {
  // Considered for a few days only: what is not looked at then stays unopened, as in practice.
  const span = { from: daysAgo(deps, REVIEW_AFTER + WEEKEND), until: daysAgo(deps, REVIEW_AFTER) }
  for (const { id, teamId, number } of await unopenedResults(deps.db, idsOf(teams), span)) {
    const team = teams.find((one) => one.id === teamId)
    const ctx = nurseOf(teams, teamId)
    const chance = chanceOf(`review ${number} ${deps.now().toISOString()}`)
    const habits = team && habitsOf(team, startsIn).aside
    if (!habits || !ctx || !chance.happens(habits.opens)) continue
    await openResponse(deps, ctx, id)
    if (chance.happens(habits.discusses))
      await discussResponse(deps, ctx, { responseId: id, appointmentId: null })
  }
}

const unopenedResults = listQuery('demo_results', ['teamIds'], (db, { teamIds }) =>
  db
    .select({ id: responses.id, teamId: responses.teamId, number: patientNumbers.number })
    .from(responses)
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, responses.patientId))
    .leftJoin(openings, eq(openings.responseId, responses.id))
    .where(
      and(
        inArray(responses.teamId, teamIds),
        lt(responses.submittedAt, sql.placeholder('until')),
        gte(responses.submittedAt, sql.placeholder('from')),
        isNull(openings.id),
      ),
    ),
)

async function enterMeasures(deps: Deps, teams: readonly SeededTeam[]) {
  for (const [round, days] of MEASURED_AFTER.entries())
    await enterRound(deps, teams, { after: MEASURED_AFTER[round - 1] ?? 0, days })
}

/** What can be known these `days` after an operation, and could not yet be known `after` so many. */
async function enterRound(deps: Deps, teams: readonly SeededTeam[], { after, days }: Round) {
  const dayAgo = (count: number) => daysAgo(deps, count).slice(0, 10)
  const span = { from: dayAgo(days + WEEKEND), until: dayAgo(days), since: dayAgo(WEEKEND) }
  for (const { id, teamId, setVersionId, treatment, number } of await operatedOn(deps.db).execute(span)) {
    const ctx = nurseOf(teams, teamId)
    const { set } = await deps.definitions.version(setVersionId)
    const chance = chanceOf(`measures ${number} ${days}`)
    const values = set.measures.flatMap((measure) =>
      measure.kind !== 'scale' && isOfRound(measure, { after, days }) && isMeasuredWith(measure, treatment)
        ? [{ measure: measure.id, value: inventMeasure(measure, chance), measuredOn: dayAgo(0) }]
        : [],
    )
    if (ctx && values.length > 0) await recordMeasures(deps, ctx, id, values)
  }
}

type Round = { after: number; days: number }

/** A time that ends with the operation, or with a stage soon after it, is known in the first round. */
function isOfRound({ window: { stage, until, within } }: ClinicalMeasure, { after, days }: Round): boolean {
  if (stage !== 'surgery' && until !== 'surgery') return false
  const length = within ? approximateDays(within) : 0
  return length <= days && (length > after || (length === 0 && after === 0))
}

const operatedOn = once((db: Tx) =>
  db
    .select({
      id: enrolments.id,
      teamId: enrolments.teamId,
      setVersionId: enrolments.setVersionId,
      treatment: enrolments.treatmentOption,
      number: patientNumbers.number,
    })
    .from(stageEntries)
    .innerJoin(enrolments, eq(enrolments.id, stageEntries.enrolmentId))
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, enrolments.patientId))
    .leftJoin(
      measureValues,
      and(
        eq(measureValues.enrolmentId, enrolments.id),
        gte(measureValues.measuredOn, sql.placeholder('since')),
      ),
    )
    .where(
      and(
        eq(stageEntries.stage, 'surgery'),
        lte(stageEntries.enteredOn, sql.placeholder('until')),
        gte(stageEntries.enteredOn, sql.placeholder('from')),
        isNull(measureValues.id),
      ),
    )
    .prepare('demo_operated'),
)

/** What is usual for a number of days; what is good happens to nine in ten, and what is not to three in a hundred. */
const usual: Record<string, number> = { 'length-of-stay': 2.4, 'waiting-time': 30 }

function inventMeasure(measure: ClinicalMeasure, chance: Chance): number {
  if (measure.kind === 'event')
    return Number(chance.happens(measure.direction === 'higher-is-better' ? 0.9 : 0.03))
  const [low, high] = measure.range
  const mean = usual[measure.id] ?? (low + high) / 2
  return Math.round(Math.min(high, Math.max(low, chance.around(mean, mean / 4))))
}
