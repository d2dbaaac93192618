// Types only: the patient's page uses them and must not load anything for it.

/** One answer: a chosen or typed number, a text, an ISO date, several chosen values, or explicitly nothing. */
export type Answer = number | string | number[] | null

/** The answers to one instrument, by item key. */
export type Answers = Record<string, Answer>

/** A whole response: the answers by instrument id. */
export type ResponseAnswers = Record<string, Answers>

export type NotScorable =
  | 'too-few-answers'
  | 'answer-outside-values'
  | 'not-in-table'
  /** The answers are those of no form that there is a table for. */
  | 'no-such-form'
  /** Nobody has yet compared the table with its source. */
  | 'not-confirmed'

/** precise: the error is small enough; no-gain: one more answer told too little; screened: the first answer was enough. */
export type StopReason = 'precise' | 'no-gain' | 'screened' | 'most-questions' | 'bank-empty'

/** One score row. `value` and `standardError` are unrounded, in the scale's own units; never a zero that means "missing". */
export type Score = {
  instrument: string
  scale: string
  scoringVersion: number
  value: number | null
  standardError: number | null
  /** How many of the scale's items were answered. */
  answered: number
  status: 'scored' | 'not-scorable'
  /** Why there is no value; or, where questions were chosen one by one, why no more were asked. */
  reason: NotScorable | StopReason | null
}
