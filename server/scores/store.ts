import type { Score } from '../../core/response.ts'
import type { Tx } from '../db/database.ts'
import { scores } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'

type Of = { responseId: string; enrolmentId: string; measuredAt: string }

/** The scores of one response as one statement; what could not be scored is a row too, and says why. */
export async function addScores(
  tx: Tx,
  { newId }: Pick<Deps, 'newId'>,
  of: Of,
  scored: readonly Score[],
): Promise<void> {
  if (scored.length === 0) return
  await tx.insert(scores).values(scored.map((score) => ({ id: newId('sco'), ...of, ...score })))
}
