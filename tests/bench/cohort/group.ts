import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Client from 'better-sqlite3'
import { type Figure, figure, median, quantile } from '../figures.ts'
import type { Options } from '../run.ts'
import { timeMeans, timePage } from './questions.ts'
import { timeSubmissions } from './submissions.ts'
import { type CohortWorld, openCohort } from './world.ts'

const SIZES = {
  full: { sizes: [1_000_000, 10_000_000], questions: 2000, pages: 100, turns: 10 },
  quick: { sizes: [20_000, 200_000], questions: 300, pages: 20, turns: 2 },
} as const

/** The figures of teams in a region of generated patients, at two sizes in one run. */
export async function cohort({ quick, say }: Options): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'))
  const { sizes, questions, pages, turns } = quick ? SIZES.quick : SIZES.full
  const world = await openCohort(folder)
  try {
    const found = []
    for (const size of sizes) {
      say(`Generating up to ${size} scores`)
      const rate = await world.growTo(size)
      say(`Asking at ${world.size()} scores`)
      found.push({
        size: world.size(),
        rate,
        means: await timeMeans(world, questions),
        pages: await timePage(world, pages),
      })
    }
    say('Submitting, with the running figures and without')
    const bytes = bytesPerScore(world)
    return figuresOf(found, bytes, await timeSubmissions(world, turns))
  } finally {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Found = { size: number; rate: number; means: number[]; pages: number[] }

function figuresOf(
  found: readonly Found[],
  bytes: number,
  { counted, bare }: Awaited<ReturnType<typeof timeSubmissions>>,
): Figure[] {
  const medians = found.map(({ means }) => median(means))
  const [small = 0, large = 0] = medians
  return [
    ...found.flatMap(({ size, rate, means, pages }) => [
      figure(`${size} scores: generated`, rate, 'scores/s', { atLeast: 50_000 }),
      figure(`${size} scores: means of a team by month, median`, median(means), 'ms'),
      figure(`${size} scores: means of a team by month, p99`, quantile(means, 0.99), 'ms', { atMost: 5 }),
      figure(`${size} scores: the first view of a team's page, median`, median(pages), 'ms', { atMost: 5 }),
    ]),
    figure('means of a team, median at the larger size', large, 'ms', { atMost: Math.max(1, 1.3 * small) }),
    figure('scores, their index and the figures', bytes, 'bytes/score', { atMost: 100 }),
    figure('submission without figures, median', median(bare), 'ms'),
    figure('submission with figures, against that', median(counted) / median(bare), 'x', { atMost: 1.5 }),
  ]
}

function bytesPerScore(world: CohortWorld): number {
  const client = new Client(world.file, { readonly: true })
  const bytes = client
    .prepare(
      `select sum(pgsize) from dbstat where name in ('scores', 'score_figures', 'figure_cells', 'figure_cells_once')`,
    )
    .pluck()
    .get() as number
  client.close()
  return bytes / world.size()
}
