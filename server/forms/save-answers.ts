import { z } from 'zod'
import { type AnswerProblem, checkAnswers } from '../../core/answers/answers.ts'
import { languageOfAll } from '../../core/instruments/written-in.ts'
import type { Answers, ResponseAnswers } from '../../core/response.ts'
import { askedInstruments } from '../acts/asked.ts'
import { takeBackDecline } from '../acts/decline.ts'
import { stayWith } from '../assessments/store.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { Problem, refused } from '../http/problem.ts'
import { currentResponse, saveDraft, startDraft } from '../responses/store.ts'
import { findDraft } from './draft.ts'
import { mustBeAskedOf } from './hand-over.ts'
import { countSave, paceShape } from './pace.ts'
import { keepAwake, modeOf, patientCtx, spoken } from './session.ts'
import { shownVersion } from './shown-version.ts'

export const assessmentId = z
  .string()
  .regex(/^[a-z]{2,8}_[0-9a-z]{1,40}$/, 'This is not the id of an assessment')

/** Only what changed: an item that was taken back, or skipped on purpose, is null. */
export const saveShape = z.strictObject({
  assessment: assessmentId,
  /** The version of the outcome set whose questions the page shows. */
  asked: assessmentId.optional(),
  changes: z
    .record(z.string().max(64), z.record(z.string().max(64), z.unknown()))
    .refine((changes) => Object.keys(changes).length > 0, 'Name at least one answer that changed'),
  pace: paceShape,
})

type Save = z.input<typeof saveShape> & { version: number; language: string | null; request: Request }
type Request = Parameters<typeof patientCtx>[1]
type Works = Pick<Deps, 'db' | 'definitions' | 'now' | 'newId'>

/**
 * Saves what changed on top of the draft with this version; the first save is what counts as started. Gives the new
 * version. 412 with the answers as they are now when another window or device saved in between: nothing is overwritten.
 */
export async function saveAnswers(deps: Works, sessionId: string, save: Save): Promise<number> {
  const now = deps.now()
  const { session, assessment, response } = await findDraft(deps.db, sessionId, save.assessment, now, {
    mayBeSubmitted: false,
  })
  if ((response?.version ?? 0) !== save.version) throw changedElsewhere(response)
  const version = await shownVersion(deps, { ...assessment, begun: response !== null }, save.asked)
  await mustBeAskedOf(deps.db, version, assessment.moment, session)
  const answers = withChanges(version, assessment.moment, response?.answers ?? {}, save.changes)
  const { instruments } = askedInstruments(version, assessment.moment)
  const reads = save.language ?? spoken(session)
  const language = languageOfAll(instruments, reads, session.organisationLanguage)
  const change = { answers, respondent: session.respondent, language }
  const saved = response
    ? await saveDraft(deps.db, response, change)
    : await begin(deps, version, {
        id: deps.newId('res'),
        assessmentId: assessment.id,
        patientId: session.patientId,
        enrolmentId: assessment.enrolmentId,
        teamId: assessment.teamId,
        mode: modeOf(session),
        startedAt: now.toISOString(),
        ...change,
      })
  if (!saved) throw changedElsewhere(await currentResponse(deps.db, assessment.id))
  if (assessment.declinedAt) await takeBackDecline(deps, patientCtx(session, save.request), assessment.id)
  const told = { version, moment: assessment.moment, language: change.language, notes: save.pace ?? [] }
  countSave(deps, told, response?.answers ?? {}, answers)
  await keepAwake(deps.db, session, now)
  return save.version + 1
}

/** The first saved answer settles by which questions the rest is answered. */
const begin = ({ db }: Works, { id }: SetVersion, draft: Parameters<typeof startDraft>[1]) =>
  db.transaction(async (tx) => {
    const isFirst = await startDraft(tx, draft)
    if (isFirst) await stayWith(tx, draft.assessmentId, id)
    return isFirst
  })

const changedElsewhere = (
  current: { version: number; answers: unknown; submittedAt: string | null } | null,
) =>
  current?.submittedAt
    ? new Problem(409, 'already_submitted', 'These answers were sent already')
    : new Problem(412, 'changed_elsewhere', 'These answers were changed in another window', {
        version: current?.version ?? 0,
        answers: current?.answers ?? {},
      })

/** The draft with the changes, checked. Throws 422 with every change that is not possible. */
function withChanges(
  version: SetVersion,
  moment: string,
  draft: ResponseAnswers,
  changes: Save['changes'],
): ResponseAnswers {
  const { instruments } = askedInstruments(version, moment)
  const problems: (AnswerProblem & { instrument: string })[] = []
  const changed: ResponseAnswers = { ...draft }
  for (const [id, items] of Object.entries(changes)) {
    const instrument = instruments.find((asked) => asked.id === id)
    const merged = { ...draft[id], ...items }
    const checked = instrument
      ? checkAnswers(instrument, merged, 'draft')
      : { answers: {}, problems: [{ item: '', code: 'unknown-item' as const }] }
    for (const problem of checked.problems) problems.push({ instrument: id, ...problem })
    changed[id] = { ...skipped(merged), ...checked.answers }
  }
  if (problems.length > 0)
    throw refused('answers_refused', 'Some answers are not possible', { problems: problems.slice(0, 50) })
  return changed
}

/** Questions that were passed over on purpose: another device does not ask them first again. */
const skipped = (answers: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(Object.entries(answers).flatMap(([key, value]) => (value === null ? [[key, null]] : [])))
