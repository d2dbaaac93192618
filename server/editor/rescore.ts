import { and, asc, eq, exists, gt, isNotNull } from 'drizzle-orm'
import type { Instrument } from '../../core/instrument.ts'
import type { Answers } from '../../core/response.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'
import { isTellable } from '../../core/small-groups.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { storedInstrument } from '../definitions/stored.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { addLaterScores } from '../scores/store.ts'
import { readWhole } from './rows.ts'
import { addSteps } from './steps.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/**
 * Scores what was answered to this instrument in the caller's organisation once more, by the version that runs now. What
 * was scored before stays beside it, also where this version can make nothing of it, and nobody is alerted. Gives how many responses got a score, null for a small
 * group. The step is written last: what broke off half way is not said to be done, and what was worked out from scores
 * before the step is worked out anew. 409 ('not_running') where this is not the version that runs.
 */
export async function rescore(
  deps: Works,
  ctx: Ctx,
  { id, note }: { id: string; note: string },
): Promise<{ rescored: number | null }> {
  const { row } = await readWhole(deps.db, id)
  if (row.kind !== 'instrument' || row.status !== 'published')
    throw conflict('not_running', 'Answers are scored again by the published version only')
  const instrument = storedInstrument(row)
  let total = 0
  for (let after: string | null = ''; after !== null; ) {
    const some = await readAnswered(deps.db, ctx, instrument.id, after)
    total += await deps.db.transaction((tx) => scoreAgain(tx, deps, ctx, { id, instrument }, some))
    after = some.at(-1)?.id ?? null
  }
  await deps.db.transaction((tx) => addSteps(tx, deps, ctx, 'rescored', [row], note))
  return { rescored: isTellable(total) || total === 0 ? total : null }
}

/** So many at once: whoever sends answers meanwhile waits for no more than this. */
const SOME = 100

/** Submitted responses of the caller's organisation that were scored for this instrument, by their ids. */
const readAnswered = (db: Tx, ctx: Ctx, instrument: string, after: string) =>
  db
    .select({
      id: responses.id,
      patientId: responses.patientId,
      answers: responses.answers,
    })
    .from(responses)
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .where(
      and(
        eq(enrolments.organisationId, ctx.organisationId),
        gt(responses.id, after),
        isNotNull(responses.submittedAt),
        exists(
          db
            .select({ id: scores.responseId })
            .from(scores)
            .where(and(eq(scores.responseId, responses.id), eq(scores.instrument, instrument))),
        ),
      ),
    )
    .orderBy(asc(responses.id))
    .limit(SOME)

type Answered = Awaited<ReturnType<typeof readAnswered>>

async function scoreAgain(
  tx: Tx,
  deps: Works,
  ctx: Ctx,
  { id, instrument }: { id: string; instrument: Instrument },
  answered: Answered,
): Promise<number> {
  const rows = answered.flatMap(({ id: responseId, answers }) =>
    scoreInstrument(instrument, (answers[instrument.id] ?? {}) as Answers)
      .filter(({ status }) => status === 'scored')
      .map((score) => ({ ...score, responseId })),
  )
  await lockPatients(
    tx,
    answered.map((one) => one.patientId),
  )
  const added = new Set(await addLaterScores(tx, rows))
  if (added.size === 0) return 0
  await record(tx, deps, ctx, {
    action: 'C',
    type: 'scores.rescored',
    patients: answered.flatMap((one) => (added.has(one.id) ? [one.patientId] : [])),
    object: { type: 'instrument', id },
    detail: { instrument: instrument.id, version: instrument.version },
  })
  return added.size
}
