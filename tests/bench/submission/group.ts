import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from '../figures.ts'
import type { Options } from '../run.ts'
import { measure, type Sizes } from './measure.ts'
import { figuresOf } from './report.ts'
import { recordProgram, startMinimal, startProgram, startRaw } from './start.ts'
import { buildWorld, databaseIn } from './world.ts'

const SIZES: Record<'full' | 'quick', Sizes> = {
  full: { warmUp: 500, bursts: { 1: 250, 8: 800, 32: 2000 }, rounds: 3, all: 20_000 },
  quick: { warmUp: 100, bursts: { 1: 60, 8: 200, 32: 600 }, rounds: 1, all: 2000 },
}

/**
 * Complete submissions (open, three saves, submit; ten items, two scores, one alert rule) through the whole program over
 * HTTP, beside a minimal handler with the same SQL and beside the bare database.
 */
export async function submission({ quick, say }: Options): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'))
  try {
    const sizes = quick ? SIZES.quick : SIZES.full
    say(`Making ${sizes.all} patients with an invitation`)
    const world = await buildWorld(join(folder, 'world'), sizes.all)
    const home = (name: string) => copyOf(folder, name)
    say('Recording what the program asks of its database')
    const files = { recording: join(folder, 'recording.json'), patients: join(folder, 'patients.json') }
    writeFileSync(files.patients, JSON.stringify(world.patients))
    writeFileSync(files.recording, JSON.stringify(await recordProgram(home('recorded'), world.patients)))
    const contenders = {
      program: await startProgram(home('program')),
      minimal: await startMinimal(home('minimal'), files),
      raw: startRaw(home('raw'), files),
    }
    try {
      return figuresOf(await measure(contenders, world, sizes, say))
    } finally {
      await Promise.all(Object.values(contenders).map(({ process }) => process.stop()))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A folder with a copy of the filled database: each contender starts from the same rows. */
function copyOf(folder: string, name: string): string {
  const home = join(folder, name)
  mkdirSync(home)
  copyFileSync(databaseIn(join(folder, 'world')), databaseIn(home))
  return home
}
