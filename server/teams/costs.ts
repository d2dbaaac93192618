import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import { describeChange } from '../../core/change.ts'
import { baselineOf } from '../../core/cohort.ts'
import {
  type Course,
  cohortId,
  costsBy,
  firstMonthOf,
  lastComplete,
  type PricedActivity,
  weigh,
} from '../../core/costing.ts'
import { localDate } from '../../core/dates.ts'
import type { Indicator } from '../../core/indicator.ts'
import { moveMonth } from '../../core/months.ts'
import { type Objections, unobjected } from '../../core/objections.ts'
import type { TeamCosts } from '../../core/team-costs.ts'
import { toTell } from '../../core/told-blocks.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments, stageEntries } from '../db/schema/care.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { readObjections } from '../patients/objections.ts'
import { scaleOf } from './indicator-source.ts'
import { readMeasurements } from './measurements.ts'
import { readPrices } from './prices.ts'
import type { Team } from './scope.ts'

type Better = Indicator & { count: Extract<Indicator['count'], { kind: 'better' }> }

/** Half years that are shown: a period nobody chooses, so that none can be taken from another. */
const SHOWN = 4

/** What care costs the organisation, beside what it brings the same people: per half year of their start, per treatment. */
export async function readCosts(
  { db, definitions, now }: Pick<Deps, 'definitions' | 'now'> & { db: Tx },
  team: Team,
): Promise<Omit<TeamCosts, 'maySteer'>> {
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const { set } = version
  const instant = now().toISOString()
  const today = localDate(instant, team.zone)
  const outcome = set.indicators.find((one): one is Better => one.count.kind === 'better')
  const activities = await readPrices(db, team.organisationId, set)
  const courses = await readCourses(db, { team, version, instant, outcome })
  const { cohorts, treated, cohortOf, told } = tellable(
    courses,
    await readObjections(db, team),
    lastComplete(today),
  )
  const rows = costsBy(cohorts, activities, cohortOf)
  return {
    today,
    stages: set.carePath.stages.map(({ id, title }) => ({ id, title })),
    treatments: set.treatmentOptions.map(({ id, title }) => ({ id, title })),
    roles: set.roles,
    activities: activities.map(toShow),
    outcome: outcome ? { id: outcome.id, title: outcome.title } : null,
    cohorts: rows,
    byTreatment: costsBy(treated, activities, ({ treatment }) => treatment ?? ''),
    treatmentsOf: told,
    weighing: weigh(rows, cohorts, activities, cohortOf),
  }
}

/** Whole half years, joined until they are no small groups, and within them the treatments that are none either. */
function tellable(courses: readonly Course[], objections: Objections, last: string) {
  // A half year is told a year after it began: who objects by then is not in it. `toTell` leaves out who objected as it began.
  const known = courses.map((one) => ({ ...one, on: `${moveMonth(firstMonthOf(one), 11)}-01` }))
  const history = unobjected(known, objections).map((one) => ({ ...one, on: `${firstMonthOf(one)}-01` }))
  const asked = { from: moveMonth(last, 6 * (1 - SHOWN)), to: last }
  const all = toTell(history, objections, asked, last)
  const byTreatment = toTell(history, objections, asked, last, ({ treatment }) => treatment ?? '')
  const cohortOf = (course: Course) => {
    const month = firstMonthOf(course)
    const block = all.blocks.find(({ from, to }) => from <= month && month <= to)
    return block ? cohortId(block) : ''
  }
  const treated = byTreatment.levels.flatMap((level) => byTreatment.rowsOf(level))
  return { cohorts: all.rows, treated, cohortOf, told: byTreatment.months && cohortId(byTreatment.months) }
}

const toShow = ({ code, title, stage, role, minutes, required, cents, source }: PricedActivity) => ({
  code,
  title,
  stage,
  role,
  minutes,
  required,
  cents,
  source,
})

type Asked = { team: Team; version: SetVersion; instant: string; outcome: Better | undefined }

/** Everybody who ever began. */
async function readCourses(db: Tx, asked: Asked): Promise<Course[]> {
  const { team } = asked
  const began = eq(enrolments.teamId, team.id)
  const people = await db
    .select({
      id: enrolments.id,
      person: enrolments.patientId,
      startedOn: enrolments.startedOn,
      treatment: enrolments.treatmentOption,
    })
    .from(enrolments)
    .where(began)
  const stages = await db
    .select({
      enrolment: stageEntries.enrolmentId,
      stage: stageEntries.stage,
      enteredOn: stageEntries.enteredOn,
    })
    .from(stageEntries)
    .innerJoin(enrolments, eq(enrolments.id, stageEntries.enrolmentId))
    .where(and(began, isNull(stageEntries.withdrawnAt)))
  const visits = await db
    .select({ enrolment: appointments.enrolmentId, startsAt: appointments.startsAt })
    .from(appointments)
    .innerJoin(enrolments, eq(enrolments.id, appointments.enrolmentId))
    .where(and(began, inArray(appointments.status, ['booked']), lte(appointments.startsAt, asked.instant)))
  const [stagesOf, visitsOf] = [
    Map.groupBy(stages, ({ enrolment }) => enrolment),
    Map.groupBy(visits, ({ enrolment }) => enrolment),
  ]
  const outcomeOf = await readOutcomesOf(db, asked)
  return people.map(({ id, ...person }) => ({
    ...person,
    stages: stagesOf.get(id) ?? [],
    visits: (visitsOf.get(id) ?? []).map(({ startsAt }) => localDate(startsAt, team.zone)),
    ...outcomeOf(id),
  }))
}

/** For each enrolment: whether the later measurement was asked, and whether it was clearly better than the first. */
async function readOutcomesOf(db: Tx, { team, version, instant, outcome }: Asked) {
  if (!outcome) return () => ({ asked: false, better: null })
  const { measure, baseline, moments } = outcome.count
  const { name, scale } = scaleOf(version, measure)
  const rows = await readMeasurements(db, team, name, instant, instant, [baseline, ...moments])
  const first = baselineOf(rows, baseline)
  const later = Map.groupBy(
    rows.filter(({ moment }) => moment !== baseline),
    ({ enrolment }) => enrolment,
  )
  return (enrolment: string): Pick<Course, 'asked' | 'better'> => {
    // One moment of each person, the first that the indicator names: who began longer ago would otherwise have had more chances.
    const asked = later.get(enrolment) ?? []
    const then = moments.flatMap((wanted) => asked.find(({ moment }) => moment === wanted) ?? [])[0]
    const before = first.get(enrolment)
    const kind = before && then?.score ? describeChange(scale, before, then.score).kind : 'unknown'
    return { asked: then !== undefined, better: kind === 'unknown' ? null : kind === 'better' }
  }
}
