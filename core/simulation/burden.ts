import { FINISH_MINUTES } from '../schedule/asked.ts'
import { moveDate } from '../time/dates.ts'
import type { Simulated, Simulation } from './simulate.ts'

/** All that one mail asks for the first time, answered together; `visit` is the appointment that it is for, if any. */
export type Sitting = { at: string; of: Simulated[]; items: number; minutes: number; visit: string | null }

export function sittingsOf({ mails, assessments }: Simulation): Sitting[] {
  return mails.flatMap(({ at, about }) => {
    const keys = about.filter(({ kind }) => kind === 'invitation').map(({ key }) => key)
    const of = assessments.filter(({ key }) => keys.includes(key))
    const asked = of.filter(({ items }) => items > 0)
    if (asked.length === 0) return []
    const sum = (field: 'items' | 'minutes') => asked.reduce((total, one) => total + one[field], 0)
    const visit = of.find(({ appointmentId }) => appointmentId !== null)?.appointmentId ?? null
    return [{ at, of, items: sum('items'), minutes: sum('minutes') + FINISH_MINUTES, visit }]
  })
}

/** What a year asks of the patient: the first from the start, and the next. */
export type Burden = { year: 1 | 2; sittings: number; mails: number; items: number; minutes: number }

export function burdenOf(simulation: Simulation, startsOn: string): Burden[] {
  const second = moveDate(startsOn, 'P1Y')
  const sittings = sittingsOf(simulation)
  return ([1, 2] as const).map((year) => {
    const isIn = ({ at }: { at: string }) => at < second === (year === 1)
    const own = sittings.filter(isIn)
    return {
      year,
      sittings: own.length,
      mails: simulation.mails.filter(isIn).length,
      items: own.reduce((sum, { items }) => sum + items, 0),
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
    }
  })
}

/** What a patient may find too much, or a team may not expect. `keys` are of the assessments that it is about. */
export type Clash =
  | { kind: 'asked-twice'; keys: string[]; instrument: string; days: number }
  | { kind: 'mails-close'; at: string; days: number; keys: string[] }
  | { kind: 'long'; at: string; minutes: number; keys: string[] }
  | { kind: 'no-mail'; keys: string[] }
  | { kind: 'nothing-left'; keys: string[] }

const ASKED_TWICE_DAYS = 14
const MAILS_CLOSE_DAYS = 3
const LONG_MINUTES = 15
const DAY_MS = 86_400_000

const daysBetween = (one: string, other: string) =>
  Math.round(Math.abs(Date.parse(other) - Date.parse(one)) / DAY_MS)

export function clashesOf(simulation: Simulation): Clash[] {
  const { assessments, mails } = simulation
  const mailed = new Set(mails.flatMap(({ about }) => about.map(({ key }) => key)))
  const keysOf = (of: readonly { key: string }[]) => of.map(({ key }) => key)
  return [
    ...askedTwice(assessments),
    ...mails.flatMap((mail, place): Clash[] => {
      const before = mails[place - 1]
      const days = before ? daysBetween(before.at, mail.at) : MAILS_CLOSE_DAYS
      return days < MAILS_CLOSE_DAYS
        ? [{ kind: 'mails-close', at: mail.at, days, keys: keysOf(mail.about) }]
        : []
    }),
    ...sittingsOf(simulation)
      .filter(({ minutes }) => minutes > LONG_MINUTES)
      .map(({ at, minutes, of }): Clash => ({ kind: 'long', at, minutes, keys: keysOf(of) })),
    ...assessments
      .filter(
        ({ key, closesAt, answeredAt }) => !mailed.has(key) && closesAt < simulation.until && !answeredAt,
      )
      .map(({ key }): Clash => ({ kind: 'no-mail', keys: [key] })),
    ...assessments
      .filter(({ items }) => items === 0)
      .map(({ key }): Clash => ({ kind: 'nothing-left', keys: [key] })),
  ]
}

/** The same questions, asked of the same patient within two weeks. */
function askedTwice(assessments: readonly Simulated[]): Clash[] {
  return assessments.flatMap((one, place) =>
    assessments.slice(place + 1).flatMap((other) =>
      one.asked
        .filter((instrument) => other.asked.includes(instrument))
        .map((instrument) => ({ instrument, days: daysBetween(one.opensAt, other.opensAt) }))
        .filter(({ days }) => days < ASKED_TWICE_DAYS)
        .map((same): Clash => ({ kind: 'asked-twice', keys: [one.key, other.key], ...same })),
    ),
  )
}
