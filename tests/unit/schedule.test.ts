import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '../../core/anchors.ts'
import { isAnswerable, statusOf } from '../../core/assessment-status.ts'
import { instantOf, localDate, midnight, moveDate, moveInstant, yearsBetween } from '../../core/dates.ts'
import { type Moment, momentShape } from '../../core/moment.ts'
import { type Asking, anchorInstant, plan as planAsking } from '../../core/schedule.ts'
import { explainReason } from '../../core/schedule-words.ts'

const ZONE = 'Europe/Amsterdam'

const moment = (given: Partial<Moment> & { anchor: Moment['anchor'] }): Moment =>
  momentShape.parse({
    id: 'm',
    title: { nl: 'Meting', en: 'Measurement' },
    opens: '-P14D',
    due: '-P2D',
    closes: 'P0D',
    linkDead: 'P7D',
    instruments: ['a', 'b'],
    ...given,
  })

const facts = (
  given: Partial<Omit<Facts, 'enrolment'>> & { enrolment?: Partial<Facts['enrolment']> } = {},
): Facts => ({
  zone: ZONE,
  stages: [],
  appointments: [],
  submitted: [],
  turns: [],
  sex: 'female',
  hasProxy: false,
  patientDates: {},
  ...given,
  enrolment: {
    id: 'e',
    startedOn: '2026-01-10',
    endedOn: null,
    knownSince: '2026-01-10T09:00:00.000Z',
    side: 'left',
    treatmentOption: null,
    ...given.enrolment,
  },
})

const visit = (id: string, startsAt: string, status = 'booked', kind = 'check-up') => ({
  id,
  kind,
  status,
  startsAt,
})
const each = { kind: 'appointment', appointmentKind: 'check-up', which: 'each' } as const
const first = { ...each, which: 'first' } as const

const asking = (sided: string[] = []): Asking['instruments'] =>
  new Map(['a', 'b', 'c'].map((id) => [id, { id, sided: sided.includes(id), form: { pages: [] } }]))
const plan = (set: Asking['set'], given: Facts) => planAsking({ set, instruments: asking() }, given)
const reasonsOf = (moments: Moment[], given: Facts) => plan({ moments }, given).not.map(({ why }) => why[0])

test('14 days before a visit is midnight where the hospital stands, whatever the clock does in between', () => {
  const [planned] = plan(
    { moments: [moment({ anchor: each })] },
    facts({ appointments: [visit('1', '2026-04-01T08:30:00.000Z')] }),
  ).assessments
  expect(planned).toEqual({
    moment: 'm',
    anchor: 'appointment:1',
    opensAt: '2026-03-17T23:00:00.000Z', // winter time
    dueAt: '2026-03-29T22:00:00.000Z', // summer time
    closesAt: '2026-04-01T08:30:00.000Z',
    linkDeadAt: '2026-04-07T22:00:00.000Z',
    appointmentId: '1',
    why: ['appointment:1', 'at:2026-04-01T08:30:00.000Z'],
  })
  expect(anchorInstant(planned?.why ?? [])).toBe('2026-04-01T08:30:00.000Z')
})

test('months end on the last day there is', () => {
  expect(moveDate('2026-01-31', 'P1M')).toBe('2026-02-28')
  expect(moveDate('2024-02-29', 'P1Y')).toBe('2025-02-28')
  expect(moveDate('2028-03-31', '-P1M')).toBe('2028-02-29')
  expect(moveDate('2024-02-28', 'P2D')).toBe('2024-03-01')
  expect(moveDate('2026-03-30', '-P1W')).toBe('2026-03-23')
  expect(moveDate('2026-01-01', '-P1D')).toBe('2025-12-31')
  expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(17)
})

