import { and, desc, eq, exists, inArray, isNotNull, isNull, ne, not, or, type SQL } from 'drizzle-orm'
import { nextAnswer } from '../../core/consult/decided-visit.ts'
import type { VisitForm } from '../../core/consult/triage.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'
import { alerts } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'
import { visitDecisions } from '../db/schema/visits.ts'
import type { Deps } from '../deps.ts'
import type { ShownPath } from './overview-page.ts'
import type { Reader } from './reader.ts'
import { readScores, type ScoreRow } from './record.ts'
import { resultsOf } from './results.ts'

/** How a visit goes on or went, and what the patient answered next: better or worse only where that is clear. */
export type ToldVisit = {
  visitAt: string
  form: VisitForm
  wish: VisitForm | null
  by: string
  decidedAt: string
  /** Whether who plans has told the patient; before that the visit stands as it was. */
  isArranged: boolean
  isOver: boolean
  after: { at: string; how: 'better' | 'worse' | 'same' | 'unknown' } | null
}

const MOST = 3 // of one care path

/**
 * What was decided about visits, by care path, the last visit first. Left out is what was never carried out, and what
 * waits because of an alert.
 */
export async function readToldVisits(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  reader: Reader,
  paths: readonly ShownPath[],
): Promise<ReadonlyMap<string, ToldVisit[]>> {
  const today = now().toISOString()
  const rows = (await readDecisions(db, paths)).filter(
    ({ form, arrangedAt, visitAt }) => form === 'visit' || arrangedAt !== null || visitAt > today,
  )
  const ids = [...new Set(rows.filter(({ visitAt }) => visitAt <= today).map((row) => row.enrolmentId))]
  const scores = ids.length > 0 ? await readScores(db, ids) : []
  const tell = (row: (typeof rows)[number], shown: ShownPath): ToldVisit => ({
    visitAt: row.visitAt,
    form: row.form as VisitForm,
    wish: row.wish as VisitForm | null,
    by: row.by,
    decidedAt: row.decidedAt,
    isArranged: row.form === 'visit' || row.arrangedAt !== null,
    isOver: row.visitAt <= today,
    after: afterOf(shown, row.visitAt, scores, reader),
  })
  return new Map(
    paths.map((shown) => {
      const own = rows.filter(({ enrolmentId }) => enrolmentId === shown.path.id).slice(0, MOST)
      return [shown.path.id, own.map((row) => tell(row, shown))]
    }),
  )
}

/** The answer after a visit beside what was answered before it. */
function afterOf(
  { path, version }: ShownPath,
  visitAt: string,
  scores: readonly ScoreRow[],
  reader: Reader,
): ToldVisit['after'] {
  const next = nextAnswer(path.assessments, visitAt)
  if (!next) return null
  const at = next.submittedAt
  const known = path.assessments.filter(({ submittedAt }) => submittedAt !== null && submittedAt <= at)
  const answered = new Set(known.map(({ responseId }) => responseId))
  const ofPath = scores.filter(({ responseId }) => answered.has(responseId))
  const kinds = resultsOf(version, { ...path, assessments: known }, ofPath, reader, at).flatMap(
    ({ trend }) =>
      trend.last?.assessmentId === next.id && trend.sincePrevious ? [trend.sincePrevious.kind] : [],
  )
  const how = (['worse', 'better'] as const).find((kind) => kinds.includes(kind))
  return { at, how: how ?? (kinds.includes('no-clear-change') ? 'same' : 'unknown') }
}

async function readDecisions(db: Tx, paths: readonly ShownPath[]) {
  const ids = paths.filter(({ path }) => path.endedOn === null).map(({ path }) => path.id)
  if (ids.length === 0) return []
  const openAlert = db
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(eq(alerts.enrolmentId, visitDecisions.enrolmentId), isNull(alerts.closedAt)))
  return db
    .select({
      enrolmentId: visitDecisions.enrolmentId,
      visitAt: visitDecisions.visitAt,
      form: visitDecisions.decision,
      wish: visitDecisions.wish,
      by: staff.name,
      decidedAt: visitDecisions.decidedAt,
      arrangedAt: visitDecisions.arrangedAt,
    })
    .from(visitDecisions)
    .innerJoin(staff, eq(staff.id, visitDecisions.decidedBy))
    .innerJoin(appointments, eq(appointments.id, visitDecisions.appointmentId))
    .where(
      and(
        inArray(visitDecisions.enrolmentId, ids),
        eq(appointments.startsAt, visitDecisions.visitAt), // moved, it has to be decided anew
        or(
          ne(appointments.status, 'cancelled'),
          and(ne(visitDecisions.decision, 'visit'), isNotNull(visitDecisions.arrangedAt)),
        ),
        not(and(isNull(visitDecisions.arrangedAt), exists(openAlert)) as SQL),
      ),
    )
    .orderBy(desc(visitDecisions.visitAt))
}
