import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Trend } from '../../core/change/trend.ts'
import { type Judged, judge, propose, visitForms, wishOf } from '../../core/consult/triage.ts'
import { visitFigures } from '../../core/figures/visit-figures.ts'
import { shipped } from '../support/definitions.ts'

const found = shipped.outcomeSets.get('hip-knee-osteoarthritis')?.triage
if (!found) throw new Error('The set has no visit triage')
const module = found

type Kind = 'better' | 'worse' | 'no-clear-change' | 'unknown'
const change = (kind: Kind, value: number) => ({
  kind,
  value,
  at: '2026-01-01',
  delta: 0,
  error: 1,
  threshold: 2,
  reasons: [],
})
const trend = (value: number | null, kind: Kind | null = null): Trend => ({
  points: [],
  last: value === null ? null : { at: '2026-03-01', assessmentId: 'a', value },
  sincePrevious: kind && change(kind, 0),
  sinceFirst: null,
})
const scored = (pain: Trend, about: Trend) =>
  judge(module, (_, scale) => ({ pain, function: about })[scale as 'pain' | 'function'])

it('sorts by the rules of the set: severe or clearly worse is red, some complaint yellow, no score is never green', () => {
  expect(scored(trend(1, 'better'), trend(90))).toEqual({ red: [], yellow: [], isIncomplete: false })
  expect(scored(trend(7), trend(90))).toMatchObject({ red: ['severe-pain'], yellow: ['some-pain'] })
  expect(scored(trend(2, 'worse'), trend(90)).red).toEqual(['pain-worse'])
  expect(scored(trend(2), trend(69)).yellow).toEqual(['some-function'])
  expect(scored(trend(2), trend(null)).isIncomplete).toBe(true)
  expect(scored(trend(2, 'unknown'), trend(90)).isIncomplete).toBe(true)
})

const quiet: Judged = { red: [], yellow: [], isIncomplete: false }
const calm = { openAlerts: 0, urgent: false, hasTopics: false, wish: null }

it('proposes what the patient wishes, as far as the level allows', () => {
  const of = (judged: Judged, around: Partial<Parameters<typeof propose>[2]>) => {
    const { level, proposal } = propose(module, judged, { ...calm, ...around })
    return `${level} ${proposal}`
  }
  expect(of(quiet, { wish: 'skip' })).toBe('green skip')
  expect(of(quiet, { wish: 'phone' })).toBe('green phone')
  expect(of(quiet, {})).toBe('green visit')
  expect(of(quiet, { wish: 'skip', hasTopics: true })).toBe('yellow phone')
  expect(of({ ...quiet, isIncomplete: true }, { wish: 'skip' })).toBe('yellow phone')
  expect(of({ ...quiet, red: ['severe-pain'] }, { wish: 'skip' })).toBe('red visit')
})

it('says why', () => {
  const judged = { red: ['severe-pain'], yellow: ['some-pain'], isIncomplete: false }
  const { reasons } = propose(module, judged, { ...calm, openAlerts: 1 })
  expect(reasons).toEqual(['alert', { rule: module.red[0]?.title }])
  expect(propose(module, { ...judged, red: [] }, calm).reasons).toEqual([{ rule: module.yellow[0]?.title }])
})

it('never proposes less contact than was wished, nor anything but a visit to who has an alert or cannot wait', () => {
  const ids = (rules: readonly { id: string }[]) => fc.subarray(rules.map(({ id }) => id))
  const anything = fc.record({
    judged: fc.record({ red: ids(module.red), yellow: ids(module.yellow), isIncomplete: fc.boolean() }),
    around: fc.record({
      openAlerts: fc.nat(2),
      urgent: fc.boolean(),
      hasTopics: fc.boolean(),
      wish: fc.constantFrom(null, ...visitForms),
    }),
  })
  fc.assert(
    fc.property(anything, ({ judged, around }) => {
      const { proposal } = propose(module, judged, around)
      const order = (form: (typeof visitForms)[number]) => visitForms.indexOf(form)
      const mustCome = around.openAlerts > 0 || around.urgent || judged.red.length > 0
      const mustTalk = mustCome || judged.yellow.length > 0 || judged.isIncomplete || around.hasTopics
      return (
        (!mustCome || proposal === 'visit') &&
        (!mustTalk || proposal !== 'skip') &&
        order(proposal) <= order(around.wish ?? 'visit')
      )
    }),
  )
})

it('reads the wish from the question of the set', () => {
  expect([2, 1, 0, null, undefined, '0'].map((answer) => wishOf(module, answer))).toEqual([
    'visit',
    'phone',
    'skip',
    null,
    null,
    null,
  ])
})

const people = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `p${from + n}`)
const shown = { from: '2025-01', to: '2026-02' }

it('tells of a team what was proposed, decided and came of it, and of no small group', () => {
  const visit = (person: string, form: 'skip' | 'phone', proposal = form) => ({
    person,
    on: '2026-01-15',
    form,
    proposal,
  })
  const decided = [
    ...people(12).map((person) => visit(person, 'skip')),
    ...people(10, 12).map((person) => visit(person, 'phone', 'skip')),
  ]
  const after = [
    ...people(12).map((person, place) => ({
      person,
      on: '2026-02-10',
      form: 'skip' as const,
      isWorse: place < 2,
      hadAlert: false,
    })),
    ...people(9, 12).map((person) => ({
      person,
      on: '2026-02-10',
      form: 'phone' as const,
      isWorse: true,
      hadAlert: false,
    })),
  ]
  const figures = visitFigures(decided, after, new Map(), shown)
  expect(figures.decided).toMatchObject({ people: 22, asProposed: 12 })
  expect(figures.decided.forms).toEqual([
    { form: 'visit', people: 0 },
    { form: 'phone', people: 10 },
    { form: 'skip', people: 12 },
  ])
  // Two of twelve would be a small group; nine by telephone are none to tell of.
  const months = { from: '2026-02', to: '2026-02' }
  expect(figures.after).toEqual([])
  expect(visitFigures(decided, after.slice(0, 12), new Map(), shown).after).toEqual([
    { form: 'skip', months, people: 12, worse: null, alert: 0 },
  ])
})

it('a small form of visit does not follow from the total and the others', () => {
  const visit = (person: string, form: 'skip' | 'phone' | 'visit') => ({
    person,
    on: '2026-01-15',
    form,
    proposal: form,
  })
  const decided = [
    ...people(11).map((person) => visit(person, 'phone')),
    ...people(11, 11).map((person) => visit(person, 'skip')),
    ...people(3, 22).map((person) => visit(person, 'visit')),
  ]
  const { forms } = visitFigures(decided, [], new Map(), shown).decided
  expect(forms.filter((one) => one.people === null)).toHaveLength(2)
})
