import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '../../core/schedule/anchors.ts'
import { withinCaps } from '../../core/schedule/question-cap.ts'
import { type Plan, type PlannedAssessment, plan } from '../../core/schedule.ts'
import { changesOf } from '../../server/acts/plan-changes.ts'
import type { Assessment } from '../../server/assessments/store.ts'
import { asking, each, facts, first, moment, ZONE } from '../support/care-path-facts.ts'

const instruments = asking()
const instant = fc
  .date({ min: new Date('2026-01-11T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const anyDate = instant.map((text) => text.slice(0, 10))
const anyFacts = fc
  .record({
    zone: fc.constantFrom(ZONE, 'America/New_York', 'Pacific/Auckland', 'America/Santiago', 'UTC'),
    stages: fc.array(fc.record({ stage: fc.constantFrom('surgery', 'intake'), enteredOn: anyDate }), {
      maxLength: 5,
    }),
    appointments: fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom('check-up', 'intake'),
        status: fc.constantFrom('booked', 'cancelled', 'no-show'),
        startsAt: instant,
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    ),
    submitted: fc.array(
      fc.record({
        assessmentId: fc.uuid(),
        enrolmentId: fc.constantFrom('e', 'f'),
        moment: fc.constantFrom('visit', 'stage'),
        anchor: fc.constantFrom('first:check-up', 'stage:surgery'),
        side: fc.constantFrom('left', 'right'),
        instruments: fc.subarray(['a', 'b']),
        scores: fc.array(
          fc.record({
            instrument: fc.constantFrom('a', 'b'),
            scale: fc.constant('total'),
            value: fc.integer({ min: 0, max: 9 }),
          }),
          { maxLength: 2 },
        ),
        byProxy: fc.boolean(),
        submittedAt: instant,
      }),
      { maxLength: 5 },
    ),
    treatmentOption: fc.constantFrom('hip', null),
    expected: fc.option(anyDate),
    endedOn: fc.option(anyDate),
  })
  .map(({ treatmentOption, endedOn, expected, ...rest }) =>
    facts({
      ...rest,
      patientDates: expected ? { expected } : {},
      enrolment: { treatmentOption, endedOn },
    }),
  )

const moments = [
  moment({ id: 'visit', anchor: each, skipIfAnsweredWithin: 'P14D' }),
  moment({ id: 'first', anchor: first, closes: 'PT2H' }),
  moment({
    id: 'stage',
    anchor: { kind: 'stage', stage: 'surgery' },
    opens: 'P5M',
    due: 'P6M',
    closes: 'P7M',
    linkDead: 'P1Y',
  }),
  moment({
    id: 'answer',
    anchor: { kind: 'response', moment: 'visit' },
    opens: 'P1W',
    due: 'P2W',
    closes: 'P3W',
    linkDead: 'P4W',
  }),
  moment({
    id: 'treated',
    anchor: { kind: 'enrolment' },
    opens: 'P11M',
    due: 'P1Y',
    closes: 'P13M',
    linkDead: 'P2Y',
    treatments: ['hip'],
  }),
  moment({
    id: 'scored',
    anchor: each,
    weight: 2,
    ifScores: [
      { instrument: 'a', scale: 'total', op: '>=', value: 5, within: 'P6M', ifUnknown: 'leave-out' },
    ],
  }),
  moment({
    id: 'expected',
    anchor: { kind: 'patient-date', name: 'expected' },
    opens: '-P4W',
    due: '-P2W',
    closes: '-P1W',
  }),
]
const set = { moments, questionCap: { perDay: 9, beyond: 'wait' } as const }
const other = { moments: [moment({ id: 'visit', anchor: each, weight: 8 })] }

/** Two care paths of one person, the second with a set of its own that leaves the first less room. */
const capped = (of: Facts): Plan[] =>
  withinCaps(
    [
      { asking: { set, instruments }, facts: of },
      { asking: { set: other, instruments }, facts: { ...of, enrolment: { ...of.enrolment, id: 'f' } } },
    ].map((path) => ({ ...path, plan: plan(path.asking, path.facts) })),
  )
const alone = (of: Facts): Plan[] => [plan({ set, instruments }, of)]
const sorted = (plans: readonly Plan[]) =>
  plans.map(({ assessments, not }) => [...assessments, ...not].map((one) => JSON.stringify(one)).toSorted())

/** Whether the same things, told in another order, give the same plans. */
const isSameInAnyOrder = (plansOf: (of: Facts) => Plan[]) =>
  fc.property(anyFacts, fc.integer(), (known, seed) => {
    const shuffle = <T>(list: readonly T[]) =>
      list
        .map((one) => ({ one, place: hash(`${seed}${JSON.stringify(one)}`) }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ one }) => one)
    const otherwise = {
      ...known,
      stages: shuffle(known.stages),
      appointments: shuffle(known.appointments),
      submitted: shuffle(known.submitted),
    }
    expect(sorted(plansOf(otherwise))).toEqual(sorted(plansOf(known)))
  })

const hash = (text: string) =>
  Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)

