import { answerText } from '../instruments/answer-text.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { ResponseAnswers } from '../response.ts'
import type { Localised } from '../words.ts'

/** What patients wrote, by instrument and item. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A submitted response of one care path; all of them stand in order of time. */
type Sent = { submittedAt: string; answers: ResponseAnswers }

/** What a patient wants to be able to do, in their own words, and how far they said to be with it since, in order of time. */
export type Goal = {
  id: string
  words: string
  saidAt: string
  steps: { at: string; value: number; text: Localised | null }[]
}

/** What was written last in answer to each text question; an instrument that was sent anew counts as a whole. */
export function ownWordsIn(sent: readonly Sent[]): OwnWords {
  const latest = Object.assign({}, ...sent.map(({ answers }) => answers)) as ResponseAnswers
  return Object.fromEntries(
    Object.entries(latest).map(([instrument, items]) => [
      instrument,
      Object.fromEntries(
        Object.entries(items).flatMap(([item, answer]) =>
          typeof answer === 'string' ? [[item, answer]] : [],
        ),
      ),
    ]),
  )
}

/** The words that stand above this question; undefined where it asks about none, null where nothing was written. */
export function wordsFor(words: OwnWords, { ownWords }: Pick<Instrument['items'][number], 'ownWords'>) {
  if (!ownWords) return undefined
  const { instrument, item } = ownWords
  return words[instrument]?.[item] ?? null
}

/** Whether there is something to ask: an instrument that only asks about own words needs some. */
export const hasQuestions = ({ items }: Pick<Instrument, 'items'>, words: OwnWords): boolean =>
  items.some((item) => wordsFor(words, item) !== null)

/** The own goals of a care path: what was written where another question asks back about it. */
export function goalsOf(instruments: readonly Instrument[], sent: readonly Sent[]): Goal[] {
  const words = ownWordsIn(sent)
  return instruments.flatMap((instrument) =>
    instrument.items.flatMap((item): Goal[] => {
      const said = wordsFor(words, item)
      const source = item.ownWords?.instrument
      const saying = sent.findLast(({ answers }) => source !== undefined && answers[source] !== undefined)
      if (!said || !saying) return []
      const since = sent.filter(({ submittedAt }) => submittedAt > saying.submittedAt)
      const steps = since.flatMap(({ submittedAt, answers }) => {
        const value = answers[instrument.id]?.[item.key]
        return typeof value === 'number'
          ? [{ at: submittedAt, value, text: answerText(instrument, item.key, value) }]
          : []
      })
      return [{ id: `${instrument.id} ${item.key}`, words: said, saidAt: saying.submittedAt, steps }]
    }),
  )
}
