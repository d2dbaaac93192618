import { and, asc, count, desc, eq, gte, inArray, isNull, ne } from 'drizzle-orm'
import type { AlertDesk, AlertRow, Before } from '../../core/alerts/alert-desk.ts'
import type { Rung } from '../../core/alerts/alert-ladder.ts'
import { RENEWED } from '../../core/alerts/alert-outcome.ts'
import { metBy } from '../../core/alerts/met-by.ts'
import { recordRead } from '../audit/store.ts'
import { alertTitle } from '../clinic/alerts.ts'
import { readNames } from '../clinic/patient.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import { alerts, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

const MOST_OPEN = 300
const MOST_CLOSED = 30
const CLOSED_FOR_MS = 14 * 86_400_000

/** What the caller's teams have to answer, and what they lately did. Each look is written down. */
export async function readDesk(deps: Deps, ctx: Ctx): Promise<AlertDesk> {
  const { db } = deps
  const now = deps.now().toISOString()
  const lately = new Date(deps.now().getTime() - CLOSED_FOR_MS).toISOString()
  const [open, closed, ofTeams] = await Promise.all([
    rowsOf(db, ctx)
      .where(and(ofOwnTeams(ctx), isNull(alerts.closedAt)))
      .orderBy(asc(alerts.respondBy), asc(alerts.id))
      .limit(MOST_OPEN),
    rowsOf(db, ctx)
      .where(and(ofOwnTeams(ctx), gte(alerts.closedAt, lately), ne(alerts.outcomeCode, RENEWED)))
      .orderBy(desc(alerts.closedAt), desc(alerts.id))
      .limit(MOST_CLOSED),
    db
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(inArray(teams.id, [...ctx.teamIds, '']))
      .orderBy(asc(teams.name)),
  ])
  const described = await describe(deps, [...open, ...closed])
  await recordRead(deps, ctx, {
    type: 'alerts.read',
    patients: [...open, ...closed].map(({ patient }) => patient.id),
  })
  const views = (rows: readonly { id: string }[]) => rows.flatMap(({ id }) => described.get(id) ?? [])
  return {
    now,
    me: ctx.actor.id,
    teams: ofTeams,
    open: views(open).toSorted(byWeight),
    closed: views(closed),
  }
}

const ofOwnTeams = (ctx: Ctx) => inArray(alerts.teamId, [...ctx.teamIds, ''])

const weight = ({ saidUrgent, severity }: AlertRow) => (saidUrgent ? 0 : severity === 'urgent' ? 1 : 2)
const byWeight = (a: AlertRow, b: AlertRow) =>
  weight(a) - weight(b) || (a.respondBy < b.respondBy ? -1 : a.respondBy > b.respondBy ? 1 : 0)

/** How many wait for the caller, or for nobody in particular, and how many in all: for the badge on every page. */
export async function countAlerts(db: Tx, ctx: Ctx): Promise<{ mine: number; open: number }> {
  const isOpen = and(ofOwnTeams(ctx), isNull(alerts.closedAt))
  const rows = await db
    .select({ holderId: alerts.holderId, number: count().mapWith(Number) })
    .from(alerts)
    .where(isOpen)
    .groupBy(alerts.holderId)
  const total = (some: typeof rows) => some.reduce((sum, { number }) => sum + number, 0)
  const mine = rows.filter(({ holderId }) => holderId === null || holderId === ctx.actor.id)
  return { mine: total(mine), open: total(rows) }
}

const rowsOf = (db: Tx, ctx: Ctx) =>
  db
    .select({
      ...fields,
      setVersionId: enrolments.setVersionId,
      askedBy: assessments.setVersionId,
      saidUrgent: responses.urgent,
      patient: {
        id: patients.id,
        givenName: patients.givenName,
        familyName: patients.familyName,
        birthDate: patients.birthDate,
        sex: patients.sex,
      },
    })
    .from(alerts)
    .innerJoin(responses, eq(responses.id, alerts.responseId))
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, alerts.enrolmentId))
    .innerJoin(
      patients,
      and(eq(patients.id, responses.patientId), eq(patients.organisationId, ctx.organisationId)),
    )

const fields = {
  id: alerts.id,
  enrolmentId: alerts.enrolmentId,
  teamId: alerts.teamId,
  rule: alerts.rule,
  severity: alerts.severity,
  value: alerts.value,
  raisedAt: alerts.raisedAt,
  respondBy: alerts.respondBy,
  rung: alerts.rung,
  holderId: alerts.holderId,
  follows: alerts.follows,
  isWorse: alerts.isWorse,
  acknowledgedAt: alerts.acknowledgedAt,
  closedAt: alerts.closedAt,
  closedById: alerts.closedBy,
  outcomeCode: alerts.outcomeCode,
  outcome: alerts.outcome,
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

async function describe({ db, definitions }: Deps, rows: readonly Row[]): Promise<Map<string, AlertRow>> {
  const followed = await beforeOf(
    db,
    rows.flatMap(({ follows }) => follows ?? []),
  )
  const [versions, names] = await Promise.all([
    definitions.versions(rows.flatMap(({ setVersionId, askedBy }) => [setVersionId, askedBy])),
    readNames(db, [
      ...rows.flatMap(({ holderId, closedById }) => [holderId, closedById]),
      ...[...followed.values()].map(({ closedBy }) => closedBy),
    ]),
  ])
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return new Map(
    rows.flatMap((row) => {
      const {
        rule,
        value,
        setVersionId,
        askedBy,
        follows,
        holderId,
        closedById,
        isWorse,
        rung,
        saidUrgent,
        ...rest
      } = row
      const set = versions.get(setVersionId)?.set
      const asked = versions.get(askedBy)
      if (!set || !asked) return []
      const before = follows === null ? undefined : followed.get(follows)
      const holder = holderId === null ? null : { id: holderId, name: name(holderId) ?? '' }
      const view: AlertRow = {
        ...rest,
        rule,
        title: alertTitle(set, rule),
        metBy: metBy(asked, rule, value),
        rung: rung as Rung | null,
        saidUrgent: saidUrgent ?? false,
        holder,
        closedBy: name(closedById),
        before: before ? { ...before, closedBy: name(before.closedBy) } : null,
        isWorse: isWorse ?? false,
      }
      return [[row.id, view] as const]
    }),
  )
}

/** What came of those that were there before, by their id; who closed them by id too. */
async function beforeOf(db: Tx, ids: readonly string[]): Promise<Map<string, Before>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: alerts.id,
      raisedAt: alerts.raisedAt,
      closedAt: alerts.closedAt,
      closedBy: alerts.closedBy,
      outcomeCode: alerts.outcomeCode,
      outcome: alerts.outcome,
    })
    .from(alerts)
    .where(inArray(alerts.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, ...before }) => [id, before]))
}
