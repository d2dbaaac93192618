import { readPath } from '../../../server/clinic/facts.ts'
import { panelsOf } from '../../../server/clinic/panels.ts'
import { openSqlite } from '../../../server/db/sqlite.ts'
import { createDefinitions } from '../../../server/definitions/reader.ts'
import { OUTCOME_SET } from './definitions.ts'
import { HISTORY } from './people.ts'
import type { BenchPatient } from './world.ts'

const PERSON = { person: { birthDate: '1960-01-01', sex: 'unknown' }, treatment: null }

/**
 * How long the program takes to read all that happened on a care path and to make its trends from it, in milliseconds
 * for each of `times` patients in turn; HTTP and the line in the log are in the figures of the one-pager.
 */
export async function timeTrends(databaseFile: string, known: readonly BenchPatient[], times: number) {
  const database = openSqlite(databaseFile)
  const version = await createDefinitions(database.db).current(OUTCOME_SET)
  if (!version) throw new Error('The outcome set of the bench was not installed')
  const took: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const patient = known[turn % known.length]
    if (!patient) throw new Error('There is nobody with a history')
    const start = performance.now()
    const now = new Date().toISOString()
    const facts = await readPath(database.db, patient.enrolmentId, now.slice(0, 10))
    const panels = panelsOf(version, facts, { ...PERSON, now })
    took.push(performance.now() - start)
    const points = panels.flatMap(({ trend }) => trend.points.filter(({ kind }) => kind === 'score'))
    if (points.length < 2 * HISTORY.responses) throw new Error(`A trend of ${points.length} points`)
  }
  await database.close()
  return took
}
