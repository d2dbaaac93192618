import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, figure, quantile } from '../figures.ts'
import type { Options } from '../run.ts'
import { type Server, startProgram } from '../submission/start.ts'
import { appointmentFile, peopleIn } from './file.ts'
import { type Run, runImport } from './measure.ts'
import { buildHouse, countStored } from './world.ts'

/** A file of 100,000 appointments through the whole program: its dry run, the import, and the same file once more. */
export async function importing({ quick, say }: Options): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'))
  const rows = quick ? 10_000 : 100_000
  try {
    const cookie = await buildHouse(folder)
    const file = appointmentFile(rows, new Date())
    const program = await startProgram(folder)
    const runs = await inTurn(program, (what, dryRun) => {
      say(`${what} of ${rows} appointments`)
      return runImport(program, cookie, file, dryRun)
    })
    const stored = await countStored(folder)
    check(runs, stored, rows)
    return [
      ...figuresOf('dry run', runs.dry, rows, 15),
      ...figuresOf('import', runs.real, rows, 60),
      ...figuresOf('same file again', runs.again, rows, 30),
      figure('assessments planned', stored.assessments, ''),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Runs = Record<'dry' | 'real' | 'again', Run>

async function inTurn(
  { process }: Server,
  run: (what: string, dryRun: boolean) => Promise<Run>,
): Promise<Runs> {
  try {
    return {
      dry: await run('Dry run', true),
      real: await run('Import', false),
      again: await run('Second import', false),
    }
  } finally {
    await process.stop()
  }
}

function figuresOf(what: string, { seconds, cpu, memory, waits }: Run, rows: number, most: number): Figure[] {
  return [
    figure(`${what}, time`, seconds, 's', { atMost: (most * rows) / 100_000 }),
    figure(`${what}, speed`, rows / seconds, 'rows/s'),
    figure(`${what}, CPU`, cpu / rows, 'ms/row'),
    figure(`${what}, memory over rest`, memory.highest - memory.before, 'MB', { atMost: 200 }),
    figure(`${what}, longest wait of somebody else`, Math.max(...waits), 'ms', { atMost: 50 }),
    figure(`${what}, wait of somebody else, p95`, quantile(waits, 0.95), 'ms'),
  ]
}

function check({ dry, real, again }: Runs, stored: Awaited<ReturnType<typeof countStored>>, rows: number) {
  const expected = { people: peopleIn(rows), carePaths: peopleIn(rows), appointments: rows, stages: rows }
  const found = JSON.stringify({ ...stored, assessments: 0 })
  if (found !== JSON.stringify({ ...expected, assessments: 0 }))
    throw new Error(`Stored were ${found} and not ${JSON.stringify(expected)}`)
  const booked = [dry, real].map(({ report }) => report.counts.booked)
  if (booked.some((count) => count !== rows) || again.report.counts.unchanged !== rows)
    throw new Error(`The program says ${JSON.stringify([dry, real, again].map(({ report }) => report))}`)
}