test('the order in which things became known never matters, over 10,000 histories', () => {
  fc.assert(isSameInAnyOrder(alone), { numRuns: 10_000 })
})

test('… nor whose care path is planned first, where a day has room for so many questions', () => {
  fc.assert(isSameInAnyOrder(capped))
})

const noMore = { withdrawnAt: null, withdrawnWhy: null, declinedAt: null, declinedWhy: null }

/** The rows of a care path after recalculating it by these facts, and how many that wrote. */
function recalculated(
  rows: readonly Assessment[],
  of: Facts,
  at: string,
): { rows: Assessment[]; written: number } {
  let made = 0
  const tools = { now: () => new Date(at), newId: () => `ass_${rows.length + ++made}` }
  const path = { patientId: 'p', teamId: 't', setVersionId: 'v', movedAt: null, facts: of }
  const changes = changesOf(
    tools,
    { of: path, plan: plan({ set, instruments }, of), moments },
    rows.map((assessment) => ({ assessment, begun: false, submitted: false })),
  )
  const changed = new Map([...rows, ...changes].map((row) => [row.id, row]))
  return { rows: [...changed.values()], written: changes.length }
}

type Shown = Pick<Assessment, keyof PlannedAssessment> | PlannedAssessment
const shownOf = ({ moment: id, anchor, opensAt, dueAt, closesAt, linkDeadAt, why }: Shown) =>
  JSON.stringify([id, anchor, opensAt, dueAt, closesAt, linkDeadAt, why])

test('whatever became known first, and however often: the same is asked in the end, and again changes nothing', () => {
  const at = '2026-02-01T00:00:00.000Z'
  fc.assert(
    fc.property(anyFacts, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (known, cuts) => {
      // Part of it at a time: a visit that is not told yet, an answer that comes later, an end that is taken back.
      const part = <T>(list: readonly T[], cut = 0) => list.filter((_, place) => ((cut >> place) & 1) === 1)
      const before = cuts.map((cut) => ({
        ...known,
        stages: part(known.stages, cut),
        appointments: part(known.appointments, cut >> 5),
        submitted: part(known.submitted, cut >> 11),
        enrolment: { ...known.enrolment, endedOn: cut % 3 === 0 ? known.enrolment.endedOn : null },
      }))
      const rows = before.reduce<Assessment[]>((so, facts) => recalculated(so, facts, at).rows, [])
      const once = recalculated(rows, known, at)
      expect(recalculated(once.rows, known, at).written).toBe(0)
      const standing = once.rows.filter(({ withdrawnAt }) => withdrawnAt === null)
      const wanted = plan({ set, instruments }, known).assessments
      expect(standing.map(shownOf).toSorted()).toEqual(wanted.map(shownOf).toSorted())
    }),
    { numRuns: 10_000 },
  )
})

test('what a person set stays as it was set, whatever comes after, until the care path ends', () => {
  const at = '2026-02-01T00:00:00.000Z'
  const manual = { by: 's', at, reason: 'Op vakantie.' }
  fc.assert(
    fc.property(anyFacts, anyFacts, (first, then) => {
      const rows = recalculated([], first, at).rows
      const [one, ...rest] = rows
      fc.pre(one !== undefined && then.enrolment.endedOn === null)
      const byHand = { ...one, ...noMore, opensAt: '2031-01-01T00:00:00.000Z', manual } as Assessment
      const after = recalculated([byHand, ...rest], then, at).rows
      expect(after.find(({ id }) => id === byHand.id)).toEqual(byHand)
    }),
  )
})

test('a window opens before it is due, is due before it closes, and no moment is lost', () => {
  fc.assert(
    fc.property(anyFacts, (known) => {
      const [{ assessments, not } = { assessments: [], not: [] }] = capped(known)
      for (const { opensAt, dueAt, closesAt, linkDeadAt } of assessments)
        expect([opensAt, dueAt, closesAt, linkDeadAt].toSorted()).toEqual([
          opensAt,
          dueAt,
          closesAt,
          linkDeadAt,
        ])
      const told = new Set([...assessments, ...not].map((one) => one.moment))
      expect(told.size).toBe(moments.length)
      const keys = assessments.map((one) => `${one.moment} ${one.anchor}`)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})
