import { eq, inArray } from 'drizzle-orm'
import type { ClinicDay, ClinicRow, ResultRow } from '../../core/clinic-day.ts'
import { localDate, midnight, moveDate } from '../../core/dates.ts'
import { soonAfter } from '../assessments/talk-to-come.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { readAppointments } from './appointments.ts'
import { countDrafts, type PathFacts, readOpenings, readPaths } from './facts.ts'
import { readSoulFigures } from './figures.ts'
import { readAlarmed, readUnbooked } from './results.ts'
import { type Around, describeRow, type PathOf } from './row.ts'
import { assessmentFor } from './standing.ts'

/** How far back an answer without an appointment is still news. */
const LATE_FOR = '-P30D'

/**
 * The clinic of one day of the caller's teams (today when no day is given); and, whatever the day, their open alerts
 * and the answers without an appointment.
 */
export async function readClinicDay(deps: Deps, ctx: Ctx, wanted: string | undefined): Promise<ClinicDay> {
  const { db } = deps
  const now = deps.now().toISOString()
  const zone = await zoneOf(db, ctx)
  const today = localDate(now, zone)
  const day = wanted ?? today
  const [booked, { alarmed, openAlerts }, unbooked, figures, ofTeams] = await Promise.all([
    readAppointments(db, ctx, { from: midnight(day, zone), until: midnight(moveDate(day, 'P1D'), zone) }),
    readAlarmed(db, ctx),
    readUnbooked(db, ctx, {
      from: midnight(moveDate(today, LATE_FOR), zone),
      until: soonAfter(now, zone),
    }),
    readSoulFigures(db, ctx, { now, today, zone }),
    db
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(inArray(teams.id, [...ctx.teamIds])),
  ])
  const lists = await describeLists(deps, ctx, { now, today, zone }, { booked, alarmed, unbooked })
  await recordRead(deps, ctx, {
    type: 'clinic.read',
    patients: [...lists.alerts, ...lists.rows, ...lists.late].map(({ patient }) => patient.id),
    detail: { day },
  })
  return { day, now, teams: ofTeams, ...figures, openAlerts, ...lists }
}

async function zoneOf(db: Tx, ctx: Ctx): Promise<string> {
  const [row] = await db
    .select({ zone: organisations.timeZone })
    .from(organisations)
    .where(eq(organisations.id, ctx.organisationId))
  return row?.zone ?? 'UTC'
}

type Booked = Awaited<ReturnType<typeof readAppointments>>
type Results = Awaited<ReturnType<typeof readUnbooked>>
/** An instant, and its date in the organisation's time zone. */
type Moment = { now: string; today: string; zone: string }
type Lists = { booked: Booked; alarmed: Results; unbooked: Results }

async function describeLists(
  deps: Deps,
  ctx: Ctx,
  { now, today, zone }: Moment,
  { booked, alarmed, unbooked }: Lists,
) {
  const paths = [...booked, ...alarmed, ...unbooked]
  const [facts, versions] = await Promise.all([
    readPaths(
      deps.db,
      paths.map(({ enrolmentId }) => enrolmentId),
      today,
    ),
    deps.definitions.versions(paths.map(({ setVersionId }) => setVersionId)),
  ])
  const responseIds = [...facts.values()].flatMap(({ responses }) => responses.map(({ id }) => id))
  const [opened, drafts] = await Promise.all([
    readOpenings(deps.db, responseIds, ctx.actor.id),
    countDrafts(deps.db, responseIds),
  ])
  const around = { now, zone, opened, drafts }
  const listed = (results: Results) =>
    results.flatMap((one) => withPath(one, facts, versions, (path) => resultRow(one, path, around)))
  const shown = new Set(alarmed.map(({ responseId }) => responseId))
  return {
    alerts: listed(alarmed),
    rows: booked.flatMap((one) => withPath(one, facts, versions, (path) => clinicRow(one, path, around))),
    late: listed(unbooked.filter(({ responseId }) => !shown.has(responseId))),
  }
}

/** A row needs its care path's facts and definition; both exist, because the row refers to them. */
function withPath<Row>(
  one: Booked[number] | Results[number],
  facts: ReadonlyMap<string, PathFacts>,
  versions: ReadonlyMap<string, SetVersion>,
  make: (path: PathOf) => Row,
): Row[] {
  const found = facts.get(one.enrolmentId)
  const version = versions.get(one.setVersionId)
  if (!found || !version) return []
  const { enrolmentId, treatment, side } = one
  return [make({ enrolmentId, patient: { ...one.patient, side }, treatment, facts: found, version })]
}

type AroundDay = Omit<Around, 'startsAt'> & { zone: string }

function clinicRow(one: Booked[number], path: PathOf, { zone, ...around }: AroundDay): ClinicRow {
  const kind = path.version.set.appointmentKinds.find(({ id }) => id === one.kind)
  return {
    ...describeRow(path, assessmentFor(path.facts, one, zone), { ...around, startsAt: one.startsAt }),
    appointmentId: one.id,
    startsAt: one.startsAt,
    kind: kind?.title ?? { nl: one.kind, en: one.kind },
    clinician: one.clinician ?? one.clinicianName,
  }
}

function resultRow(one: Results[number], path: PathOf, around: Omit<Around, 'startsAt'>): ResultRow {
  const assessment = path.facts.assessments.find(({ id }) => id === one.assessmentId) ?? null
  return { ...describeRow(path, assessment, { ...around, startsAt: null }), responseId: one.responseId }
}
