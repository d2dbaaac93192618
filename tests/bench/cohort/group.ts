import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dialect } from '../../../server/db/dialect.ts'
import { type Figure, figure, median, quantile } from '../figures.ts'
import type { Options } from '../run.ts'
import { timeFilters } from './filter.ts'
import { timeMeans, timePage } from './questions.ts'
import { bytesPerScore } from './storage.ts'
import { timeSubmissions } from './submissions.ts'
import { openCohort } from './world.ts'

const SIZES = {
  full: {
    sizes: [1_000_000, 10_000_000],
    questions: 2000,
    pages: 100,
    turns: 10,
    cohorts: [10_000, 100_000],
    filters: 20,
  },
  quick: { sizes: [20_000, 200_000], questions: 300, pages: 20, turns: 2, cohorts: [1000], filters: 6 },
} as const

/** What a free filter over so many patients may take, in milliseconds. */
const PATIENCE: Record<number, number> = { 10000: 100, 100000: 1000 }
const STILL = 20
const ROOM = dialect === 'postgres' ? 220 : 100

/** The figures of teams in a region of generated patients, at two sizes in one run. */
export async function cohort({ quick, say }: Options): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'))
  const { sizes, questions, pages, turns, cohorts, filters } = quick ? SIZES.quick : SIZES.full
  const world = await openCohort(process.env.DATABASE_URL ?? `file:${join(folder, 'uitkomst.db')}`)
  try {
    const found = []
    for (const size of sizes) {
      say(`Generating up to ${size} scores`)
      const made = await world.growTo(size)
      say(`Asking at ${world.size()} scores`)
      found.push({
        size: world.size(),
        ...made,
        means: await timeMeans(world, questions),
        pages: await timePage(world, pages),
      })
    }
    say('Submitting, with the running figures and without')
    const figures = figuresOf(found, await bytesPerScore(world), await timeSubmissions(world, turns))
    for (const patients of cohorts) {
      say(`Filtering a team of ${patients} patients`)
      figures.push(
        ...filterFigures(patients, await timeFilters(world, await world.addTeam(patients), filters)),
      )
    }
    return figures
  } finally {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Found = { size: number; rate: number; ofProcessor: number; means: number[]; pages: number[] }

function figuresOf(
  found: readonly Found[],
  bytes: number,
  { counted, bare }: Awaited<ReturnType<typeof timeSubmissions>>,
): Figure[] {
  const medians = found.map(({ means }) => median(means))
  const [small = 0, large = 0] = medians
  return [
    ...found.flatMap(({ size, rate, ofProcessor, means, pages }) => [
      figure(`${size} scores: generated`, rate, 'scores/s', { atLeast: 50_000 }),
      figure(`${size} scores: generated, in a second of one processor`, ofProcessor, 'scores'),
      figure(`${size} scores: means of a team by month, median`, median(means), 'ms'),
      figure(`${size} scores: means of a team by month, p99`, quantile(means, 0.99), 'ms', { atMost: 5 }),
      figure(`${size} scores: the first view of a team's page, median`, median(pages), 'ms'),
      figure(`${size} scores: the first view of a team's page, p99`, quantile(pages, 0.99), 'ms', {
        atMost: 5,
      }),
    ]),
    figure('means of a team, median at the larger size', large, 'ms', { atMost: Math.max(1, 1.3 * small) }),
    figure('scores, their index and the figures', bytes, 'bytes/score', { atMost: ROOM }),
    figure('submission without figures, median', median(bare), 'ms'),
    figure('submission with figures, against that', median(counted) / median(bare), 'x', { atMost: 1.5 }),
  ]
}

function filterFigures(
  patients: number,
  { waits, still }: Awaited<ReturnType<typeof timeFilters>>,
): Figure[] {
  const of = `a free filter over ${patients} patients`
  const patience = PATIENCE[patients]
  return [
    figure(
      `${of}, p99`,
      quantile(waits, 0.99),
      'ms',
      patience === undefined ? undefined : { atMost: patience },
    ),
    figure(`${of}: the server stood still at most`, still, 'ms', { atMost: STILL }),
  ]
}
