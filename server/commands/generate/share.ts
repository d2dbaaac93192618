import { moveDate } from '../../../core/time/dates.ts'
import type { Deps } from '../../deps.ts'
import { createIds } from '../../ids.ts'
import { type Gathered, gather } from './gather.ts'
import { inventLife } from './life.ts'
import { type Place, rowsOf } from './rows.ts'

/** Patients `from` to `until` (not included) of one team: so many as are written in one transaction. */
export type Share = { place: Omit<Place, 'version'>; setVersionId: string; from: number; until: number }

/** First visits lie this many days back at most: long enough for the last moment of most, recent enough for some to have just begun. */
const DAYS = 1200

/** Patients whose ids are of one millisecond. */
const PER_MS = 16

/**
 * The rows of a share, not yet written. Ids sort by the patients' numbers, whichever thread makes them: what is written one
 * after the other then lies side by side, as answers do that come in over the years.
 */
export async function makeShare(
  { definitions }: Pick<Deps, 'definitions'>,
  { place, setVersionId, from, until }: Share,
): Promise<Gathered> {
  const at: Place = { ...place, version: await definitions.version(setVersionId) }
  const start = Date.parse(place.now)
  return gather(
    Array.from({ length: until - from }, (_, one) => {
      const number = from + one
      const newId = createIds(() => new Date(start + number / PER_MS))
      return rowsOf({ newId }, at, inventLife(`G${number}`, firstVisit(number, place.now)))
    }),
  )
}

/** Spread over the years, whatever the number of patients: 577 and 1200 have no common divisor. */
const firstVisit = (number: number, now: string) =>
  moveDate(now.slice(0, 10), `-P${((number * 577) % DAYS) + 1}D`)
