import { z } from 'zod'
import { languageOfAll } from '../../core/instruments/written-in.ts'
import { cleanLines } from '../../core/words/clean-text.ts'
import { ourLanguage, type PatientLanguage, sayIn } from '../../core/words.ts'
import { askedInstruments } from '../acts/asked.ts'
import { type Submitted, submitResponse } from '../acts/submit-response.ts'
import { answeredAfterAll } from '../assessments/store.ts'
import type { Deps } from '../deps.ts'
import { findDraft } from './draft.ts'
import { mustBeAskedOf } from './hand-over.ts'
import { countSubmission, paceShape } from './pace.ts'
import { assessmentId } from './save-answers.ts'
import { modeOf, patientCtx, spoken } from './session.ts'

const freeText = z
  .string()
  .max(1000)
  .transform((text) => cleanLines(text) || null)

export const submitShape = z.strictObject({
  assessment: assessmentId,
  answers: z.record(z.string().max(64), z.unknown()),
  topics: z.array(z.string().max(64)).max(2).default([]),
  topicText: freeText.nullable().default(null),
  urgent: z.boolean().default(false),
  pace: paceShape,
})

type Submit = z.infer<typeof submitShape> & { version: number; language: PatientLanguage | null }
type Works = Pick<Deps, 'db' | 'definitions' | 'config' | 'seal' | 'now' | 'newId'>

/** Sends the answers of one assessment, once. Gives what the patient reads now, whether or not anybody looks. */
export async function submitAnswers(
  deps: Works,
  sessionId: string,
  { assessment: id, version, language, pace, ...given }: Submit,
  request: { requestId: string; address: string | null },
): Promise<{ submittedAt: string; advice: string[] }> {
  const { session, assessment, response } = await findDraft(deps.db, sessionId, id, deps.now(), {
    mayBeSubmitted: true,
  })
  const reads = language ?? spoken(session)
  const target = {
    ...assessment,
    assessmentId: assessment.id,
    patientId: session.patientId,
    organisationId: session.organisationId,
    timeZone: session.timeZone,
    responseId: response?.id ?? null,
    submittedAt: response?.submittedAt ?? null,
  }
  const set = await deps.definitions.version(assessment.setVersionId)
  await mustBeAskedOf(deps.db, set, assessment.moment, session)
  const { instruments } = askedInstruments(set, assessment.moment)
  const asked = languageOfAll(instruments, reads, session.organisationLanguage)
  const own = { version, respondent: session.respondent, mode: modeOf(session), sessionId, language: asked }
  const submitted = await submitResponse(
    deps,
    patientCtx(session, request),
    target,
    { ...given, ...own },
    (tx) => answeredAfterAll(tx, assessment.id), // unlike what staff type, a patient's own words are never refused here
  )
  if (submitted.isNew)
    countSubmission(deps, { version: set, moment: assessment.moment, language: asked, notes: pace })
  return {
    submittedAt: submitted.submittedAt,
    advice: adviceIn(submitted, reads, ourLanguage(session.organisationLanguage)),
  }
}

const adviceIn = ({ raised }: Submitted, ...languages: string[]): string[] => [
  ...new Set(
    raised.flatMap(({ patientText }) => (patientText ? [sayIn(patientText, ...languages).text] : [])),
  ),
]
