import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toTell } from '../../core/disclosure/told-blocks.ts'
import { asKnownIn, isKnownIn } from '../../core/patients/as-known.ts'
import { moveMonth } from '../../core/time/months.ts'

const month = (number: number) => moveMonth('2024-01', number)
const months = (least: number) => fc.integer({ min: least, max: 14 }).map(month)

/** People who were measured in some month, whose file was corrected in others, and whose treatment's stage came in late. */
const people = fc.array(
  fc.record({
    seen: months(0),
    born: fc.constantFrom('young', 'young', 'old'),
    corrections: fc.array(fc.record({ value: fc.constantFrom('young', 'old'), on: months(0) }), {
      maxLength: 3,
    }),
    stage: fc.record({ from: months(0), until: fc.option(months(0)) }),
  }),
  { minLength: 20, maxLength: 120 },
)
type Person = typeof people extends fc.Arbitrary<(infer One)[]> ? One : never

/** What stands in the database at the end of a month: the newest value, and what was before it. */
function fileOf({ born, corrections }: Person, at: string) {
  const made = corrections.filter(({ on }) => on <= at).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const values = [born, ...made.map(({ value }) => value)]
  return {
    current: values.at(-1) ?? born,
    former: made.map(({ on: until }, place) => ({ value: values[place] ?? born, until })),
  }
}

function pageAt(at: string, all: readonly Person[]) {
  const rows = all.map((one, number) => {
    const { current, former } = fileOf(one, at)
    const until = one.stage.until !== null && one.stage.until <= at ? one.stage.until : null
    const isThere = one.stage.from <= at && isKnownIn(one.seen, { from: one.stage.from, until })
    const age = asKnownIn(one.seen, former, current)
    return { person: `p${number}`, on: `${one.seen}-10`, age, stage: isThere ? 'treated' : 'before' }
  })
  const ever = { from: '2024-01', to: at }
  const cuts = [({ age }: (typeof rows)[number]) => age, ({ stage }: (typeof rows)[number]) => stage]
  return cuts.map((cut) => {
    const { blocks, levels, rowsOf } = toTell(rows, new Map(), ever, at, cut, cuts)
    return {
      blocks,
      people: (end: string) => levels.toSorted().map((level) => peopleUntil(rowsOf(level), level, end)),
    }
  })
}

const peopleUntil = (rows: readonly { person: string; on: string }[], level: string, end: string) => ({
  level,
  people: rows
    .filter(({ on }) => on.slice(0, 7) <= end)
    .map(({ person }) => person)
    .toSorted(),
})

it('what was told of a group stays as it was told, whatever is corrected, told late or taken back afterwards', () => {
  fc.assert(
    fc.property(people, months(3), (all, then) => {
      for (const [place, told] of pageAt(then, all).entries()) {
        const now = pageAt(month(14), all)[place]
        const end = told.blocks.at(-1)?.to ?? ''
        expect(now?.blocks.slice(0, told.blocks.length)).toEqual(told.blocks)
        const still = now?.people(end).filter((level) => level.people.length > 0)
        expect(still).toEqual(told.people(end).filter((level) => level.people.length > 0))
      }
    }),
    { numRuns: 300 },
  )
})

it('a correction in the month itself holds at once', () => {
  const former = [{ value: '1950-01-01', until: '2026-03' }]
  expect(['2026-02', '2026-03', '2026-04'].map((each) => asKnownIn(each, former, '1960-01-01'))).toEqual([
    '1950-01-01',
    '1960-01-01',
    '1960-01-01',
  ])
})

// Who writes a birth date, a language or an address keeps what stood there before; these files write none of them.
const NO_TRAITS = [
  'acts/end-enrolment.ts',
  'forms/choices.ts',
  'forms/opt-out-scope.ts',
  'messages/take-text.ts',
  'outreach/record-call.ts',
  'portal/preferences.ts',
]

it('whoever changes a patient keeps what groups are cut by, or changes none of it', () => {
  const cwd = new URL('../../server/', import.meta.url).pathname
  const changing = globSync('**/*.ts', { cwd }).filter((file) => {
    const text = readFileSync(`${cwd}${file}`, 'utf8')
    return /\.(update|insert)\(patients\)/.test(text) && !text.includes('keepingTraits(')
  })
  expect(changing.toSorted()).toEqual(NO_TRAITS)
})
