import { moveDate } from '../../../core/dates.ts'
import type { Database } from '../../db/database.ts'
import { organisations, teams } from '../../db/schema/organisations.ts'
import type { Deps } from '../../deps.ts'
import { inventLife } from './life.ts'
import { type Place, rowsOf } from './rows.ts'
import { writeRows } from './write.ts'

const OUTCOME_SET = 'hip-knee-osteoarthritis'
/** First visits lie this many days back at most: long enough for the last moment of most, recent enough for some to have just begun. */
const DAYS = 1200
/** Patients in one transaction: many share a figure, which is written once for all of them. */
const AT_ONCE = 1000

export type Tools = Pick<Deps, 'db' | 'definitions' | 'now' | 'newId'> & Pick<Database, 'uncounted'>
export type Generated = { organisationId: string; teams: string[]; patients: number; scores: number }

/**
 * Makes teams of a new organisation and fills them with invented patients who have answered for years. What stands in
 * the database is what the acts would have left, but for the log, the mail and contact data; `--patients N` gives the
 * same people each time. `heard` is told how many scores there are so far.
 */
export async function generate(
  tools: Tools,
  { patients, teamCount }: { patients: number; teamCount: number },
  heard: (scores: number) => void = () => {},
): Promise<Generated> {
  const version = await tools.definitions.current(OUTCOME_SET)
  if (!version) throw new Error(`The outcome set ${OUTCOME_SET} is not published`)
  const now = tools.now().toISOString()
  const { organisationId, zone, teamIds } = await makeTeams(tools, teamCount)
  let scores = 0
  for (const [place, teamId] of teamIds.entries()) {
    const at: Place = { organisationId, teamId, zone, version, now }
    const until = Math.floor((patients * (place + 1)) / teamCount)
    for (let from = Math.floor((patients * place) / teamCount); from < until; from += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, until - from) }, (_, one) => from + one)
      const rows = numbers.map((number) =>
        rowsOf(tools, at, inventLife(`G${number}`, firstVisit(number, now))),
      )
      scores += await writeRows(tools, tools, at, rows)
      heard(scores)
    }
  }
  return { organisationId, teams: teamIds, patients, scores }
}

/** Spread over the years, whatever the number of patients: 577 and 1200 have no common divisor. */
const firstVisit = (number: number, now: string) =>
  moveDate(now.slice(0, 10), `-P${((number * 577) % DAYS) + 1}D`)

async function makeTeams({ db, now, newId }: Tools, count: number) {
  const createdAt = now().toISOString()
  const [organisationId, zone] = [newId('org'), 'Europe/Amsterdam']
  const made = Array.from({ length: count }, (_, place) => ({
    id: newId('tea'),
    organisationId,
    name: `Heup en knie ${place + 1}`,
    outcomeSet: OUTCOME_SET,
    phone: '010 000 00 00',
    createdAt,
  }))
  await db.transaction(async (tx) => {
    await tx.insert(organisations).values({
      id: organisationId,
      name: 'Verzonnen regio',
      timeZone: zone,
      language: 'nl',
      urgentPhone: '010 000 00 00',
      confirmBirthDate: false,
      sendFrom: '08:00',
      sendUntil: '20:00',
      createdAt,
    })
    await tx.insert(teams).values(made)
  })
  return { organisationId, zone, teamIds: made.map(({ id }) => id) }
}
