import { join } from 'node:path'
import { generate } from '../../../server/commands/generate/generate.ts'
import { openSqlite } from '../../../server/db/sqlite.ts'
import { readDefinitions } from '../../../server/definitions/files.ts'
import { installDefinitions } from '../../../server/definitions/install.ts'
import { createDefinitions } from '../../../server/definitions/reader.ts'
import { createIds } from '../../../server/ids.ts'

/** Scores that a generated patient has, about: a little more than the fewest, so that a size is reached in one or two goes. */
const EACH = 26
const PER_TEAM = 4000

export type CohortWorld = Awaited<ReturnType<typeof openCohort>>

/** An empty database in `folder` that grows with generated patients. */
export async function openCohort(folder: string) {
  const file = join(folder, 'uitkomst.db')
  const database = openSqlite(file)
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
  return {
    ...tools,
    file,
    teams,
    size: () => scores,
    organisationOf: (teamId: string) => organisations.get(teamId) ?? '',
    close: database.close,
    /** Generates until there are this many scores; gives how many came in each second. */
    async growTo(size: number): Promise<number> {
      const [before, start] = [scores, performance.now()]
      while (scores < size) {
        const patients = Math.ceil((size - scores) / EACH)
        const made = await generate(tools, { patients, teamCount: Math.ceil(patients / PER_TEAM) })
        teams.push(...made.teams)
        for (const id of made.teams) organisations.set(id, made.organisationId)
        scores += made.scores
      }
      return (scores - before) / ((performance.now() - start) / 1000)
    },
  }
}
