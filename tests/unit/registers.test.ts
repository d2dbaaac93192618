import { describe, expect, it } from 'vitest'
import { checkDefinitions, problemLine } from '../../core/definitions/definitions-check.ts'
import { completenessOf, inDelivery } from '../../core/register/completeness.ts'
import { deliveriesOf, deliveryOn, nextDelivery } from '../../core/register/deliveries.ts'
import { type Answered, type Course, rowsOf } from '../../core/register/rows.ts'
import type { Register } from '../../core/register/shape.ts'
import { definitionFile, shipped } from '../support/definitions.ts'

const joint = shipped.registers.get('example-joint-register') as Register

const answered = (on: string, pain: number, given: Partial<Answered> = {}): Answered => ({
  on,
  mode: 'web',
  respondent: 'patient',
  scores: new Map([['hip-knee function 1', 61.26]]),
  answers: { 'hip-knee': { pain_rest: pain, pain_walking: pain, remark: 'my own words' } },
  ...given,
})

const course = (given: Partial<Course> = {}): Course => ({
  person: 'pat_1',
  enrolment: 'enr_1',
  pseudonym: 'Pabc',
  indexOn: '2026-01-15',
  birthDate: '1959-04-12',
  deceasedOn: null,
  sex: 'female',
  side: 'left',
  treatment: 'hip-replacement',
  answered: [],
  measures: new Map(),
  ...given,
})

/** A row by the register's names. */
const rowAt = (moment: string, given: Partial<Course>, register = joint, today = '2026-05-20') => {
  const row = rowsOf(register, course(given), today).find((one) => one.moment.code === moment)
  return Object.fromEntries(register.fields.map(({ name }, place) => [name, row?.cells[place]]))
}

describe('a row for a register', () => {
  it('has the register’s names, codes and windows', () => {
    const row = rowAt('PRE', { answered: [answered('2025-12-01', 8)] })
    expect(row).toMatchObject({
      ID: { value: 'Pabc', lack: null },
      TREATED_ON: { value: '2026-01-15' },
      MOMENT: { value: 'PRE' },
      AGE: { value: 66 },
      SEX: { value: 2 },
      JOINT: { value: 'H' },
      SIDE: { value: 'L' },
      NRS_WALK: { value: 8, lack: null },
      FUNCTION: { value: 61.3, lack: null },
      SATISFIED: { value: null, lack: null }, // not asked before the operation
    })
  })

  it('takes the last answer before and the first after, and none from outside of the window', () => {
    const all = [
      answered('2025-06-01', 1), // longer than 182 days before
      answered('2025-10-01', 7),
      answered('2026-01-15', 8), // the day itself is in it
      answered('2026-03-18', 6), // day 62: too early
      answered('2026-03-19', 4), // day 63
      answered('2026-05-05', 2), // day 110
    ]
    expect(rowAt('PRE', { answered: all }).NRS_WALK?.value).toBe(8)
    expect(rowAt('M03', { answered: all }).NRS_WALK?.value).toBe(4)
    expect(rowAt('M03', { answered: all }).FILLED_ON?.value).toBe('2026-03-19')
  })

  it('takes each field from the answer that has it', () => {
    const both = [
      answered('2026-04-01', 3, { answers: { 'hip-knee': { pain_walking: 3 } } }),
      answered('2026-04-09', 2),
    ]
    const row = rowAt('M03', { answered: both })
    expect([row.NRS_WALK?.value, row.NRS_REST?.value]).toEqual([3, 2])
  })

  it('says what lacks, what has no code, and what is out of range', () => {
    const row = rowAt('M03', { side: '', treatment: 'osteotomy', answered: [answered('2026-04-01', 11)] })
    expect(row.SIDE?.lack).toBe('missing')
    expect(row.JOINT?.lack).toBe('no-code')
    expect(row.NRS_WALK).toEqual({ value: 11, lack: 'out-of-range' })
    expect(row.SATISFIED?.lack).toBe('missing')
  })

  it('never takes words, even where an item of that name held some once', () => {
    const words = answered('2026-04-01', 3, { answers: { 'hip-knee': { pain_walking: 'as before' } } })
    expect(rowAt('M03', { answered: [words] }).NRS_WALK?.value).toBeNull()
  })

  it('asks nothing that has not opened, nor after a death', () => {
    const moments = (given: Partial<Course>, today: string) =>
      rowsOf(joint, course(given), today).map(({ moment }) => moment.code)
    expect(moments({}, '2026-03-18')).toEqual(['PRE'])
    expect(moments({}, '2026-03-19')).toEqual(['PRE', 'M03'])
    expect(moments({ deceasedOn: '2026-02-01' }, '2027-06-01')).toEqual(['PRE'])
  })
})

