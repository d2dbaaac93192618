import { once } from '../../../core/memo.ts'
import { localDate } from '../../../core/time/dates.ts'
import type { Deps } from '../../deps.ts'
import type { Team } from '../scope.ts'
import type { Reading } from './reading.ts'
import { rescoredSoFar } from './rescored.ts'

/** Pages that are kept at once, some 20 kB each. */
const MOST = 2000

const kept = once<NonNullable<Deps['beside']>, Map<string, Promise<unknown>>>(() => new Map())

/**
 * What is told of a team are whole months that are over: no answer of today changes it. So a page about everybody is worked
 * out once a day and then kept; a record that is corrected shows the day after, a changed outcome set and another scoring
 * at once. Nor can an objection wait: it counts from its own month on. What a failed question left is not kept.
 */
export async function onceToday<T>(
  { db, beside, definitions, now }: Reading & { beside: NonNullable<Deps['beside']> },
  name: string,
  given: {
    team?: Team
    teams?: readonly Team[]
    asked?: { who?: string | undefined; by?: string | undefined }
  },
  ask: () => Promise<T>,
): Promise<T> {
  const { team } = given
  if (!team || (name !== 'wishes' && (name !== 'outcomes' || given.asked?.who || given.asked?.by)))
    return ask()
  const version = await definitions.current(team.outcomeSet)
  const today = localDate(now().toISOString(), team.zone)
  const pages = kept(beside)
  const page = JSON.stringify([name, today, version?.id, await rescoredSoFar(db, team), given])
  const known = pages.get(page) as Promise<T> | undefined
  if (known) return known
  if (pages.size >= MOST) pages.clear()
  const answer = ask()
  pages.set(page, answer)
  answer.catch(() => pages.delete(page))
  return answer
}
