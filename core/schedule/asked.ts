import type { Instrument } from '../instruments/instrument.ts'
import { mayBeAsked } from '../instruments/licence.ts'
import type { Moment } from '../outcome-sets/moment.ts'
import { localDate } from '../time/dates.ts'
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

/**
 * What of it is still to be answered at an instant: all that was not answered a short while ago, and that its licence
 * allows to be asked on that day.
 */
export function toAsk(
  { moment, instruments }: Asked,
  window: Window,
  answered: readonly Answered[],
  at: string,
): Instrument[] {
  const recent = recentAnswers(moment, instruments, window, answered)
  const today = localDate(at, window.zone)
  return instruments.filter((one) => !recent.has(one.id) && mayBeAsked(one, today))
}

/** Whether a licence decides what is asked: most have no end. */
export const asksUnderLicence = ({ instruments }: Asked): boolean =>
  instruments.some(({ licence: { validFrom, validTo } }) => validFrom !== undefined || validTo !== undefined)
