import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Course } from '../../core/costs/costing.ts'
import { toldCourses } from '../../core/costs/told-costs.ts'

const nobody = new Map()

const courses = fc
  .array(
    fc.record({
      half: fc.constantFrom('2024-02-01', '2024-08-01', '2025-02-01'),
      treatment: fc.constantFrom('hip', 'hip', 'hip', 'knee', null),
      knownIn: fc.option(fc.integer({ min: 1, max: 9 })),
    }),
    { minLength: 20, maxLength: 200 },
  )
  .map((some) =>
    some.map(
      ({ half, treatment, knownIn }, number): Course => ({
        person: `p${number}`,
        startedOn: half,
        treatment,
        stages: [],
        visits: [],
        asked: true,
        better: knownIn === null ? null : number % 2 === 0,
        betterOn: knownIn === null ? null : `2025-0${knownIn}-15`,
      }),
    ),
  )

/** Of whom it is told, on a day, if they are better: of some half years together, or of some treatments. */
function told(all: readonly Course[], today: string, by: 'cohorts' | 'treated', levels: number) {
  const known = all.map((one) =>
    one.betterOn && one.betterOn < today ? one : { ...one, better: null, betterOn: null },
  )
  const { cohortOf, ...groups } = toldCourses(known, nobody, today)
  const levelOf = (one: Course) => (by === 'cohorts' ? cohortOf(one) : (one.treatment ?? ''))
  const names = [...new Set(groups[by].map(levelOf))].toSorted()
  const chosen = names.filter((_, place) => (levels >> place) % 2 === 1)
  const rows = groups[by].filter((one) => one.better !== null && chosen.includes(levelOf(one)))
  return new Set(rows.map(({ person }) => person))
}

const asked = fc.record({
  today: fc.constantFrom('2026-01-10', '2026-02-10', '2026-03-10'),
  by: fc.constantFrom('cohorts' as const, 'treated' as const),
  levels: fc.nat(7),
})

it('nothing that two answers about who got better differ by is a small group: not a half year and its treatments', () => {
  fc.assert(
    fc.property(courses, asked, asked, (all, one, other) => {
      const [first, second] = [one, other].map(({ today, by, levels }) => told(all, today, by, levels))
      const between = (first ?? new Set()).symmetricDifference(second ?? new Set())
      expect(between.size === 0 || between.size >= 10).toBe(true)
    }),
    { numRuns: 400 },
  )
})

it('one answer more moves nothing until ten came', () => {
  const many = (count: number, betterOn: string, from: number): Course[] =>
    Array.from({ length: count }, (_, number) => ({
      person: `p${from + number}`,
      startedOn: '2024-08-01',
      treatment: 'hip',
      stages: [],
      visits: [],
      asked: true,
      better: true,
      betterOn,
    }))
  const first = many(20, '2025-03-01', 0)
  const known = (more: Course[]) =>
    toldCourses([...first, ...more], nobody, '2026-03-01').cohorts.filter(({ better }) => better !== null)
  expect(known(many(9, '2026-01-10', 20))).toHaveLength(20)
  expect(known(many(10, '2026-01-10', 20))).toHaveLength(30)
})
