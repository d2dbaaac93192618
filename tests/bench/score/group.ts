import { spawn } from 'node:child_process'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { scoreLines } from '../../../server/commands/score.ts'
import { readDefinitions } from '../../../server/definitions/files.ts'
import { type Figure, figure, median } from '../figures.ts'
import type { Options } from '../run.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Lines of nine answers from 0 to 3, one line per person, through the command that scores them. */
export async function score({ quick, say }: Options): Promise<Figure[]> {
  const lines = quick ? 50_000 : 200_000
  say(`scoring ${lines} lines of PHQ-9 answers`)
  const input = Array.from({ length: lines }, (_, person) => `${JSON.stringify(personOf(person))}\n`)
  const rates: number[] = []
  for (let run = 0; run < (quick ? 1 : 5); run += 1) rates.push(await rateWithin(input))
  return [
    figure('PHQ-9 responses scored in a second of one core', median(rates), '/s', { atLeast: 20_000 }),
    figure(`the whole command, with its start, for ${lines} lines`, await rateOfCommand(input), '/s'),
  ]
}

const personOf = (person: number) => ({
  instrument: 'phq-9',
  answers: Object.fromEntries(
    Array.from({ length: 9 }, (_, item) => [`phq9_${item + 1}`, (person + item) % 4]),
  ),
})

/** Lines per second of processor time, all threads together: reading, scoring and writing. */
async function rateWithin(input: string[]): Promise<number> {
  const { instruments } = readDefinitions(`${root}/surveys`)
  const output = new PassThrough()
  const written = text(output)
  const start = process.cpuUsage()
  await scoreLines(instruments, Readable.from([input.join('')]), output)
  const { user, system } = process.cpuUsage(start)
  output.end()
  expectScores(await written, input.length)
  return (input.length * 1_000_000) / (user + system)
}

/** Lines per second on the clock, as somebody at a terminal has it. */
async function rateOfCommand(input: string[]): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [`${root}/bin/uitkomst.js`, 'score'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const written = text(child.stdout)
  Readable.from([input.join('')]).pipe(child.stdin)
  expectScores(await written, input.length)
  return (input.length * 1000) / (performance.now() - start)
}

/** Nine answers of the cycle 0,1,2,3 are two whole cycles, 12, and the first answer once more. */
function expectScores(written: string, lines: number) {
  const results = written.trimEnd().split('\n')
  if (results.length !== lines) throw new Error(`${lines} lines went in, ${results.length} came out`)
  for (const [person, line] of results.entries()) {
    const { scores } = JSON.parse(line) as { scores: { total: { value: number | null } } }
    if (scores.total.value !== 12 + (person % 4))
      throw new Error(`line ${person + 1} was scored wrongly: ${line}`)
  }
}