test('a day without midnight begins when it begins, an hour that is skipped comes after', () => {
  expect(midnight('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z')
  expect(instantOf('2026-03-29T02:30', ZONE)).toBe('2026-03-29T01:30:00.000Z')
  expect(moveInstant('2026-03-28T10:00:00.000Z', 'PT24H', ZONE)).toBe('2026-03-29T10:00:00.000Z')
  expect(moveInstant('2026-03-28T10:00:00.000Z', '-PT2H', ZONE)).toBe('2026-03-28T08:00:00.000Z')
})

test('the first appointment is one assessment, whichever that is; each is as many as there are', () => {
  const appointments = [
    visit('1', '2026-03-01T09:00:00.000Z', 'cancelled'),
    visit('2', '2026-06-01T09:00:00.000Z'),
    visit('3', '2026-05-01T09:00:00.000Z'),
    visit('4', '2026-02-01T09:00:00.000Z', 'no-show'),
  ]
  const anchors = (anchor: Moment['anchor']) =>
    plan({ moments: [moment({ anchor })] }, facts({ appointments })).assessments.map((one) => [
      one.anchor,
      one.appointmentId,
    ])
  expect(anchors(first)).toEqual([['first:check-up', '3']])
  expect(anchors(each)).toEqual([
    ['appointment:3', '3'],
    ['appointment:2', '2'],
  ])
})

test('every anchor has its place, or says what it waits for', () => {
  const moments = [
    moment({ anchor: { kind: 'enrolment' }, opens: 'P1D', due: 'P2D', closes: 'P3D' }),
    moment({ anchor: { kind: 'stage', stage: 'surgery' } }),
    moment({ anchor: { kind: 'response', moment: 'm' }, closes: 'P1D' }),
    moment({ anchor: { kind: 'patient-date', name: 'birth-date' } }),
    moment({ anchor: { kind: 'date', date: '2026-05-01' } }),
    moment({ anchor: first }),
  ]
  expect(reasonsOf(moments, facts())).toEqual([
    'no-stage:surgery',
    'no-response:m',
    'no-date:birth-date',
    'no-appointment:check-up',
  ])
  const submitted = { enrolmentId: 'e', moment: 'm', anchor: 'enrolment', side: 'left', instruments: ['a'] }
  const known = facts({
    stages: [
      { stage: 'surgery', enteredOn: '2026-07-02' },
      { stage: 'surgery', enteredOn: '2026-07-01' },
    ],
    submitted: [{ ...submitted, assessmentId: 'x', submittedAt: '2026-02-01T10:00:00.000Z' }],
    patientDates: { 'birth-date': '2026-08-01' },
    appointments: [visit('1', '2026-06-01T09:00:00.000Z', 'cancelled')],
  })
  const { assessments, not } = plan({ moments }, known)
  expect(assessments.map(({ anchor, why }) => [anchor, localDate(anchorInstant(why) ?? '', ZONE)])).toEqual([
    ['enrolment', '2026-01-10'],
    ['stage:surgery', '2026-07-01'],
    ['response:x', '2026-02-01'],
    ['patient-date:birth-date', '2026-08-01'],
    ['date:2026-05-01', '2026-05-01'],
  ])
  expect(not).toEqual([{ moment: 'm', anchor: null, why: ['cancelled:check-up'] }])
})

test('treatment and side decide, and say so', () => {
  const anchor = { kind: 'date', date: '2026-05-01' } as const
  const moments = [moment({ anchor, treatments: ['hip'] }), moment({ anchor, side: 'right' })]
  expect(reasonsOf(moments, facts())).toEqual(['no-treatment-yet', 'other-side:right'])
  expect(reasonsOf(moments, facts({ enrolment: { treatmentOption: 'none' } }))).toEqual([
    'other-treatment:none',
    'other-side:right',
  ])
  const { assessments } = plan({ moments }, facts({ enrolment: { treatmentOption: 'hip', side: 'right' } }))
  expect(assessments.map(({ why }) => why.slice(2))).toEqual([['treatment:hip'], ['side:right']])
})

test('what was answered a short while ago, anywhere, is not asked again; only if all of it was', () => {
  const moments = [moment({ anchor: each, skipIfAnsweredWithin: 'P28D' })]
  const answered = (instruments: string[], submittedAt: string, rest = {}) =>
    reasonsOf(
      moments,
      facts({
        appointments: [visit('1', '2026-05-01T09:00:00.000Z')],
        submitted: [
          {
            assessmentId: 'x',
            enrolmentId: 'f',
            moment: 'other',
            anchor: '',
            side: 'right',
            instruments,
            submittedAt,
            ...rest,
          },
        ],
      }),
    )
  expect(answered(['a', 'b', 'c'], '2026-03-25T10:00:00.000Z')).toEqual(['answered:2026-03-25T10:00:00.000Z'])
  expect(answered(['a'], '2026-03-25T10:00:00.000Z')).toEqual([])
  expect(answered(['a', 'b'], '2026-03-15T10:00:00.000Z')).toEqual([])
  expect(answered(['a', 'b'], '2026-05-02T10:00:00.000Z')).toEqual([])
  const itself = { enrolmentId: 'e', moment: 'm', anchor: 'appointment:1' }
  expect(answered(['a', 'b'], '2026-04-20T10:00:00.000Z', itself)).toEqual([])
})

test('what was answered about one side of the body says nothing about the other', () => {
  const moments = [moment({ anchor: each, skipIfAnsweredWithin: 'P28D' })]
  const elsewhere = { assessmentId: 'x', enrolmentId: 'f', moment: 'other', anchor: '' }
  const answers = { instruments: ['a', 'b'], submittedAt: '2026-04-20T10:00:00.000Z' }
  const reasons = (side: string) => {
    const known = facts({
      appointments: [visit('1', '2026-05-01T09:00:00.000Z')],
      submitted: [{ ...elsewhere, ...answers, side }],
    })
    return planAsking({ set: { moments }, instruments: asking(['a']) }, known).not.map(({ why }) => why[0])
  }
  expect(reasons('left')).toEqual(['answered:2026-04-20T10:00:00.000Z'])
  expect(reasons('right')).toEqual([])
  expect(reasons('both')).toEqual([])
})

test('what cannot be asked does not keep a moment alive', () => {
  const moments = [moment({ anchor: each, skipIfAnsweredWithin: 'P28D' })]
  const instruments = new Map(asking()).set('b', { id: 'b', sided: false, form: null })
  const known = facts({
    appointments: [visit('1', '2026-05-01T09:00:00.000Z')],
    submitted: [
      {
        assessmentId: 'x',
        enrolmentId: 'f',
        moment: 'other',
        anchor: '',
        side: '',
        instruments: ['a'],
        submittedAt: '2026-04-20T10:00:00.000Z',
      },
    ],
  })
  expect(planAsking({ set: { moments }, instruments }, known).not.map(({ why }) => why[0])).toEqual([
    'answered:2026-04-20T10:00:00.000Z',
  ])
})

test('an end takes away what was still to come and leaves what was over', () => {
  const appointments = [visit('1', '2026-02-01T09:00:00.000Z'), visit('2', '2026-06-01T09:00:00.000Z')]
  const ended = plan(
    { moments: [moment({ anchor: each })] },
    facts({ appointments, enrolment: { endedOn: '2026-03-01' } }),
  )
  expect(ended.assessments.map(({ anchor }) => anchor)).toEqual(['appointment:1'])
  expect(ended.not).toEqual([{ moment: 'm', anchor: 'appointment:2', why: ['ended'] }])
})

test('what was over before the patient was known here could not have been asked', () => {
  const appointments = [visit('1', '2025-06-01T09:00:00.000Z')]
  expect(reasonsOf([moment({ anchor: each })], facts({ appointments }))).toEqual(['before-known'])
})

// Properties

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
        submittedAt: instant,
      }),
      { maxLength: 5 },
    ),
    treatmentOption: fc.constantFrom('hip', null),
    endedOn: fc.option(anyDate),
  })
  .map(({ treatmentOption, endedOn, ...rest }) => facts({ ...rest, enrolment: { treatmentOption, endedOn } }))

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
]
const sorted = (of: Facts) => {
  const { assessments, not } = plan({ moments }, of)
  return [...assessments, ...not].map((one) => JSON.stringify(one)).toSorted()
}

