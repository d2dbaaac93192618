import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { unverifiedParts } from '../../core/instruments/unverified.ts'
import { once as remember } from '../../core/memo.ts'
import type { Answers } from '../../core/response.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'

const value = z.union([z.number(), z.string(), z.array(z.number()), z.null()])
const Line = z.strictObject({
  instrument: z.string(),
  answers: z.union([z.array(value), z.record(z.string(), value)]),
})

/**
 * Reads lines `{instrument, answers}` and writes one line per input: every scale's unrounded value, standard error,
 * status, version and what of it nobody has checked, or an error that says what is wrong with that line. Returns how
 * many lines were wrong.
 */
export async function scoreLines(
  instruments: ReadonlyMap<string, Instrument>,
  input: Readable,
  output: Writable,
): Promise<number> {
  let wrong = 0
  for await (const lines of linesOf(input)) {
    const results = lines.map((line) => scoreLine(instruments, line))
    wrong += results.filter((result) => 'error' in result).length
    const text = results.map((result) => `${JSON.stringify(result)}\n`).join('')
    if (!output.write(text)) await once(output, 'drain')
  }
  return wrong
}

/** The lines of each piece that is read, without empty ones: waiting for each line would cost more than scoring it. */
async function* linesOf(input: Readable): AsyncGenerator<string[]> {
  let rest = ''
  for await (const piece of input.setEncoding('utf8')) {
    const lines = `${rest}${piece}`.split('\n')
    rest = lines.pop() ?? ''
    const full = lines.filter((line) => line.trim() !== '')
    if (full.length > 0) yield full
  }
  if (rest.trim() !== '') yield [rest]
}

function scoreLine(instruments: ReadonlyMap<string, Instrument>, line: string) {
  const parsed = parse(line)
  if ('error' in parsed) return parsed
  const instrument = instruments.get(parsed.instrument)
  if (!instrument)
    return { error: `no instrument "${parsed.instrument}"; there are: ${[...instruments.keys()].join(', ')}` }
  const answers = byKey(instrument, parsed.answers)
  if ('error' in answers) return answers
  const unverified = unverifiedOf(instrument)
  const scores = scoreInstrument(instrument, answers.byKey)
  return {
    instrument: instrument.id,
    scores: Object.fromEntries(
      scores.map(({ scale, value, standardError, status, reason, scoringVersion }, place) => [
        scale,
        {
          value,
          standardError,
          status,
          ...(reason ? { reason } : {}),
          version: scoringVersion,
          ...unverified[place],
        },
      ]),
    ),
  }
}

/** Per scale what stands on numbers that nobody has checked in their source; the same for every line. */
const unverifiedOf = remember((instrument: Instrument) =>
  instrument.scales.map((scale) => {
    const unverified = unverifiedParts(scale)
    return unverified.length > 0 ? { unverified } : {}
  }),
)

function parse(line: string): z.infer<typeof Line> | { error: string } {
  try {
    const parsed = Line.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : { error: z.prettifyError(parsed.error) }
  } catch {
    return { error: 'this line is not JSON' }
  }
}

/** Answers as an array stand in the instrument's item order, one for each item, null where it was not answered; by key, what is left out counts as unanswered. */
function byKey(
  instrument: Instrument,
  given: z.infer<typeof Line>['answers'],
): { byKey: Answers } | { error: string } {
  if (Array.isArray(given)) {
    if (given.length !== instrument.items.length)
      return {
        error: `${instrument.id} has ${instrument.items.length} items, here are ${given.length} answers`,
      }
    return {
      byKey: Object.fromEntries(instrument.items.map((item, place) => [item.key, given[place] ?? null])),
    }
  }
  const known = keysOf(instrument)
  const unknown = Object.keys(given).filter((key) => !known.has(key))
  return unknown.length > 0
    ? { error: `${instrument.id} has no item ${unknown.join(', ')}` }
    : { byKey: given }
}

const keysOf = remember((instrument: Instrument) => new Set(instrument.items.map(({ key }) => key)))
