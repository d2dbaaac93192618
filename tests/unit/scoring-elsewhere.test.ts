import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../core/response.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'
import { instrument, shipped } from '../support/definitions.ts'

// Random answers, from complete to half missing, with scores by a second program: written in Python from the published
// rules and tables, without sight of our definitions or our code. Of 19,500 such records none differed; these are kept.
type Case = { instrument: string; answers: Answer[]; expected: Record<string, number | null> }

const file = new URL('../support/scored-elsewhere.jsonl', import.meta.url)
const records = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)
const byInstrument = Map.groupBy(records, (record) => record.instrument)

describe.each([...byInstrument])('%s', (id, cases) => {
  const { items } = instrument(id)

  it.each(cases)('scores $answers as the other program does', ({ answers, expected }) => {
    const given = Object.fromEntries(items.map(({ key }, place) => [key, answers[place] ?? null]))
    const scores = scoreInstrument(instrument(id), given)
    expect(scores.map(({ scale }) => scale).toSorted()).toEqual(Object.keys(expected).toSorted())
    // 1e9 is no score of anything: it stands for "no score", so that a number and none are never taken for each other.
    for (const { scale, value } of scores) expect(value ?? 1e9).toBeCloseTo(expected[scale] ?? 1e9, 8)
  })
})

it('leaves out no instrument of others', () => {
  const published = [...shipped.instruments.values()].filter(({ kind }) => kind === 'published')
  expect([...byInstrument.keys()].toSorted()).toEqual(published.map(({ id }) => id).toSorted())
})
