import type { Database } from '../../db/database.ts'
import { organisations, teams } from '../../db/schema/organisations.ts'
import type { Deps } from '../../deps.ts'
import { makeShare, type Share } from './share.ts'
import { writeRows } from './write.ts'

const OUTCOME_SET = 'hip-knee-osteoarthritis'
/** Patients in one transaction: many share a figure, which is written once for all of them. */
const AT_ONCE = 2000

export type Tools = Pick<Deps, 'db' | 'definitions' | 'now' | 'newId'> & Pick<Database, 'uncounted'>
export type Generated = { organisationId: string; teams: string[]; patients: number; scores: number }

/** Fills shares, in any order; gives how many scores they have together and tells `heard` of each. */
export type Fill = (shares: readonly Share[], heard: (scores: number) => void) => Promise<number>

/**
 * Makes teams of a new organisation and fills them with invented patients who have answered for years. What stands in
 * the database is what the acts would have left, but for the log, the mail and contact data; `--patients N` gives the
 * same people each time. `heard` is told how many scores there are so far.
 */
export async function generate(
  tools: Tools,
  { patients, teamCount }: { patients: number; teamCount: number },
  { fill = fillHere(tools), heard = () => {} }: { fill?: Fill; heard?: (scores: number) => void } = {},
): Promise<Generated> {
  const version = await tools.definitions.current(OUTCOME_SET)
  if (!version) throw new Error(`The outcome set ${OUTCOME_SET} is not published`)
  const now = tools.now().toISOString()
  const { organisationId, zone, teamIds } = await makeTeams(tools, teamCount)
  const shares = teamIds.flatMap((teamId, place) => {
    const from = Math.floor((patients * place) / teamCount)
    const until = Math.floor((patients * (place + 1)) / teamCount)
    return starts(from, until).map(
      (start): Share => ({
        place: { organisationId, teamId, zone, now },
        setVersionId: version.id,
        from: start,
        until: Math.min(until, start + AT_ONCE),
      }),
    )
  })
  return { organisationId, teams: teamIds, patients, scores: await fill(shares, heard) }
}

const starts = (from: number, until: number) =>
  Array.from({ length: Math.ceil((until - from) / AT_ONCE) }, (_, turn) => from + turn * AT_ONCE)

/** One share after the other, in this thread: enough for a test, and all that can be done in memory. */
const fillHere =
  (tools: Tools): Fill =>
  async (shares, heard) => {
    let scores = 0
    for (const share of shares) {
      scores += await writeRows(tools, tools, share.place, await makeShare(tools, share))
      heard(scores)
    }
    return scores
  }

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
