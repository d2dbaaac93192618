import { answering, freePort, type Measured, startMeasured } from '../processes.ts'
import { type Recording, record } from './recording.ts'
import { type BenchPatient, databaseIn, SECRET } from './world.ts'

export type Contender = { process: Measured; database: string }
export type Server = Contender & { port: number }
type Files = { recording: string; patients: string }

/** The program as it is started everywhere, by bin/uitkomst.js; behind a proxy, so that each patient has an own address. */
export async function startProgram(home: string, before = 'meter.js'): Promise<Server> {
  const port = await freePort()
  const env = { DATA_DIR: home, PORT: String(port), DEMO: '0', TRUST_PROXY: '1', LOG_LEVEL: 'error', SECRET }
  const process = startMeasured('../../bin/uitkomst.js', { args: ['serve'], env, before })
  await answering(`http://127.0.0.1:${port}/readyz`)
  return { process, port, database: databaseIn(home) }
}

/** Lets some patients walk through the program while every statement is written down. */
export async function recordProgram(home: string, patients: readonly BenchPatient[]): Promise<Recording> {
  const { process, port, database } = await startProgram(home, 'recorder.ts')
  try {
    return await record(process, port, database, patients)
  } finally {
    await process.stop()
  }
}

export async function startMinimal(home: string, { recording }: Files): Promise<Server> {
  const port = await freePort()
  const database = databaseIn(home)
  const env = { DATABASE: database, RECORDING: recording, PORT: String(port) }
  const process = startMeasured('baseline/minimal-hono.ts', { env })
  await answering(`http://127.0.0.1:${port}/healthz`)
  return { process, port, database }
}

export function startRaw(home: string, { recording, patients }: Files): Contender {
  const database = databaseIn(home)
  const env = { DATABASE: database, RECORDING: recording, PATIENTS: patients }
  return { process: startMeasured('baseline/raw-sqlite.ts', { env }), database }
}
