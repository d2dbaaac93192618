import { openConnection } from '../connection.ts'
import type { Server } from '../submission/start.ts'

export type Run = {
  seconds: number
  /** Milliseconds of CPU of the whole program. */
  cpu: number
  /** MB at rest before, and the most while it ran. */
  memory: { before: number; highest: number }
  /** How long somebody else waited for an answer meanwhile, in milliseconds. */
  waits: number[]
  report: Report
}
type Report = { rows: number; counts: Record<string, number>; problemCount: number; failure: unknown }

const PAUSE_MS = 20
/** Looks at the other pages between two questions how far the import is. */
const BETWEEN = 10

/** Uploads a file as the page does and follows it to its end, while somebody else asks for something small again and again. */
export async function runImport(
  { port, process }: Server,
  cookie: string,
  file: Uint8Array,
  dryRun: boolean,
): Promise<Run> {
  const connection = await openConnection(port)
  const before = await process.usage()
  const run: Run = {
    seconds: 0,
    cpu: 0,
    memory: { before: before.memory, highest: 0 },
    waits: [],
    report: none,
  }
  const start = performance.now()
  const id = await upload(port, cookie, file, dryRun)
  for (;;) {
    run.waits.push(...(await wait(connection)))
    run.memory.highest = Math.max(run.memory.highest, (await process.usage()).memory)
    const report = await reportOf(port, cookie, id)
    if (!report) continue
    const end = await process.usage()
    connection.close()
    return { ...run, report, seconds: (performance.now() - start) / 1000, cpu: end.cpu - before.cpu }
  }
}

const none: Report = { rows: 0, counts: {}, problemCount: 0, failure: null }

/** Each of these asks the database: whoever opens any page does. */
async function wait(connection: Awaited<ReturnType<typeof openConnection>>): Promise<number[]> {
  const waits: number[] = []
  for (let look = 0; look < BETWEEN; look++) {
    const start = performance.now()
    const { status } = await connection.ask({ method: 'GET', path: '/readyz', headers: '' })
    if (status !== 200) throw new Error(`The house is not ready: ${status}`)
    waits.push(performance.now() - start)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return waits
}

async function upload(port: number, cookie: string, file: Uint8Array, dryRun: boolean): Promise<string> {
  const url = `http://127.0.0.1:${port}/api/imports/appointments?fileName=bench.csv&dryRun=${dryRun ? 1 : 0}`
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'text/csv' }
  const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(file) })
  if (answer.status !== 202) throw new Error(`The upload: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

async function reportOf(port: number, cookie: string, id: string): Promise<Report | null> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/imports/${id}`, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`The import: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { report: Report | null }).report
}
