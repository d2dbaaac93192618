import { z } from 'zod'
import { cleanLines } from '../../../core/clean-text.ts'
import { type EntryDifference, entryDifferences } from '../../../core/paper-entry.ts'
import { patientLanguages } from '../../../core/words.ts'
import { checkSubmission } from '../../acts/check-submission.ts'
import { takeBackDecline } from '../../acts/decline.ts'
import { submitResponse } from '../../acts/submit-response.ts'
import { record } from '../../audit/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Deps } from '../../deps.ts'
import { conflict } from '../../http/problem.ts'
import { mustBeOpen, type OwnTask, ownTask } from './own-task.ts'
import { dropEntries, entriesOf, keepEntry, type PaperEntry } from './store.ts'

const text = z
  .string()
  .max(1000)
  .transform((typed) => cleanLines(typed) || null)

/**
 * `now`: it counts at once. `check`: it waits until a colleague has typed the same paper. `settled`: both were
 * compared, and these are the answers on the paper.
 */
export const entryShape = z.strictObject({
  how: z.enum(['now', 'check', 'settled']),
  mode: z.enum(['paper', 'phone']),
  respondent: z.enum(['patient', 'together', 'proxy']),
  language: z.enum(patientLanguages as [string, ...string[]]),
  answers: z.record(z.string().max(64), z.unknown()),
  topics: z.array(z.string().max(64)).max(2).default([]),
  topicText: text.nullable().default(null),
  urgent: z.boolean().default(false),
})
export type Entry = z.infer<typeof entryShape>

export type Entered =
  | { outcome: 'sent'; checked: boolean }
  | { outcome: 'waits' }
  | { outcome: 'differs'; differences: EntryDifference[] }

type Works = Pick<Deps, 'db' | 'definitions' | 'config' | 'seal' | 'now' | 'newId'>

/**
 * Takes over what stands on paper or was said by telephone. 422 with the questions that are wrong or missing; 409 when
 * nothing can be answered any more, or ('nothing_to_settle') when nobody else typed this paper.
 */
export async function enterAnswers(deps: Works, ctx: Ctx, id: string, entry: Entry): Promise<Entered> {
  const own = await ownTask(deps, ctx, id)
  mustBeOpen(own, deps.now(), 'typed')
  const other = (await entriesOf(deps.db, id)).find(({ staffId }) => staffId !== ctx.actor.id)
  if (entry.how === 'settled' && !other)
    throw conflict('nothing_to_settle', 'Nobody else typed this paper; let a colleague do that')
  if (entry.how === 'check' && entry.mode === 'paper') {
    const compared = await compare(deps, ctx, own, { entry, other })
    if (compared) return compared
  }
  return send(deps, ctx, own, { entry, other })
}

type Typed = { entry: Entry; other: PaperEntry | undefined }

/** Keeps what was typed, unless a colleague typed exactly the same: then null, and it counts. */
async function compare(
  deps: Works,
  ctx: Ctx,
  own: OwnTask,
  { entry, other }: Typed,
): Promise<Entered | null> {
  const { task, assessmentId, patientId } = own
  const required = task.instruments.flatMap((name) => task.setVersion.instruments.get(name) ?? [])
  const { answers } = checkSubmission(task.setVersion, own.moment, required, entry)
  const differences = other ? entryDifferences(other.answers, answers) : []
  if (other && differences.length === 0) return null
  await deps.db.transaction(async (tx) => {
    await keepEntry(tx, deps, ctx, { assessmentId, answers })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'response.typed',
      patients: [patientId],
      object: { type: 'assessment', id: assessmentId },
    })
  })
  return other ? { outcome: 'differs', differences } : { outcome: 'waits' }
}

async function send(deps: Works, ctx: Ctx, own: OwnTask, { entry, other }: Typed): Promise<Entered> {
  const { how, ...given } = entry
  const colleague = how === 'now' ? undefined : other
  const me = ctx.actor.id
  await submitResponse(deps, ctx, own, {
    ...given,
    version: own.version ?? 0,
    enteredBy: colleague?.staffId ?? me,
    ...(colleague ? { checkedBy: me } : {}),
  })
  await dropEntries(deps.db, own.assessmentId)
  if (own.declinedAt) await takeBackDecline(deps, ctx, own.assessmentId)
  return { outcome: 'sent', checked: colleague !== undefined }
}
