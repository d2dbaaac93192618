import { and, asc, eq, gt, isNotNull, lte, sql } from 'drizzle-orm'
import type { VisitForm } from '../../core/consult/triage.ts'
import { type AfterVisit, type VisitFigures, visitFigures } from '../../core/figures/visit-figures.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf, moveMonth } from '../../core/time/months.ts'
import { readFindings } from '../clinic/findings.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { alerts, responses } from '../db/schema/outcomes.ts'
import { visitDecisions } from '../db/schema/visits.ts'
import type { Deps } from '../deps.ts'
import { readObjections } from '../patients/objections.ts'
import type { Team } from '../teams/scope.ts'

/**
 * What was decided about the team's visits since January of last year, and what the patients answered next; null for a
 * team whose set has no visit triage.
 */
export async function readVisitFigures(deps: Deps, team: Team): Promise<VisitFigures | null> {
  const { db, definitions } = deps
  if (!(await definitions.current(team.outcomeSet))?.set.triage) return null
  const now = deps.now().toISOString()
  const today = localDate(now, team.zone)
  const [decided, after] = await Promise.all([readDecided(db, team, now), readAfter(deps, team)])
  const shown = { from: `${Number(today.slice(0, 4)) - 1}-01`, to: moveMonth(monthOf(today), -1) }
  return visitFigures(decided, after, await readObjections(db, team), shown)
}

/** Of visits whose time has come: nobody decides otherwise any more. */
async function readDecided(db: Tx, team: Team, now: string) {
  const { visitAt, proposal, decision } = visitDecisions
  const rows = await db
    .select({ person: enrolments.patientId, visitAt, proposal, form: decision })
    .from(visitDecisions)
    .innerJoin(enrolments, eq(enrolments.id, visitDecisions.enrolmentId))
    .where(and(eq(visitDecisions.teamId, team.id), lte(visitAt, now)))
  return rows.map((row) => ({
    person: row.person,
    on: localDate(row.visitAt, team.zone),
    proposal: row.proposal as VisitForm,
    form: row.form as VisitForm,
  }))
}

/** The next answer after each decision, with what it said. */
async function readAfter({ db, definitions }: Deps, team: Team): Promise<AfterVisit[]> {
  const rows = await nextAnswers(db, team)
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  const known = rows.flatMap((row) => {
    const version = versions.get(row.setVersionId)
    return version && row.at ? [{ ...row, at: row.at, version, isEarlier: false }] : []
  })
  const findingOf = await readFindings(db, known)
  return known.map((row) => {
    const finding = findingOf(row)
    return {
      person: row.person,
      on: localDate(row.at, team.zone),
      form: row.form as VisitForm,
      isWorse: finding.kind === 'change' && finding.verdict === 'worse',
      hadAlert: row.alerts > 0,
    }
  })
}

function nextAnswers(db: Tx, team: Team) {
  const { enrolmentId, visitAt } = visitDecisions
  const next = db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.enrolmentId, enrolmentId),
        isNotNull(responses.submittedAt),
        gt(responses.submittedAt, visitAt),
      ),
    )
    .orderBy(asc(responses.submittedAt), asc(responses.id))
    .limit(1)
  const raised = db
    .select({ n: sql`count(*)` })
    .from(alerts)
    .where(
      and(
        eq(alerts.enrolmentId, enrolmentId),
        gt(alerts.raisedAt, visitDecisions.decidedAt),
        lte(alerts.raisedAt, responses.submittedAt),
      ),
    )
  return db
    .select({
      person: enrolments.patientId,
      setVersionId: enrolments.setVersionId,
      treatment: enrolments.treatmentOption,
      form: visitDecisions.decision,
      responseId: responses.id,
      at: responses.submittedAt,
      alerts: sql`${raised}`.mapWith(Number),
    })
    .from(visitDecisions)
    .innerJoin(enrolments, eq(enrolments.id, enrolmentId))
    .innerJoin(responses, eq(responses.id, next))
    .where(eq(visitDecisions.teamId, team.id))
}
