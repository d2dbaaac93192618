import type { Instrument } from '../../core/instrument.ts'
import { once } from '../../core/memo.ts'
import type { Moment } from '../../core/moment.ts'
import { type Answered, recentAnswers, type Window } from '../../core/recent-answers.ts'
import type { SetVersion } from '../definitions/reader.ts'

/** What a moment asks, in its order; instruments whose wording is not installed cannot be asked. */
export type Asked = {
  moment: Moment
  instruments: readonly Instrument[]
  /** An instrument that was answered recently may be left out. */
  maySkip: boolean
}

export function askedInstruments(version: SetVersion, momentId: string): Asked {
  const asked = askedByMoment(version).get(momentId)
  if (!asked) throw new Error(`Outcome set version ${version.id} has no moment ${momentId}`)
  return asked
}

const askedByMoment = once(
  (version: SetVersion): ReadonlyMap<string, Asked> =>
    new Map(
      version.set.moments.map((moment) => {
        const instruments = moment.instruments.flatMap((id) => version.instruments.get(id) ?? [])
        const asked = {
          moment,
          instruments: instruments.filter(({ form }) => form !== null),
          maySkip: moment.skipIfAnsweredWithin !== undefined,
        }
        return [moment.id, asked]
      }),
    ),
)

/** What of it is still to be answered: all that was not answered a short while ago. */
export function toAsk({ moment, instruments }: Asked, window: Window, answered: readonly Answered[]) {
  const recent = recentAnswers(moment, instruments, window, answered)
  return instruments.filter(({ id }) => !recent.has(id))
}
