import type { PatientLanguage } from '../../../core/words.ts'
import { Problem } from '../../http/problem.ts'
import type { OpenTask } from '../open-tasks.ts'
import { submitAnswers } from '../submit-answers.ts'
import type { Finishing } from './finishing.ts'

export type SendOutcome =
  | { kind: 'sent' }
  | { kind: 'changed' }
  | { kind: 'missing'; assessment: string; instrument: string; item: string }

type Works = Parameters<typeof submitAnswers>[0]
type Request = Parameters<typeof submitAnswers>[3]

/** Sends the drafts of these tasks as they are kept. What was sent already is told again by the act itself. */
export async function sendAll(
  deps: Works,
  sessionId: string,
  tasks: readonly OpenTask[],
  { topics, topicText, urgent }: Finishing,
  { language, request }: { language: PatientLanguage | null; request: Request },
): Promise<SendOutcome> {
  for (const { id, version, answers, instruments, setVersion } of tasks) {
    const known = topics.filter((topic) => setVersion.set.domains.some((domain) => domain.id === topic))
    const all = Object.fromEntries(instruments.map((name) => [name, answers[name] ?? {}]))
    const given = { topics: known, topicText: topicText.trim() || null, urgent: urgent === true }
    try {
      await submitAnswers(
        deps,
        sessionId,
        { assessment: id, version, language, answers: all, pace: [], ...given },
        request,
      )
    } catch (error) {
      const outcome = outcomeOf(error, id)
      if (!outcome) throw error
      if (outcome.kind !== 'sent') return outcome
    }
  }
  return { kind: 'sent' }
}

type Spot = { instrument: string; item: string }

function outcomeOf(error: unknown, assessment: string): SendOutcome | null {
  if (!(error instanceof Problem)) return null
  if (error.status === 412) return { kind: 'changed' }
  if (error.code === 'already_submitted') return { kind: 'sent' } // another window was first
  const [missing] = error.code === 'answers_refused' ? ((error.detail?.problems ?? []) as Spot[]) : []
  return missing ? { kind: 'missing', assessment, instrument: missing.instrument, item: missing.item } : null
}
