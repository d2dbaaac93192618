import { checkFor, isRefused } from '../../../core/answers/item-check.ts'
import { typedAnswer } from '../../../core/answers/typed-answer.ts'
import type { Answer } from '../../../core/response.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { saveAnswers } from '../save-answers.ts'
import type { AskedQuestion } from './asked.ts'
import { isFree, type QuestionProblem } from './question.ts'

export type Fields = (name: string) => string[]

/** What a sent form says about its question: an answer, null where it was passed by, or what is wrong with it. */
export function takeAnswer(
  asked: AskedQuestion,
  fields: Fields,
): { answer: Answer } | { problem: QuestionProblem } {
  if (!asked.required && fields('at-pass').length > 0) return { answer: null }
  const answer = checkFor(asked.check)(typedAnswer(asked.check, fields(asked.item)))
  if (isRefused(answer)) return { problem: 'wrong' }
  return answer === null && !isFree(asked) ? { problem: 'missing' } : { answer }
}

/** So many other windows may save in between. */
const TRIES = 8

/** Keeps one answer on top of whatever was saved meanwhile. Throws what `saveAnswers` throws. */
export async function keepAnswer(
  deps: Parameters<typeof saveAnswers>[0] & Pick<Deps, 'db'>,
  sessionId: string,
  { assessment, instrument, item }: AskedQuestion,
  answer: Answer,
  {
    version,
    ...seenBy
  }: Pick<Parameters<typeof saveAnswers>[2], 'version' | 'asked' | 'language' | 'request'>,
): Promise<void> {
  const changes = { [instrument]: { [item]: answer } }
  for (let seen = version, left = TRIES; ; left--) {
    try {
      await saveAnswers(deps, sessionId, { assessment, changes, version: seen, ...seenBy })
      return
    } catch (error) {
      if (!(error instanceof Problem && error.status === 412) || left === 0) throw error
      seen = Number(error.detail?.version)
    }
  }
}
