import type { Usage } from '../processes.ts'
import { countSubmissions } from './count.ts'
import { drive } from './load.ts'
import { readOnePagers } from './readers.ts'
import type { Contender, Server } from './start.ts'
import { timeTrends } from './trend.ts'
import type { BenchPatient, World } from './world.ts'

export const LEVELS = [1, 8, 32] as const
export type Level = (typeof LEVELS)[number]

/**
 * How many patients walk before anything is measured (a program that was just started is not compiled yet), in one
 * burst at each number at a time, how often, and how many in all through the program.
 */
export type Sizes = { warmUp: number; bursts: Record<Level, number>; rounds: number; all: number }

/** What one burst cost: for each complete submission, but for the rate. */
export type Burst = { level: Level; perSecond: number; cpu: number; flushes: number; memory: number }
export type Round = { raw: number; program: Burst[]; minimal: Burst[] }
/** A burst that follows one of the bare database with the same patients. */
export type Stretch = Burst & { raw: number }
type Contenders = { program: Server; minimal: Server; raw: Contender }

/** Looks at patients while nobody answers. */
const ALONE = 300
/** Trends that are made; the first ones are not compiled yet and do not count. */
const TRENDS = { all: 2000, warmUp: 200 }
/** Patients between two looks at the memory. */
const STRETCH = 1000

async function warmUp({ program, minimal, raw }: Contenders, { patients }: World, { warmUp: count }: Sizes) {
  for (const { port } of [minimal, program]) await drive(port, patients.slice(0, count), 8)
  await raw.process.ask<number>({ from: 0, until: count }, 'seconds')
  return count
}

/** One round: at each level the minimal handler and the program side by side, then the bare database with the same patients. */
async function round(
  { program, minimal, raw }: Contenders,
  { patients }: World,
  { bursts }: Sizes,
  from: number,
): Promise<Round & { until: number }> {
  const taken: Round = { raw: 0, program: [], minimal: [] }
  let until = from
  for (const level of LEVELS) {
    const next = patients.slice(until, until + bursts[level])
    taken.minimal.push(await burst(minimal, next, level))
    taken.program.push(await burst(program, next, level))
    until += next.length
  }
  const seconds = await raw.process.ask<number>({ from, until }, 'seconds')
  return { ...taken, raw: (until - from) / seconds, until }
}

async function burst(
  { process, port }: Server,
  patients: readonly BenchPatient[],
  level: Level,
): Promise<Burst> {
  const start = await process.usage()
  const seconds = await drive(port, patients, level)
  const end = await process.usage()
  const each = (of: (usage: Usage) => number) => (of(end) - of(start)) / patients.length
  return {
    level,
    perSecond: patients.length / seconds,
    cpu: each(({ cpu }) => cpu),
    flushes: each(({ flushes }) => flushes),
    memory: end.memory,
  }
}

/**
 * The rest of the patients, 32 at a time, while a clinician opens one patient after the other. Before each stretch the
 * bare database stores the same patients, so that both meet the machine in the same mood.
 */
async function withReader({ program, raw }: Contenders, world: World, from: number, all: number) {
  const stretches: Stretch[] = []
  const waits: number[] = []
  for (let at = from; at < all; at += STRETCH) {
    const until = Math.min(at + STRETCH, all)
    const seconds = await raw.process.ask<number>({ from: at, until }, 'seconds')
    let isOver = false
    const reading = readOnePagers(program.port, world, () => !isOver)
    const taken = await burst(program, world.patients.slice(at, until), 32)
    isOver = true
    waits.push(...(await reading))
    stretches.push({ ...taken, raw: (until - at) / seconds })
  }
  return { stretches, waits }
}

export type Measurement = {
  rounds: Round[]
  /** What came after the rounds, at 32 with a reader beside them. */
  stretches: Stretch[]
  /** Milliseconds of each look at a patient over HTTP: while nobody answers, and while 32 patients do. */
  looks: { alone: number[]; beside: number[] }
  /** Milliseconds of reading and making the trends of one patient. */
  trends: number[]
  /** Resident memory of the program in MB: before the first submission, and the most that was seen later. */
  memory: { idle: number; highest: number }
  /** Submissions that were found in the database as they were sent. */
  counted: number
  /** Milliseconds of CPU of the load generator for each submission. */
  generator: number
}

/** Runs everything, the contenders taking turns, and looks up afterwards what each has stored. */
export async function measure(
  contenders: Contenders,
  world: World,
  sizes: Sizes,
  say: (sentence: string) => void,
): Promise<Measurement> {
  const { program, minimal, raw } = contenders
  const idle = (await program.process.usage()).memory
  const start = process.cpuUsage()
  let walked = await warmUp(contenders, world, sizes)
  const alone = await readOnePagers(program.port, world, (read) => read < ALONE)
  const rounds: Round[] = []
  for (let turn = 1; turn <= sizes.rounds; turn++) {
    say(`Round ${turn} of ${sizes.rounds}`)
    const { until, ...taken } = await round(contenders, world, sizes, walked)
    rounds.push(taken)
    walked = until
  }
  say(`On to ${sizes.all} submissions, with a reader beside them`)
  const { stretches, waits } = await withReader(contenders, world, walked, sizes.all)
  const { user, system } = process.cpuUsage(start)
  const trends = await timeTrends(raw.database, world.known, TRENDS.all)
  say('Counting')
  countSubmissions(minimal.database, world.patients.slice(0, walked), { scored: false })
  countSubmissions(raw.database, world.patients, { scored: false })
  const seen = [...rounds.flatMap((taken) => taken.program), ...stretches].map(({ memory }) => memory)
  return {
    rounds,
    stretches,
    looks: { alone, beside: waits },
    trends: trends.slice(TRENDS.warmUp),
    memory: { idle, highest: Math.max(...seen) },
    counted: countSubmissions(program.database, world.patients, { scored: true }),
    generator: (user + system) / 1000 / (sizes.all + walked),
  }
}
