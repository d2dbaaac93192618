import { and, count, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import { describeChange } from '../../core/change/change.ts'
import { countedOf } from '../../core/figures/clinical-measures.ts'
import { baselineOf, isScored } from '../../core/figures/cohort.ts'
import {
  type Bucket,
  type Cell,
  type Counted,
  type Source,
  sourceOf,
  sourceOfMonths,
} from '../../core/figures/series.ts'
import { once } from '../../core/memo.ts'
import type { Indicator } from '../../core/outcome-sets/indicator.ts'
import { localDate } from '../../core/time/dates.ts'
import { datesOf, type Months, moveMonth, startOfMonth } from '../../core/time/months.ts'
import { countFunnels, type MonthOfFunnel } from '../assessments/funnel.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { alerts, responses } from '../db/schema/outcomes.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { totalsByMonth } from '../figures/store.ts'
import { readObjections } from '../patients/objections.ts'
import { readRecorded } from './clinical.ts'
import { readKnownStages, readMeasurements, standingStages } from './measurements.ts'
import type { Team } from './scope.ts'

// The one place that asks the database what an indicator counts, by team and period. Means come from running figures;
// what else several indicators need of the same look is read once.

/** What is counted: which team, in which months, seen at which instant. */
export type Look = { team: Team; version: SetVersion; months: Months; now: string }

type Count = Indicator['count']
type Of<Kind extends Count['kind']> = Extract<Count, { kind: Kind }>

/** What an indicator counts over whole months; what needs a first measurement finds it before them too. */
export async function readSource(db: Tx, look: Look, { count: asked }: Indicator): Promise<Source> {
  const objections = await sharedObjections(db, look)
  const counted = (rows: readonly Counted[]) => sourceOf(rows, objections)
  switch (asked.kind) {
    case 'better':
      return counted(await readBetter(db, look, asked))
    case 'mean':
      return readMeans(db, look, asked)
    case 'clinical':
      return counted(await readClinical(db, look, asked))
    case 'answered':
      return counted(await readAnswered(db, look, asked))
    case 'alerts':
      return counted(await readAlerts(db, look))
    case 'started':
      return readFunnelMonths(db, look, ({ invited, started, people, mayStart }) =>
        mayStart > 0 ? null : { n: invited, sum: started, people },
      )
    case 'discussed':
      return readFunnelMonths(db, look, ({ due, discussed, duePeople, mayComplete }) =>
        mayComplete > 0 ? null : { n: due, sum: discussed, people: duePeople },
      )
  }
}

const until = ({ team, months }: Look) => startOfMonth(moveMonth(months.to, 1), team.zone)
const since = ({ team, months }: Look) => startOfMonth(months.from, team.zone)
const isWithin = (on: string, { months }: Look) => on >= datesOf(months).from && on <= datesOf(months).to

const kept = once<Look, Map<string, Promise<unknown>>>(() => new Map())

/** What was read for this look before is not read again. */
function shared<T>(look: Look, what: string, read: () => Promise<T>): Promise<T> {
  const known = kept(look).get(what) as Promise<T> | undefined
  const reading = known ?? read()
  kept(look).set(what, reading)
  return reading
}

const sharedObjections = (db: Tx, look: Look) =>
  shared(look, 'objections', () => readObjections(db, look.team))

/** One reading of a scale, at all moments at which an indicator of the set compares it. */
function sharedMeasurements(db: Tx, look: Look, measure: string) {
  const moments = look.version.set.indicators.flatMap(({ count: of }) =>
    of.kind === 'better' && of.measure === measure ? [of.baseline, ...of.moments] : [],
  )
  const { name } = scaleOf(look.version, measure)
  return shared(look, `scores of ${measure}`, () =>
    readMeasurements(db, look.team, name, until(look), look.now, [...new Set(moments)]),
  )
}

/** The scale behind a measure of the set. */
export function scaleOf({ set, instruments }: SetVersion, id: string) {
  const measure = set.measures.find((one) => one.id === id)
  if (measure?.kind !== 'scale') throw new Error(`${set.id} has no scale ${id}`)
  const scale = instruments.get(measure.instrument)?.scales.find((one) => one.id === measure.scale)
  if (!scale) throw new Error(`${measure.instrument} has no scale ${measure.scale}`)
  return { name: { instrument: measure.instrument, scale: measure.scale }, scale, title: measure.title }
}

async function readBetter(db: Tx, look: Look, { measure, baseline, moments }: Of<'better'>) {
  const { scale } = scaleOf(look.version, measure)
  const all = await sharedMeasurements(db, look, measure)
  const rows = all.filter(({ moment }) => moment === baseline || moments.includes(moment))
  const first = baselineOf(rows, baseline)
  return rows.filter(isScored).flatMap((row): Counted[] => {
    const before = first.get(row.enrolment)
    if (row.moment === baseline || !before || !isWithin(row.on, look)) return []
    const { kind } = describeChange(scale, before, row.score)
    return kind === 'unknown' ? [] : [{ on: row.on, person: row.person, value: Number(kind === 'better') }]
  })
}

/**
 * From the running figures: who was measured at several moments of a period counts at one of them, so people are never
 * too many. One at least, because a period of nobody is not hidden.
 */
async function readMeans(db: Tx, look: Look, { measure, moments }: Of<'mean'>): Promise<Source> {
  const { name } = scaleOf(look.version, measure)
  const rows = await totalsByMonth(
    db,
    { teamId: look.team.id, ...name, ...look.months },
    await sharedObjections(db, look),
  )
  const asked = rows.filter(({ moment }) => moments.includes(moment))
  const peopleAt = (some: typeof asked, moment: string) =>
    total(some.map((row) => (row.moment === moment ? row.people : 0)))
  const peopleOf = (some: typeof asked) =>
    some.length === 0 ? 0 : Math.max(1, ...moments.map((moment) => peopleAt(some, moment)))
  const cellOf = (some: typeof asked): Cell => ({
    people: peopleOf(some),
    n: total(some.map(({ n }) => n)),
    sum: total(some.map(({ sum }) => sum)),
  })
  const inBucket = (bucket: Bucket) => Map.groupBy(asked, ({ month }) => bucket(`${month}-01`))
  return {
    by: (bucket) => new Map([...inBucket(bucket)].map(([id, some]) => [id, cellOf(some)])),
    peopleIn: (some) => peopleOf(asked.filter(({ month }) => some.includes(month))),
  }
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

async function readClinical(db: Tx, look: Look, { measure: id }: Of<'clinical'>): Promise<Counted[]> {
  const measure = look.version.set.measures.find((one) => one.id === id)
  if (!measure || measure.kind === 'scale') throw new Error(`${look.version.set.id} has no clinical ${id}`)
  const { everyone, recordedFor } = await shared(look, 'clinical', async () => {
    const stages = standingStages(await readKnownStages(db, look.team))
    return readRecorded(db, { teamId: look.team.id, stages })
  })
  const today = localDate(look.now, look.team.zone)
  return countedOf(measure, recordedFor(id, everyone), datesOf(look.months), today)
}

/**
 * What was asked and whose window is over, as it was known then, by the day on which it closed: whatever comes in or is
 * taken back later changes no month that was shown.
 */
async function readAnswered(db: Tx, look: Look, { moments }: Of<'answered'>): Promise<Counted[]> {
  const { closesAt, withdrawnAt } = assessments
  const inTime = lte(responses.submittedAt, closesAt)
  const rows = await db
    .select({ person: assessments.patientId, closesAt, submitted: responses.submittedAt })
    .from(assessments)
    .leftJoin(responses, and(eq(responses.assessmentId, assessments.id), inTime))
    .where(
      and(
        eq(assessments.teamId, look.team.id),
        gte(closesAt, since(look)),
        lt(closesAt, until(look)),
        lte(closesAt, look.now),
        inArray(assessments.moment, moments),
        or(isNotNull(responses.submittedAt), isNull(withdrawnAt), gt(withdrawnAt, closesAt)),
      ),
    )
  return rows.map(({ person, closesAt: closed, submitted }) => ({
    on: localDate(closed, look.team.zone),
    person,
    value: Number(submitted !== null),
  }))
}

async function readAlerts(db: Tx, look: Look): Promise<Counted[]> {
  const rows = await db
    .select({
      person: responses.patientId,
      submittedAt: responses.submittedAt,
      alerts: count(alerts.id).mapWith(Number),
    })
    .from(responses)
    .leftJoin(alerts, eq(alerts.responseId, responses.id))
    .where(
      and(
        eq(responses.teamId, look.team.id),
        gte(responses.submittedAt, since(look)),
        lt(responses.submittedAt, until(look)),
      ),
    )
    .groupBy(responses.id, responses.patientId, responses.submittedAt)
  return rows.map(({ person, submittedAt, alerts: value }) => ({
    on: localDate(submittedAt ?? look.now, look.team.zone),
    person,
    value,
  }))
}

/** By the month of the first invitation; a month of which nothing is to be said yet is not there. */
async function readFunnelMonths(
  db: Tx,
  look: Look,
  of: (counts: MonthOfFunnel) => Cell | null,
): Promise<Source> {
  const { team, months, now } = look
  const counts = await shared(look, 'funnel', () =>
    countFunnels(db, { teamIds: [team.id], zone: team.zone, months, now }),
  )
  const cells = [...(counts.get(team.id) ?? [])].flatMap(([month, all]) => {
    const cell = of(all)
    return cell ? [[month, cell] as const] : []
  })
  return sourceOfMonths(new Map(cells))
}
