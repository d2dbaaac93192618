import { generate } from '../../../server/commands/generate/generate.ts'
import { fillBeside } from '../../../server/commands/generate/threads.ts'
import { openDatabase } from '../../../server/db/open.ts'
import { readDefinitions } from '../../../server/definitions/files.ts'
import { installDefinitions } from '../../../server/definitions/install.ts'
import { createDefinitions } from '../../../server/definitions/reader.ts'
import { createIds } from '../../../server/ids.ts'

/** Scores that a generated patient has, about: a little more than the fewest, so that a size is reached in one or two goes. */
const EACH = 26
const PER_TEAM = 4000

export type CohortWorld = Awaited<ReturnType<typeof openCohort>>

/** An empty database that grows with generated patients. */
export async function openCohort(url: string) {
  const database = await openDatabase(url)
  const now = () => new Date()
  const tools = {
    db: database.db,
    uncounted: database.uncounted,
    definitions: createDefinitions(database.db),
    now,
    newId: createIds(now),
  }
  await database.migrate()
  await installDefinitions(tools, readDefinitions('surveys'))
  const teams: string[] = []
  const organisations = new Map<string, string>()
  let scores = 0
  const add = async (patients: number, teamCount: number) => {
    const made = await generate(tools, { patients, teamCount }, { fill: fillBeside(url) })
    for (const id of made.teams) organisations.set(id, made.organisationId)
    scores += made.scores
    return made.teams
  }
  return {
    ...tools,
    url,
    teams,
    size: () => scores,
    organisationOf: (teamId: string) => organisations.get(teamId) ?? '',
    close: database.close,
    /** One team of so many patients, which no other question is asked of. */
    addTeam: async (patients: number): Promise<string> => (await add(patients, 1))[0] ?? '',
    /** Generates until there are this many scores; gives how many came in each second, and in each second of a processor. */
    async growTo(size: number): Promise<{ rate: number; ofProcessor: number }> {
      const [before, start, used] = [scores, performance.now(), process.cpuUsage()]
      while (scores < size) {
        const patients = Math.ceil((size - scores) / EACH)
        teams.push(...(await add(patients, Math.ceil(patients / PER_TEAM))))
      }
      const made = scores - before
      const { user, system } = process.cpuUsage(used)
      return {
        rate: made / ((performance.now() - start) / 1000),
        ofProcessor: made / ((user + system) / 1e6),
      }
    },
  }
}
