import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { scoreLines } from '../../server/commands/score.ts'
import { shipped } from '../support/definitions.ts'

async function score(lines: unknown[]) {
  const output = new PassThrough()
  const input = Readable.from(
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`),
  )
  const wrong = await scoreLines(shipped.instruments, input, output)
  output.end()
  const written = (await text(output)).trimEnd().split('\n')
  return { wrong, results: written.map((line) => JSON.parse(line) as { error?: string }) }
}

test('each line of answers comes back as a line of scores, with what nobody has checked', async () => {
  const { wrong, results } = await score([
    { instrument: 'paid-5', answers: [2, 2, 1, 2, 1] },
    { instrument: 'paid-5', answers: { paid5_1: 2 } },
    { instrument: 'cat', answers: [2, 1, 1, 2, 1, 1, 1, 1] },
  ])
  expect(wrong).toBe(0)
  expect(results).toEqual([
    {
      instrument: 'paid-5',
      scores: { total: { value: 8, standardError: null, status: 'scored', version: 1 } },
    },
    {
      instrument: 'paid-5',
      scores: {
        total: {
          value: null,
          standardError: null,
          status: 'not-scorable',
          reason: 'too-few-answers',
          version: 1,
        },
      },
    },
    {
      instrument: 'cat',
      scores: {
        total: { value: 10, standardError: null, status: 'scored', version: 1, unverified: ['threshold'] },
      },
    },
  ])
})

test('a line that cannot be scored says what is wrong with it, and the others go on', async () => {
  const { wrong, results } = await score([
    'not JSON',
    { instrument: 'nothing', answers: {} },
    { instrument: 'paid-5', answers: [1, 2] },
    { instrument: 'paid-5', answers: { other: 1 } },
    { instrument: 'paid-5', answers: { paid5_1: 1 }, more: 1 },
    { instrument: 'paid-5', answers: { paid5_1: { deep: 1 } } },
    { instrument: 'paid-5', answers: [0, 0, 0, 0, 0] },
  ])
  expect(wrong).toBe(6)
  expect(results.map(({ error }) => error ?? null)).toEqual([
    'this line is not JSON',
    expect.stringContaining('no instrument "nothing"; there are: '),
    'paid-5 has 5 items, here are 2 answers',
    'paid-5 has no item other',
    expect.stringContaining('more'),
    expect.stringContaining('answers'),
    null,
  ])
})