describe('deliveries', () => {
  it('are quarters or years, each with its last day', () => {
    expect(deliveryOn(joint, '2026-05-05')).toEqual({
      id: '2026-Q2',
      from: '2026-04-01',
      to: '2026-06-30',
      deadline: '2026-08-30',
    })
    const yearly = { delivery: { every: 'year', within: 'P3M' } } as const
    expect(deliveryOn(yearly, '2026-02-28')).toMatchObject({ id: '2026', deadline: '2027-03-31' })
  })

  it('next is the oldest that can still be sent', () => {
    const known = deliveriesOf(joint, '2026-05-20')
    expect(known.map(({ id }) => id)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2'])
    expect(nextDelivery(known, '2026-05-20')?.id).toBe('2026-Q1')
    expect(nextDelivery(known, '2026-06-01')?.id).toBe('2026-Q2')
  })

  it('hold what closes in them, and say what lacks for whom: who can still answer first', () => {
    const people = [
      course({ enrolment: 'done', answered: [answered('2026-04-01', 2)], measures: new Map() }),
      course({ enrolment: 'late', indexOn: '2026-01-10' }),
      course({ enrolment: 'open', indexOn: '2026-02-20' }),
    ]
    const rows = people.flatMap((one) => rowsOf(joint, one, '2026-05-20'))
    const quarter = inDelivery(rows, { from: '2026-04-01', to: '2026-06-30' })
    expect(quarter.map(({ course: { enrolment }, moment }) => `${enrolment} ${moment.code}`)).toEqual([
      'done M03',
      'late M03',
      'open M03',
    ])
    const { rows: all, complete, fields, lacking } = completenessOf(joint, quarter, '2026-05-20')
    expect([all, complete]).toEqual([3, 0])
    expect(fields.find(({ name }) => name === 'NRS_WALK')).toMatchObject({ asked: 3, known: 1 })
    expect(lacking.map(({ enrolment, isOpen }) => [enrolment, isOpen])).toEqual([
      ['open', true],
      ['late', false],
      ['done', false],
    ])
    expect(lacking.at(-1)?.fields).toEqual([
      { name: 'SATISFIED', title: expect.anything() as unknown, lack: 'missing' },
    ])
  })
})

describe('a wrong register', () => {
  const path = 'registers/example-joint-register.json'
  const around = [
    'outcome-sets/hip-knee-osteoarthritis.json',
    ...(shipped.outcomeSets.get('hip-knee-osteoarthritis')?.instruments ?? []).map(
      ({ id }) => `instruments/${id}.json`,
    ),
  ].map(definitionFile)
  const problems = (change: object) => {
    const json = { ...(definitionFile(path).json as object), ...change }
    const checked = checkDefinitions([{ path, json }, ...around])
    return checked.ok ? [] : checked.problems.map(problemLine)
  }
  const field = (from: object, given: object = {}) => ({
    fields: [{ name: 'X', title: { nl: 'x', en: 'x' }, from, ...given }],
  })

  it('is right as it is', () => expect(problems({})).toEqual([]))

  it.each<[change: object, message: string]>([
    [{ outcomeSet: 'stroke' }, 'outcomeSet: there is no outcome set "stroke"; choose another'],
    [
      { treatments: ['x'] },
      'treatments[0]: there is no treatment option "x"; choose another: "conservative"',
    ],
    [
      { index: { kind: 'stage', stage: 'x' } },
      'index.stage: there is no stage "x"; choose another: "intake"',
    ],
    [field({ kind: 'measure', measure: 'x' }), 'fields[0].from.measure: there is no clinical measure "x"'],
    [field({ kind: 'answer', instrument: 'haq', item: 'x' }), 'there is no instrument of the set "haq"'],
    [field({ kind: 'answer', instrument: 'hip-knee', item: 'x' }), 'there is no item "x"; choose another'],
    [field({ kind: 'answer', instrument: 'what-matters', item: 'matters' }), 'fields[0].from.item: '],
    [
      field({ kind: 'score', instrument: 'hip-knee', scale: 'pain', scoringVersion: 9 }),
      '"pain" is scored by version 1 at most',
    ],
    [
      field({ kind: 'sex' }, { at: ['M99'] }),
      'fields[0].at[0]: there is no moment "M99"; choose another: "PRE"',
    ],
    [field({ kind: 'sex' }, { name: '9x' }), 'fields[0].name: write a letter, then'],
    [field({ kind: 'free-text' }), 'fields[0].from.kind: choose one of the possibilities: "pseudonym"'],
  ])('%j', (change, message) => {
    expect(problems(change).join('\n')).toContain(message)
  })
})
