import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import { describeChange } from '../../core/change/change.ts'
import { type Course, costsBy, type PricedActivity, weigh } from '../../core/costs/costing.ts'
import type { TeamCosts } from '../../core/costs/team-costs.ts'
import { firstToldOn, toldCourses } from '../../core/costs/told-costs.ts'
import { baselineOf } from '../../core/figures/cohort.ts'
import type { Indicator } from '../../core/outcome-sets/indicator.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments, stageEntries } from '../db/schema/care.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { readFormer, treatmentOn } from '../enrolments/former-choices.ts'
import { refused } from '../http/problem.ts'
import { readObjections } from '../patients/objections.ts'
import { scaleOf } from './indicator-source.ts'
import { readMeasurements } from './measurements.ts'
import { readPrices } from './prices.ts'
import type { Team } from './scope.ts'

type Better = Indicator & { count: Extract<Indicator['count'], { kind: 'better' }> }

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
  const { cohorts, treated, cohortOf, treatmentsOf } = toldCourses(
    courses,
    await readObjections(db, team),
    today,
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
    treatmentsOf,
    weighing: weigh(rows, cohorts, activities, cohortOf),
  }
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
      treatmentChosenOn: enrolments.treatmentChosenOn,
    })
    .from(enrolments)
    .where(began)
  const former = await readFormer(db, [team.id])
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
  return people.map(({ id, person, startedOn, ...chosen }) => ({
    person,
    startedOn,
    // as it was when that half year was first told: a later choice moves nobody
    treatment: treatmentOn(former, firstToldOn({ startedOn }), { enrolment: id, ...chosen }),
    stages: stagesOf.get(id) ?? [],
    visits: (visitsOf.get(id) ?? []).map(({ startsAt }) => localDate(startsAt, team.zone)),
    ...outcomeOf(id),
  }))
}

/** For each enrolment: whether the later measurement was asked, and whether it was clearly better than the first. */
async function readOutcomesOf(db: Tx, { team, version, instant, outcome }: Asked) {
  if (!outcome) return () => ({ asked: false, better: null, betterOn: null })
  const { measure, baseline, moments } = outcome.count
  const { name, scale } = scaleOf(version, measure)
  const rows = await readMeasurements(db, team, name, instant, instant, [baseline, ...moments])
  const first = baselineOf(rows, baseline)
  const later = Map.groupBy(
    rows.filter(({ moment }) => moment !== baseline),
    ({ enrolment }) => enrolment,
  )
  return (enrolment: string): Pick<Course, 'asked' | 'better' | 'betterOn'> => {
    // One moment of each person, the first that the indicator names: who began longer ago would otherwise have had more chances.
    const asked = later.get(enrolment) ?? []
    const then = moments.flatMap((wanted) => asked.find(({ moment }) => moment === wanted) ?? [])[0]
    const before = first.get(enrolment)
    const kind = before && then?.score ? describeChange(scale, before, then.score).kind : 'unknown'
    const known = kind === 'unknown' ? null : { better: kind === 'better', betterOn: then?.on ?? null }
    return { asked: then !== undefined, ...(known ?? { better: null, betterOn: null }) }
  }
}
