// Answers questions about large teams, with a connection of its own: whoever sends answers does not wait for them.
import { parentPort, workerData } from 'node:worker_threads'
import { codeOf } from '../../db/errors.ts'
import { openDatabase } from '../../db/open.ts'
import { createDefinitions } from '../../definitions/reader.ts'
import { Problem } from '../../http/problem.ts'
import { openKeep } from './keep.ts'
import { type Answered, type Asked, OPENED, questions } from './questions.ts'
import type { Reading } from './reading.ts'

const { databaseUrl } = workerData as { databaseUrl: string }
const database = await openDatabase(databaseUrl)
const definitions = createDefinitions(database.db)
const keep = openKeep()

async function answer({ id, name, given, now }: Asked): Promise<Answered> {
  const ask = questions[name] as (reading: Reading, given: never) => Promise<unknown>
  try {
    const found = await database.snapshot((db) =>
      ask({ db, definitions, keep, now: () => new Date(now) }, given),
    )
    return { id, kind: 'answered', answer: found }
  } catch (error) {
    if (!(error instanceof Problem)) return failed(id, error as Error)
    const { status, code, message, detail } = error
    return { id, kind: 'refused', status, code, message, detail }
  }
}

const failed = (id: number, error: Error): Answered => ({
  id,
  kind: 'failed',
  name: error.name,
  stack: error.stack,
  driverCode: codeOf(error),
})

parentPort?.postMessage(OPENED)
parentPort?.on('message', (asked: Asked) => {
  void answer(asked).then((answered) => parentPort?.postMessage(answered))
})
