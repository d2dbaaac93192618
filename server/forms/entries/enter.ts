import { z } from 'zod'
import { type EntryDifference, entryDifferences } from '../../../core/answers/paper-entry.ts'
import { cleanLines } from '../../../core/words/clean-text.ts'
import { patientLanguages } from '../../../core/words.ts'
import { askedInstruments } from '../../acts/asked.ts'
import { checkSubmission } from '../../acts/check-submission.ts'
import { takeBackDeclineWithin } from '../../acts/decline.ts'
import { submitResponse } from '../../acts/submit-response.ts'
import { stayWith } from '../../assessments/store.ts'
import { record } from '../../audit/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Deps } from '../../deps.ts'
import { conflict, Problem, refused } from '../../http/problem.ts'
import { askedOf } from '../hand-over.ts'
import { mustBeOpen, mustStayOpen, type OwnTask, ownTask } from './own-task.ts'
import { dropEntries, entriesOf, keepEntry, mustBeUnsent, mustStandStill, type PaperEntry } from './store.ts'

const text = z
  .string()
  .max(1000)
  .transform((typed) => cleanLines(typed) || null)

/**
 * `now`: it counts at once. `check`: it waits until a colleague has typed the same paper. `settled`: both were
 * compared, and these are the answers on the paper.
 */
export const entryShape = z
  .strictObject({
    how: z.enum(['now', 'check', 'settled']),
    mode: z.enum(['paper', 'phone']),
    respondent: z.enum(['patient', 'together', 'proxy']),
    language: z.enum(patientLanguages as [string, ...string[]]),
    answers: z.record(z.string().max(64), z.unknown()),
    topics: z.array(z.string().max(64)).max(2).default([]),
    topicText: text.nullable().default(null),
    urgent: z.boolean().default(false),
    /** The version of what the patient began on a screen, where these answers take its place. */
    replaces: z.int().min(1).nullable().default(null),
    /** The version of the outcome set that stands on the paper; needed where it can have been printed in several. */
    printed: z.int().min(1).optional(),
  })
  .refine(({ mode, how }) => mode === 'paper' || how === 'now', {
    path: ['how'],
    error: 'What is said by telephone cannot be typed twice: send it with how = now',
  })
export type Entry = z.infer<typeof entryShape>
/** What was typed; `how` says what is to be done with it, `replaces` in place of what. */
type Given = Omit<Entry, 'how' | 'replaces' | 'printed'>

export type Entered =
  | { outcome: 'sent'; checked: boolean }
  | { outcome: 'waits' }
  | { outcome: 'differs'; differences: EntryDifference[] }

type Works = Pick<Deps, 'db' | 'definitions' | 'config' | 'seal' | 'now' | 'newId'>

/**
 * Takes over what stands on paper or was said by telephone. 422 with the questions that are wrong or missing, or
 * ('other_respondent') for what is asked of somebody else, ('not_printed', 'printed_unsaid') where the paper cannot be
 * of that version, or can be of several; 409 when
 * nothing can be answered any more, when it would take the place of what the patient began and nobody said so
 * ('draft_begun'), when a colleague typed it meanwhile
 * ('typed_meanwhile'), or ('nothing_to_settle') unless both the caller and a colleague typed this paper; 412 when the patient
 * went on since.
 */
export async function enterAnswers(
  deps: Works,
  ctx: Ctx,
  id: string,
  { how, replaces, printed, ...given }: Entry,
): Promise<Entered> {
  const own = await ownTask(deps, ctx, id, printed)
  mustBeOpen(own, deps.now(), 'typed')
  if (given.mode === 'paper' && printed === undefined && own.printable.length > 1)
    throw refused('printed_unsaid', 'Say which version stands on the paper')
  await mustBeTheirs(deps.db, own, given)
  if (how === 'check') {
    const compared = await compare(deps, ctx, own, given, replaces)
    return 'outcome' in compared ? compared : send(deps, ctx, own, given, compared)
  }
  mustReplace(own, replaces)
  const entries = await entriesOf(deps.db, id)
  if (how === 'now') return send(deps, ctx, own, urgentBefore(given, entries), { first: null, entries })
  const first = othersIn(entries, ctx)
  if (!first || entries.every(({ staffId }) => staffId !== ctx.actor.id))
    throw conflict('nothing_to_settle', 'Two people type this paper before it is settled')
  return send(deps, ctx, own, given, { first, entries })
}

