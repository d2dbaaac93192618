// Types only: what the server hands to the page with the questions, and the page reads.
import type { ResponseAnswers } from '../response.ts'
import type { Place } from './walk.ts'

/** Sentences that the page says by itself; everything else stands in the page already. */
export type PageWords = {
  title: string
  /** How much is left: the first for one minute, the second for two, and so on. */
  left: readonly string[]
  lastQuestion: string
  saved: string
  unsent: string
  topicsMany: string
  /** For one topic, for two. */
  topicsChosen: readonly string[]
  urgentChoose: string
  send: string
  sending: string
  sendFailed: string
  changedElsewhere: string
  /** Heading and sentence. */
  asleep: readonly [string, string]
  gone: readonly [string, string]
}

export type PageAssessment = {
  id: string
  /** Id of the version of the outcome set whose questions these are. */
  asked: string
  version: number
  answers: ResponseAnswers
  /** Ids of the instruments that are asked now, in order. */
  instruments: readonly string[]
  /** Ids of the topics of its outcome set. */
  topics: readonly string[]
  /** 256 bits, base64url: locks answers that could not be sent while they rest in the browser. */
  key: string
}

export type PageTask = {
  assessments: readonly PageAssessment[]
  places: readonly Place[]
  /** What comes after the questions. */
  minutesAfter: number
  words: PageWords
  /** Address of the typeface, null where the page has it already. */
  letters: string | null
}
