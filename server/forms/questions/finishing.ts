import type { Fields } from './take-answer.ts'

const MOST_TOPICS = 2
export const MOST_TOPIC_TEXT = 1000

/** What was filled in of the last page, when it comes again with something to put right. */
export type Finishing = { topics: readonly string[]; topicText: string; urgent: boolean | null }
export type FinishProblem = 'too-many' | 'urgent' | 'changed'

/** What has to be put right before it can be sent, or null. */
export function problemIn({ topics, urgent }: Finishing): FinishProblem | null {
  if (topics.length > MOST_TOPICS) return 'too-many'
  return urgent === null ? 'urgent' : null
}

export function finishingIn(fields: Fields): Finishing {
  const [urgent] = fields('urgent')
  return {
    topics: [...new Set(fields('topic'))],
    topicText: (fields('topic-text')[0] ?? '').slice(0, MOST_TOPIC_TEXT),
    urgent: urgent === 'yes' ? true : urgent === 'no' ? false : null,
  }
}
