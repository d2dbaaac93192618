// Answers questions about large teams, with a connection of its own: whoever sends answers does not wait for them.
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../db/open.ts'
import { createDefinitions } from '../../definitions/reader.ts'
import { Problem } from '../../http/problem.ts'
import { type Answered, type Asked, questions, type Reading } from './questions.ts'

const { databaseUrl } = workerData as { databaseUrl: string }
const database = await openDatabase(databaseUrl)
const definitions = createDefinitions(database.db)

async function answer({ id, name, given, now }: Asked): Promise<Answered> {
  const ask = questions[name] as (reading: Reading, given: never) => Promise<unknown>
  try {
    const found = await database.snapshot((db) => ask({ db, definitions, now: () => new Date(now) }, given))
    return { id, kind: 'answered', answer: found }
  } catch (error) {
    if (!(error instanceof Problem)) return { id, kind: 'failed', error: error as Error }
    const { status, code, message, detail } = error
    return { id, kind: 'refused', status, code, message, detail }
  }
}

parentPort?.on('message', (asked: Asked) => {
  void answer(asked).then((answered) => parentPort?.postMessage(answered))
})