const othersIn = (entries: readonly PaperEntry[], { actor }: Ctx): PaperEntry | undefined =>
  entries.find(({ staffId }) => staffId !== actor.id)

async function mustBeTheirs(
  db: Works['db'],
  { task, moment: id, patientId }: OwnTask,
  { respondent }: Given,
) {
  const { moment } = askedInstruments(task.setVersion, id)
  if (!(await askedOf(db, [moment], { patientId, respondent }))(moment))
    throw refused('other_respondent', 'These questions are for somebody else')
}

/** What the patient began is given up only by somebody who saw that it is there. */
function mustReplace({ version }: OwnTask, replaces: number | null): void {
  if (version === null || replaces === version) return
  if (replaces === null) throw conflict('draft_begun', 'The patient began to answer on a screen')
  throw new Problem(412, 'changed_elsewhere', 'The patient went on answering')
}

/** Who read on the paper that something cannot wait is only contradicted by who settles it, with both in sight. */
const urgentBefore = (given: Given, entries: readonly PaperEntry[]): Given => ({
  ...given,
  urgent: given.urgent || entries.some(({ urgent }) => urgent),
})

/** What was on the screen or in the comparison: the colleague who typed the same first, and all that was typed so far. */
type Compared = { first: PaperEntry | null; entries: readonly PaperEntry[] }

/**
 * Keeps what was typed, unless a colleague typed exactly the same, and of the same version: then it counts. Two who type
 * the same paper at the same instant take turns, so that the second is compared with the first; what only waits gives up
 * nothing that the patient began.
 */
async function compare(
  deps: Works,
  ctx: Ctx,
  own: OwnTask,
  given: Given,
  replaces: number | null,
): Promise<Exclude<Entered, { outcome: 'sent' }> | Compared> {
  const { task, assessmentId, patientId } = own
  const required = task.instruments.flatMap((name) => task.setVersion.instruments.get(name) ?? [])
  const { answers } = checkSubmission(task.setVersion, own.moment, required, given)
  const typed = { ...given, answers, printed: task.setVersion.set.version }
  return deps.db.transaction(async (tx) => {
    await mustStayOpen(tx, own)
    await mustBeUnsent(tx, assessmentId)
    const entries = await entriesOf(tx, assessmentId)
    const other = othersIn(entries, ctx)
    if (other) mustReplace(own, replaces)
    const differences = other ? entryDifferences(other, typed) : []
    if (other && differences.length === 0) return { first: other, entries }
    await keepEntry(tx, deps, ctx, { ...typed, assessmentId })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'response.typed',
      patients: [patientId],
      object: { type: 'assessment', id: assessmentId },
    })
    return other ? { outcome: 'differs', differences } : { outcome: 'waits' }
  })
}

async function send(
  deps: Works,
  ctx: Ctx,
  own: OwnTask,
  given: Given,
  { first, entries }: Compared,
): Promise<Entered> {
  const me = ctx.actor.id
  const typists = first ? { enteredBy: first.staffId, checkedBy: me } : { enteredBy: me }
  const submission = { ...given, ...typists, version: own.version ?? 0 }
  await submitResponse(deps, ctx, own, submission, async (tx) => {
    await mustStayOpen(tx, own)
    await stayWith(tx, own.assessmentId, own.setVersionId)
    await mustStandStill(tx, own.assessmentId, entries)
    await dropEntries(tx, own.assessmentId)
    await takeBackDeclineWithin(tx, deps, ctx, own.assessmentId)
  })
  return { outcome: 'sent', checked: first !== null }
}
