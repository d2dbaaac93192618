import type { Answer, ResponseAnswers } from '../response.ts'
import type { Localised, PatientLanguage } from '../words.ts'
import type { CheckedItem } from './item-check.ts'

/** What stands on one paper: the answers, and what the patient wrote on its last page. */
export type PaperAnswers = {
  answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  topics: readonly string[]
  topicText: string | null
  urgent: boolean
}

/** The same with the version of the outcome set whose questions were typed; null where that was not kept. */
export type TypedPaper = PaperAnswers & { printed: number | null }

/** What two people read differently from the same paper: one question, or something of its last page; or they typed the questions of two versions. */
export type EntryDifference =
  | { instrument: string; item: string; one: Answer; other: Answer }
  | { part: 'printed'; one: number; other: number }
  | { part: 'topics'; one: string[]; other: string[] }
  | { part: 'topicText'; one: string | null; other: string | null }
  | { part: 'urgent'; one: boolean; other: boolean }

/** Where two people who typed the same paper differ, in the order of the one; what one left empty is a difference too. */
export const entryDifferences = (one: TypedPaper, other: TypedPaper): EntryDifference[] => [
  ...versionDifference(one.printed, other.printed),
  ...answerDifferences(one.answers, other.answers),
  ...lastPageDifferences(one, other),
]

/** Equal answers to other questions are no equal answers. */
const versionDifference = (one: number | null, other: number | null): EntryDifference[] =>
  one === null || other === null || one === other ? [] : [{ part: 'printed', one, other }]

function lastPageDifferences(one: PaperAnswers, other: PaperAnswers): EntryDifference[] {
  const [chosen, otherwise] = [one.topics.toSorted(), other.topics.toSorted()]
  const topics = { part: 'topics' as const, one: chosen, other: otherwise }
  const topicText = { part: 'topicText' as const, one: one.topicText, other: other.topicText }
  const urgent = { part: 'urgent' as const, one: one.urgent, other: other.urgent }
  return [
    ...(chosen.join(' ') === otherwise.join(' ') ? [] : [topics]),
    ...(one.topicText === other.topicText ? [] : [topicText]),
    ...(one.urgent === other.urgent ? [] : [urgent]),
  ]
}

type Typed = PaperAnswers['answers']

function answerDifferences(one: Typed, other: Typed): EntryDifference[] {
  const instruments = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return instruments.flatMap((instrument) => {
    const [first, second] = [one[instrument] ?? {}, other[instrument] ?? {}]
    const items = [...new Set([...Object.keys(first), ...Object.keys(second)])]
    return items.flatMap((item): EntryDifference[] => {
      const [a, b] = [first[item] ?? null, second[item] ?? null] as [Answer, Answer]
      return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ instrument, item, one: a, other: b }]
    })
  })
}

/** One question as somebody types its answer from paper. */
export type EntryQuestion = {
  instrument: string
  item: string
  title: Localised
  /** What the patient wrote before and is asked about. */
  words: string | null
  check: CheckedItem
  required: boolean
  /** Hangs on an earlier answer: it may well be empty. */
  conditional: boolean
  options: { value: number; text: Localised }[] | null
}

/** What can be typed in for one assessment, made by the server, drawn by the page. */
export type EntryView = {
  patient: { id: string; givenName: string; familyName: string; language: PatientLanguage }
  enrolmentId: string
  /** As it stands on the printed paper: nobody's name does. */
  paperNumber: string
  /** All papers that can have been printed, by the version of the outcome set: more than one where questions changed. */
  papers: { printed: number; number: string }[]
  moment: Localised
  instruments: { id: string; title: Localised; questions: EntryQuestion[] }[]
  topics: { id: string; title: Localised }[]
  /** The version of what the patient began on a screen and has not sent; null where they did not begin. */
  begun: number | null
  /** What the reader typed before. */
  answers: ResponseAnswers
  /** What the reader typed of the last page of the paper before. */
  lastPage: Omit<PaperAnswers, 'answers'>
  /** Who typed this paper already; `mine` is what the reader typed. */
  typed: { by: string; at: string; mine: boolean }[]
  differences: EntryDifference[]
}