test('what is asked again and again is counted from the first each time', () => {
  const known = facts({ enrolment: { startedOn: '2024-01-31', knownSince: '2024-01-31T09:00:00.000Z' } })
  const monthly = moment({
    anchor: { kind: 'enrolment' },
    opens: 'P0D',
    due: 'P1D',
    closes: 'P7D',
    repeats: { every: 'P1M', times: 3 },
  })
  const { assessments } = plan({ moments: [monthly] }, known)
  expect(assessments.map(({ anchor, opensAt }) => [anchor, localDate(opensAt, ZONE)])).toEqual([
    ['enrolment', '2024-01-31'],
    ['enrolment+1', '2024-02-29'],
    ['enrolment+2', '2024-03-31'],
    ['enrolment+3', '2024-04-30'],
  ])
})

test('who is too young, too old or of another sex is not asked, and it says so', () => {
  const on = (more: Partial<Moment>) => [
    moment({ anchor: { kind: 'enrolment' }, opens: 'P0D', due: 'P1D', closes: 'P7D', ...more }),
  ]
  const born = facts({ patientDates: { 'birth-date': '1959-02-28' }, sex: 'male' })
  expect(reasonsOf(on({ respondent: 'proxy' }), born)).toEqual(['no-proxy'])
  expect(reasonsOf(on({ respondent: 'proxy' }), { ...born, hasProxy: true })).toEqual([])
  expect(reasonsOf(on({ age: { from: 67 } }), born)).toEqual(['other-age:66'])
  expect(reasonsOf(on({ age: { until: 65 } }), born)).toEqual(['other-age:66'])
  expect(reasonsOf(on({ age: { from: 66, until: 66 } }), born)).toEqual([])
  expect(reasonsOf(on({ sexes: ['female'] }), born)).toEqual(['other-sex'])
  expect(reasonsOf(on({ sexes: ['male', 'other'] }), born)).toEqual([])
})

