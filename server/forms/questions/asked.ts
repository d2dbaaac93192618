import { adaptiveScale, askedAdaptively } from '../../../core/adaptive/asked-adaptively.ts'
import { type OwnWords, wordsFor } from '../../../core/answers/goals.ts'
import type { CheckedItem } from '../../../core/answers/item-check.ts'
import type { Drafts, Place } from '../../../core/answers/walk.ts'
import type { FormQuestion, FormText } from '../../../core/form/form.ts'
import { questionsOf } from '../../../core/form/questions.ts'
import type { Instrument, Item } from '../../../core/instruments/instrument.ts'
import { isUncheckedIn, languageFor } from '../../../core/instruments/written-in.ts'
import { once } from '../../../core/memo.ts'
import type { Answers, ResponseAnswers } from '../../../core/response.ts'
import { sayIn } from '../../../core/words.ts'
import type { Voice } from '../frame.ts'
import type { OpenTask } from '../open-tasks.ts'

/** A question that can be shown: its place on the way, its wording, and the instrument it belongs to. */
export type AskedQuestion = Place & {
  question: FormQuestion
  about: Instrument
  side: string
  /** What the patient wrote before and is asked about now, in their own words. */
  words: string | null
}

/** What is asked of whom, as far as its questions depend on it. */
type Asking = Pick<OpenTask, 'id' | 'side' | 'instruments'> & {
  setVersion: Pick<OpenTask['setVersion'], 'instruments'>
  /** Left out where nobody is asked: then every question is there. */
  ownWords?: OwnWords
  /** Only where a person answers here and now are the questions of a bank chosen one by one; on paper all stand there. */
  oneByOne?: ResponseAnswers
}

/** Every question of these tasks, in the order in which they are asked; hidden ones too. */
export const askedQuestions = (tasks: readonly Asking[]): AskedQuestion[] =>
  tasks.flatMap(({ id, side, setVersion, instruments, ownWords, oneByOne }) =>
    instruments.flatMap((name) => {
      const instrument = setVersion.instruments.get(name)
      if (!instrument) return []
      return chosenOf(instrument, oneByOne && (oneByOne[name] ?? {})).flatMap(({ asksAbout, ...asked }) => {
        const words = ownWords && wordsFor(ownWords, { ownWords: asksAbout })
        return words === null ? [] : [{ ...asked, assessment: id, side, words: words ?? null }]
      })
    }),
  )

/** All questions; of a bank those that this person is asked, in the order in which they are. */
function chosenOf(instrument: Instrument, answers: Answers | undefined): readonly Known[] {
  const all = questionsAbout(instrument)
  const keys = answers && askedAdaptively(instrument, answers)
  return keys ? keys.flatMap((key) => all.find(({ item }) => item === key) ?? []) : all
}

/** Whether the next question depends on the answer: then the server is asked after each one. */
export const isAdaptive = (tasks: readonly OpenTask[]): boolean =>
  tasks.some(({ instruments, setVersion }) =>
    instruments.some((name) => {
      const instrument = setVersion.instruments.get(name)
      return instrument !== undefined && adaptiveScale(instrument) !== null
    }),
  )

type Known = Omit<AskedQuestion, 'assessment' | 'side' | 'words'> & { asksAbout: Item['ownWords'] }

const questionsAbout = once((instrument: Instrument): Known[] => {
  const asked = instrument.form ? questionsOf(instrument.form) : []
  const items = new Map(instrument.items.map((item) => [item.key, item]))
  return asked.flatMap(({ question, conditions }) => {
    const item = items.get(question.name)
    if (!item) return []
    const place = { instrument: instrument.id, item: item.key, conditions, required: item.required }
    const most = adaptiveScale(instrument)?.method.adaptive.stop.most ?? asked.length
    const minutes = instrument.minutes / Math.min(most, asked.length)
    return [
      { ...place, check: checkedPart(item), minutes, question, about: instrument, asksAbout: item.ownWords },
    ]
  })
})

/** Only what a check needs: the labels for staff and the codes stay here. */
function checkedPart(item: Instrument['items'][number]): CheckedItem {
  if (item.kind === 'number') return { kind: item.kind, min: item.min, max: item.max, whole: item.whole }
  if (item.kind === 'text') return { kind: item.kind, maxLength: item.maxLength }
  return item.kind === 'date' ? { kind: item.kind } : { kind: item.kind, values: item.values }
}

/**
 * Whether all of this can be shown by the server itself. A list to choose from that is too long for a page is shown
 * by SurveyJS, which costs a phone some seconds: the whole task is then.
 */
export const isDrawn = (tasks: readonly OpenTask[]): boolean =>
  askedQuestions(tasks).every(({ question }) => question.type !== 'dropdown')

/** The questions that the server shows: all or none. */
export const drawnQuestions = (tasks: readonly OpenTask[]): AskedQuestion[] =>
  isDrawn(tasks) ? askedQuestions(tasks) : []

export const draftsOf = (tasks: readonly OpenTask[]): Drafts =>
  Object.fromEntries(tasks.map(({ id, answers }) => [id, answers]))

/** The language in which this reader gets an instrument: their own where all of it was written in that. */
export const askedIn = (instrument: Instrument, { language, otherwise }: Voice): string =>
  languageFor(instrument, language, otherwise)

/** How a page speaks that asks these questions: it also says when nobody has signed for their wording. */
export const asking = (voice: Voice, tasks: readonly OpenTask[]): Voice => ({
  ...voice,
  unchecked:
    voice.unchecked || askedQuestions(tasks).some(({ about }) => isUncheckedIn(about, askedIn(about, voice))),
})

/** A text of a form in this language. SurveyJS calls the first language of a form `default`. */
export const inForm = (text: FormText, language: string): string => sayIn(text, language).text
