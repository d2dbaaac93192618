import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConnection } from '../connection.ts'
import { type Figure, figure, median, quantile } from '../figures.ts'
import type { Options } from '../run.ts'
import { type Server, startProgram } from '../submission/start.ts'
import { buildWorld } from './world.ts'

const SIZE = { count: 300, visits: 60 }
const ROUNDS = { full: 300, quick: 40 }
const WARM_UP = 15

/** What a team looks at, through the whole program: the board of 300 patients, a clinic of 60, one patient on one page. */
export async function consult({ quick, say }: Options): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'))
  try {
    say(`Making ${SIZE.count} patients with ten measurements each`)
    const world = await buildWorld(folder, SIZE)
    const program = await startProgram(folder)
    try {
      const rounds = quick ? ROUNDS.quick : ROUNDS.full
      const ask = await asking(program, world.cookie)
      const pageOf = (round: number) => `/api/clinic/patients/${world.patientIds[round % SIZE.count]}`
      say('The board')
      const board = await ask(
        () => '/api/board',
        rounds,
        (body) => body.total as number,
      )
      say('The clinic')
      const clinic = await ask(
        () => '/api/clinic',
        rounds,
        (body) => (body.rows as unknown[]).length,
      )
      say('One patient')
      const page = await ask(pageOf, rounds, (body) => (body.panels as unknown[]).length)
      mustBe('patients on the board', board.shown, SIZE.count)
      mustBe('rows of the clinic', clinic.shown, SIZE.visits)
      return [
        ...figuresOf(`board of ${SIZE.count} patients`, board, 150),
        ...figuresOf(`clinic of ${SIZE.visits} appointments`, clinic, 100),
        ...figuresOf('one patient on one page', page, 50),
        figure('scores stored', world.scores, ''),
      ]
    } finally {
      await program.process.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Body = Record<string, unknown>

/** Asks for the same again and again over one connection. */
async function asking({ port, process }: Server, cookie: string) {
  const connection = await openConnection(port)
  return async (pathOf: (round: number) => string, rounds: number, count: (body: Body) => number) => {
    const times: number[] = []
    let shown = 0
    let before = await process.usage()
    for (let round = -WARM_UP; round < rounds; round++) {
      if (round === 0) before = await process.usage()
      const start = performance.now()
      const answer = await connection.ask({
        method: 'GET',
        path: pathOf(round + WARM_UP),
        headers: `Cookie: ${cookie}\r\n`,
      })
      if (round >= 0) times.push(performance.now() - start)
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.slice(0, 200)}`)
      shown = count(JSON.parse(answer.body) as Body)
    }
    return { times, shown, cpu: ((await process.usage()).cpu - before.cpu) / rounds }
  }
}

type Asked = { times: readonly number[]; cpu: number }

const figuresOf = (what: string, { times, cpu }: Asked, most: number): Figure[] => [
  figure(`${what}, median`, median(times), 'ms'),
  figure(`${what}, p99`, quantile(times, 0.99), 'ms', { atMost: most }),
  figure(`${what}, CPU for each`, cpu, 'ms'),
]

function mustBe(what: string, found: number, expected: number) {
  if (found !== expected) throw new Error(`There are ${found} ${what}, and not ${expected}`)
}