test('after a turn only what goes on is asked, whichever of two was told first', () => {
  const turn = (id: string, happenedOn: string, goesOn: string[]) => ({
    id,
    turn: 'palliative',
    happenedOn,
    goesOn,
  })
  const set = ['a', 'b'].map((id) =>
    moment({ id, anchor: { kind: 'enrolment' }, opens: 'P0D', due: 'P1D', closes: 'P9D' }),
  )
  const planned = (...turns: Facts['turns']) =>
    plan({ moments: set }, facts({ turns })).assessments.map((one) => one.moment)
  const some = turn('x', '2026-01-12', ['b'])
  const none = turn('y', '2026-01-14', [])
  expect(planned()).toEqual(['a', 'b'])
  expect(planned(some)).toEqual(['b'])
  expect(planned(some, none)).toEqual([])
  expect(planned(none, some)).toEqual([])
})

test('the order in which things became known never matters, over 10,000 histories', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer(), (known, seed) => {
      const shuffle = <T>(list: readonly T[]) =>
        list
          .map((one) => ({ one, place: hash(`${seed}${JSON.stringify(one)}`) }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ one }) => one)
      const other = {
        ...known,
        stages: shuffle(known.stages),
        appointments: shuffle(known.appointments),
        submitted: shuffle(known.submitted),
      }
      expect(sorted(other)).toEqual(sorted(known))
    }),
    { numRuns: 10_000 },
  )
})

const hash = (text: string) =>
  Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)

test('a window opens before it is due, is due before it closes, and no moment is lost', () => {
  fc.assert(
    fc.property(anyFacts, (known) => {
      const { assessments, not } = plan({ moments }, known)
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

test('whole days always arrive at the first instant of a local day', () => {
  const days = fc.integer({ min: -400, max: 400 }).filter((n) => n !== 0)
  const zones = fc.constantFrom(ZONE, 'America/Santiago', 'Africa/Cairo', 'Asia/Kathmandu')
  fc.assert(
    fc.property(instant, days, zones, (from, n, zone) => {
      const arrived = moveInstant(from, `${n < 0 ? '-' : ''}P${Math.abs(n)}D`, zone)
      const date = localDate(arrived, zone)
      expect(date).toBe(moveDate(localDate(from, zone), `${n < 0 ? '-' : ''}P${Math.abs(n)}D`))
      expect(localDate(new Date(Date.parse(arrived) - 1).toISOString(), zone) < date).toBe(true)
    }),
  )
})

test('a status follows from dates and answers alone', () => {
  const dates = { opensAt: '2', dueAt: '4', closesAt: '6', withdrawnAt: null, declinedAt: null }
  const gone = { ...dates, withdrawnAt: '3' }
  const draft = { submittedAt: null }
  const states = ['1', '2', '4', '6'].map((now) => statusOf(dates, null, now))
  expect(states).toEqual(['planned', 'open', 'overdue', 'expired'])
  expect([statusOf(dates, draft, '3'), statusOf(dates, draft, '5'), statusOf(dates, draft, '6')]).toEqual([
    'started',
    'started',
    'expired',
  ])
  expect([statusOf(gone, draft, '3'), statusOf(gone, { submittedAt: '3' }, '9')]).toEqual([
    'withdrawn',
    'completed',
  ])
  const declined = { ...dates, declinedAt: '3' }
  expect(['3', '9'].map((now) => statusOf(declined, draft, now))).toEqual(['declined', 'declined'])
  expect(statusOf(declined, { submittedAt: '4' }, '4')).toBe('completed')
  expect(statusOf({ ...declined, withdrawnAt: '4' }, null, '4')).toBe('withdrawn')
  expect(states.map(isAnswerable)).toEqual([false, true, true, false])
})

test('reasons are sentences in both languages', () => {
  const titled = (id: string, nl: string) => ({ id, title: { nl, en: `${nl} (en)` } })
  const set = {
    carePath: { stages: [titled('surgery', 'Operatie')] },
    appointmentKinds: [titled('surgery', 'Opname')],
    treatmentOptions: [titled('hip', 'Heupprothese')],
    moments: [],
  }
  const explain = (code: string, language: 'nl' | 'en') =>
    explainReason(code, set, language, (iso) => iso.slice(0, 10))
  expect(explain('stage:surgery', 'nl')).toBe('Hoort bij de fase “Operatie”.')
  expect(explain('cancelled:surgery', 'nl')).toBe('De afspraak “Opname” is afgezegd.')
  expect(explain('other-treatment:hip', 'en')).toBe('Not asked with the treatment “Heupprothese (en)”.')
  expect(explain('at:2026-04-01T08:30:00.000Z', 'nl')).toBe('Gerekend vanaf 2026-04-01.')
  expect(explain('other-side:left', 'nl')).toBe('Wordt alleen gevraagd bij deze zijde: links.')
  expect(explain('never-heard-of', 'nl')).toBe('never-heard-of')
})
