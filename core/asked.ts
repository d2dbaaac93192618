import type { Instrument } from './instrument.ts'
import type { Moment } from './moment.ts'
import { type Answered, recentAnswers, type Window } from './recent-answers.ts'

/** The two topics and the last question, which every list ends with, take this long together. */
export const FINISH_MINUTES = 0.75

/** What a moment asks, in its order; instruments whose wording is not installed cannot be asked. */
export type Asked = {
  moment: Moment
  instruments: readonly Instrument[]
  /** An instrument that was answered recently may be left out. */
  maySkip: boolean
}

export const askedAt = (moment: Moment, instruments: ReadonlyMap<string, Instrument>): Asked => ({
  moment,
  instruments: moment.instruments
    .flatMap((id) => instruments.get(id) ?? [])
    .filter(({ form }) => form !== null),
  maySkip: moment.skipIfAnsweredWithin !== undefined,
})

/** What of it is still to be answered: all that was not answered a short while ago. */
export function toAsk({ moment, instruments }: Asked, window: Window, answered: readonly Answered[]) {
  const recent = recentAnswers(moment, instruments, window, answered)
  return instruments.filter(({ id }) => !recent.has(id))
}
