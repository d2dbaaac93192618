import { and, asc, eq, exists, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { Answers } from '../../core/response.ts'
import { scoreAgain } from '../../core/scoring/score-again.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { rescorings } from '../db/schema/rescorings.ts'
import { storedInstrument } from '../definitions/stored.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { addLaterScores } from '../scores/store.ts'
import { staffContext } from '../staff/context.ts'
import { isRunning, readWhole } from './rows.ts'
import { addSteps } from './steps.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

/** So many at once: whoever sends answers meanwhile waits for no more than this. */
const SOME = 100

export type Rescoring = typeof rescorings.$inferSelect

/**
 * Scores the next hundred answers of a rescoring by the version that runs, and keeps how far it came in the same
 * transaction: what broke off goes on there, and of two that work on it the second does nothing. What was scored before
 * stays beside it, and nobody is alerted. The step on the version is written with the last: what was worked out from
 * scores before it is worked out anew.
 */
export async function rescoreSome(deps: Works, open: Rescoring): Promise<void> {
  const { row } = await readWhole(deps.db, open.versionId)
  const by = await staffContext(deps.db, open.startedBy, deps.now())
  const ctx = by ?? systemCtx(open.organisationId, 'rescoring')
  const instrument = storedInstrument(row)
  const some = await readAnswered(deps.db, open.organisationId, instrument.id, open.behind)
  const last = some.at(-1)
  const asked = await deps.definitions.versions(some.map(({ setVersionId }) => setVersionId))
  await deps.db.transaction(async (tx) => {
    const runs = await isRunning(tx, row.id)
    const step = last ? { behind: last.id, done: open.done + some.length, failedAt: null } : finished(deps)
    const isMine = await goOn(tx, open, runs ? step : finished(deps, 'overtaken'))
    if (!isMine || !runs) return
    if (last) await addScoresAgain(tx, deps, ctx, { id: row.id, instrument, asked }, some)
    else await addSteps(tx, deps, ctx, 'rescored', [row], open.note)
  })
}

const finished = ({ now }: Works, ended: 'done' | 'overtaken' = 'done') => ({
  finishedAt: now().toISOString(),
  failedAt: null,
  ended,
})

/** Moves a rescoring on from where it was seen; false where somebody else has done so. */
async function goOn(tx: Tx, { id, behind }: Rescoring, change: Partial<Rescoring>): Promise<boolean> {
  const isThere = and(eq(rescorings.id, id), eq(rescorings.behind, behind), isNull(rescorings.finishedAt))
  const moved = await tx.update(rescorings).set(change).where(isThere).returning({ id: rescorings.id })
  return moved.length > 0
}

const isScored = (db: Tx, instrument: string) =>
  exists(
    db
      .select({ id: scores.responseId })
      .from(scores)
      .where(and(eq(scores.responseId, responses.id), eq(scores.instrument, instrument))),
  )

/** How many responses of an organisation were scored for this instrument. */
export const countAnswered = (db: Tx, organisationId: string, instrument: string): Promise<number> => {
  const own = db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(eq(enrolments.organisationId, organisationId))
  return db.$count(
    responses,
    and(inArray(responses.enrolmentId, own), isNotNull(responses.submittedAt), isScored(db, instrument)),
  )
}

/** The next submitted responses of an organisation that were scored for this instrument, by their ids. */
const readAnswered = (db: Tx, organisationId: string, instrument: string, behind: string) =>
  db
    .select({
      id: responses.id,
      patientId: responses.patientId,
      setVersionId: assessments.setVersionId,
    })
    .from(responses)
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .where(
      and(
        eq(enrolments.organisationId, organisationId),
        gt(responses.id, behind),
        isNotNull(responses.submittedAt),
        isScored(db, instrument),
      ),
    )
    .orderBy(asc(responses.id))
    .limit(SOME)

type Answered = Awaited<ReturnType<typeof readAnswered>>
type Asked = Awaited<ReturnType<Deps['definitions']['versions']>>

async function addScoresAgain(
  tx: Tx,
  deps: Works,
  ctx: Ctx,
  { id, instrument, asked }: { id: string; instrument: Instrument; asked: Asked },
  some: Answered,
): Promise<void> {
  await lockPatients(
    tx,
    some.map((one) => one.patientId),
  )
  // As they stand now: what was put right or taken away since they were found is not scored as it was.
  const ids = some.map((one) => one.id)
  const answered = await tx
    .select({ id: responses.id, patientId: responses.patientId, answers: responses.answers })
    .from(responses)
    .where(inArray(responses.id, ids))
  const setOf = new Map(some.map((one) => [one.id, one.setVersionId]))
  const rows = answered.flatMap(({ id: responseId, answers }) => {
    const before = asked.get(setOf.get(responseId) ?? '')?.instruments.get(instrument.id)
    const given = (answers[instrument.id] ?? {}) as Answers
    return scoreAgain(instrument, given, before).map((score) => ({ ...score, responseId }))
  })
  const added = new Set(await addLaterScores(tx, rows))
  if (added.size === 0) return
  await record(tx, deps, ctx, {
    action: 'C',
    type: 'scores.rescored',
    patients: answered.flatMap((one) => (added.has(one.id) ? [one.patientId] : [])),
    object: { type: 'instrument', id },
    detail: { instrument: instrument.id, version: instrument.version },
  })
}
