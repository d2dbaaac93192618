import { baselineOf, summarise, summariseChange } from '../../core/cohort.ts'
import { localDate } from '../../core/dates.ts'
import { namedForStaff } from '../../core/moment.ts'
import { datesOf, type Months, moveMonth, startOfMonth } from '../../core/months.ts'
import type { GroupRow, TeamOutcomes, TimePoint } from '../../core/team-outcomes.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { type Asked, type Choice, choose, describeChoice } from './choice.ts'
import { readClinicalMeasures } from './clinical.ts'
import { type Group, only, overTime, whoIsMissing } from './groups.ts'
import { type Measurement, readMeasurements, readStageEntries, stageOn } from './measurements.ts'
import type { Team } from './scope.ts'

/** How the team's patient group does on one scale: per moment, per stage, over time; who is missing; clinical measures. */
export async function readOutcomes(
  { db, definitions, now }: Pick<Deps, 'db' | 'definitions' | 'now'>,
  team: Team,
  months: Months,
  asked: Asked,
): Promise<TeamOutcomes> {
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const choice = choose(version, asked)
  const { set, measure, treatment, moments } = choice
  const instant = now().toISOString()
  const today = localDate(instant, team.zone)
  const period = datesOf(months)
  const until = startOfMonth(moveMonth(months.to, 1), team.zone)
  const ever = await readMeasurements(db, team, measure, until, instant)
  const stages = await readStageEntries(db, team.id)
  const group = groupOf(ever, period, treatment)
  const look = lookAt(choice, group, ever)
  const moment = choice.moment ?? busiest(choice, group)
  const atMoment = only(group, (one) => one.moment === moment)
  return {
    ...describeChoice(choice),
    ...months,
    team: { id: team.id, name: team.name },
    today,
    moments: namedForStaff(moments).flatMap((one) => look(one, (row) => row.moment === one.id)),
    stages: set.carePath.stages.flatMap((one) =>
      look(one, (row) => stageOn(stages.get(row.enrolment), row.on) === one.id),
    ),
    baseline: baselineId(choice),
    moment,
    ...timeOf(choice, group, months, atMoment),
    missing: whoIsMissing(atMoment),
    measures: await readClinicalMeasures(db, { set, teamId: team.id, stages, treatment, period, today }),
  }
}

type GroupName = Pick<GroupRow, 'id' | 'title'>

/** Change is counted from the first moment that asks for the scale. */
const baselineId = ({ moments }: Choice) => moments[0]?.id ?? ''

function groupOf(
  ever: readonly Measurement[],
  period: { from: string; to: string },
  treatment: string | null,
) {
  const whole = ever.filter(({ on }) => on >= period.from && on <= period.to)
  return { whole, rows: treatment === null ? whole : whole.filter((row) => row.treatment === treatment) }
}

/**
 * The moment in view over time; where nobody chose it and it has no two periods to tell of, all moments after the first
 * together.
 */
function timeOf(
  choice: Choice,
  group: Group,
  months: Months,
  atMoment: Group,
): Pick<TeamOutcomes, 'time' | 'timeIsOf'> {
  const time = overTime(choice.scale, atMoment, months)
  if (choice.moment !== null || isLine(time)) return { time, timeIsOf: 'moment' }
  const later = overTime(
    choice.scale,
    only(group, ({ moment }) => moment !== baselineId(choice)),
    months,
  )
  return isLine(later) ? { time: later, timeIsOf: 'later-moments' } : { time, timeIsOf: 'moment' }
}

const isLine = (points: readonly TimePoint[]) => points.filter(({ value }) => value !== null).length > 1

/** Sums up a part of the group, nothing where nobody was asked; the first measurement may be from before the period. */
function lookAt(choice: Choice, group: Group, ever: readonly Measurement[]) {
  const first = baselineOf(ever, baselineId(choice))
  const isLater = ({ moment }: Measurement) => moment !== baselineId(choice)
  return ({ id, title }: GroupName, keep: (row: Measurement) => boolean): GroupRow[] => {
    const part = only(group, keep)
    if (part.rows.length === 0) return []
    const later = only(part, isLater)
    const summary = summarise(choice.scale, part.rows, part.whole)
    return [{ id, title, summary, change: summariseChange(choice.scale, later.rows, first, later.whole) }]
  }
}

/** The moment after the first with the most answers: the one a team learns most from. */
function busiest({ moments }: Choice, { rows }: Group): string | null {
  const answers = (id: string) => rows.filter(({ moment, answered }) => moment === id && answered).length
  const [first, ...later] = moments
  const best = later.toSorted((a, b) => answers(b.id) - answers(a.id))[0]
  return best && answers(best.id) > 0 ? best.id : (first?.id ?? null)
}
