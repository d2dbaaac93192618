import { and, desc, eq, sql } from 'drizzle-orm'
import { type DecidedVisit, nextAnswer } from '../../core/consult/decided-visit.ts'
import type { VisitForm } from '../../core/consult/triage.ts'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'
import { staff } from '../db/schema/staff.ts'
import { visitDecisions } from '../db/schema/visits.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { PathFacts } from './facts.ts'
import { readFindings } from './findings.ts'
import { kindTitle } from './kind-title.ts'

type Path = { id: string; version: SetVersion; treatment: string | null; facts: PathFacts }

/** What was decided about the visits of a care path and how it went on, the last visit first. */
export async function readDecidedVisits(db: Tx, path: Path): Promise<DecidedVisit[]> {
  const { version, treatment, facts } = path
  const decided = await decisionsOf(db).execute({ enrolmentId: path.id })
  const about = decided.map(({ visitAt }) => nextAnswer(facts.responses, visitAt))
  const asAnswer = (responseId: string) => ({ responseId, version, treatment, isEarlier: false })
  const findingOf = await readFindings(
    db,
    about.flatMap((answer) => (answer ? [asAnswer(answer.id)] : [])),
  )
  return decided.map(({ kind, proposal, form, ...row }, place) => {
    const answer = about[place]
    return {
      ...row,
      kind: kindTitle(version, kind),
      proposal: proposal as VisitForm,
      form: form as VisitForm,
      after: answer
        ? {
            at: answer.submittedAt,
            finding: findingOf(asAnswer(answer.id)),
            hadAlert: facts.alerts.some(
              ({ raisedAt }) => raisedAt > row.decidedAt && raisedAt <= answer.submittedAt,
            ),
          }
        : null,
    }
  })
}

const decisionsOf = once((db: Tx) =>
  db
    .select({
      appointmentId: visitDecisions.appointmentId,
      visitAt: visitDecisions.visitAt,
      kind: appointments.kind,
      proposal: visitDecisions.proposal,
      form: visitDecisions.decision,
      by: staff.name,
      decidedAt: visitDecisions.decidedAt,
      arrangedAt: visitDecisions.arrangedAt,
    })
    .from(visitDecisions)
    // One that was moved has to be decided anew: what was decided is void.
    .innerJoin(
      appointments,
      and(
        eq(appointments.id, visitDecisions.appointmentId),
        eq(appointments.startsAt, visitDecisions.visitAt),
      ),
    )
    .innerJoin(staff, eq(staff.id, visitDecisions.decidedBy))
    .where(eq(visitDecisions.enrolmentId, sql.placeholder('enrolmentId')))
    .orderBy(desc(visitDecisions.visitAt))
    .prepare('path_decided_visits'),
)
