import { expect, test } from 'vitest'
import { outcomeSetAgainstInstruments } from '../../core/definitions/set-against-instruments.ts'
import { applied, appliedOnce, moved, removed } from '../../core/design/apply.ts'
import { picked } from '../../core/design/change-set.ts'
import { type Draft, valueAt, withValue } from '../../core/design/draft.ts'
import { cureOf, isWrong } from '../../core/design/faults.ts'
import type { Field } from '../../core/design/fields.ts'
import type { Context, Form, Listed } from '../../core/design/part.ts'
import { about, group } from '../../core/design/parts/about.ts'
import { alert } from '../../core/design/parts/alert.ts'
import { appointment } from '../../core/design/parts/appointment.ts'
import { caseMix } from '../../core/design/parts/case-mix.ts'
import { codes } from '../../core/design/parts/codes.ts'
import { domain } from '../../core/design/parts/domain.ts'
import { event } from '../../core/design/parts/event.ts'
import { indicator } from '../../core/design/parts/indicator.ts'
import { measure } from '../../core/design/parts/measure.ts'
import { moment } from '../../core/design/parts/moment.ts'
import { patientDate } from '../../core/design/parts/patient-date.ts'
import { questionCap } from '../../core/design/parts/question-cap.ts'
import { similar } from '../../core/design/parts/similar.ts'
import { stage } from '../../core/design/parts/stage.ts'
import { option, role } from '../../core/design/parts/team.ts'
import { triage } from '../../core/design/parts/triage.ts'
import type { Referrer } from '../../core/design/referrers.ts'
import { copiedSet, startedSet, startShape } from '../../core/design/start-set.ts'
import { takenAlong } from '../../core/design/take-along.ts'
import { outcomeSetFields, outcomeSetShape } from '../../core/outcome-sets/outcome-set.ts'
import { instrument, outcomeSet, shipped } from '../support/definitions.ts'

// What the forms of the designer do to a set, apart from how they look.

const lists = {
  moment,
  patientDate,
  role,
  option,
  stage,
  appointment,
  event,
  measure,
  domain,
  alert,
  indicator,
  caseMix,
}
const singles = { about, group, triage, similar, questionCap }

const inContext = (set: Context['set']): Context => ({
  set,
  instruments: set.instruments.map(({ id }) => instrument(id)),
})
const joints = inContext(outcomeSet('hip-knee-osteoarthritis'))
const two = (text: string) => ({ nl: `${text} (nl)`, en: text })

/** Everything that a form asks, also what it asks once something is ticked. */
const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => (field.kind === 'group' ? [field, ...flat(field.fields)] : [field]))

const reaches = (form: Form, draft: Draft, context: Context) => {
  const places = flat(form.fields(draft, context)).map(({ at }) => at.split('.')[0])
  return (key: string) => places.includes(key) || (key === 'instrument' && places.includes('scale'))
}

test.each([...shipped.outcomeSets.values()].map((set) => [set.id, set] as const))(
  'what is opened in a form and applied is the same set, and no field of it is out of reach: %s',
  (_, set) => {
    const context = inContext(set)
    for (const part of Object.values(lists))
      for (const one of part.read(set)) {
        expect(applied(part, context, one)).toEqual({ set })
        const isReached = reaches(part, one, context)
        expect(Object.keys(one).filter((key) => key !== 'id' && key !== 'what' && !isReached(key))).toEqual(
          [],
        )
      }
    for (const part of Object.values(singles)) {
      const own = part.read(set)
      expect(own ? appliedOnce(part, set, own) : { set }).toEqual({ set })
      expect(own && part.fresh ? part.write(part.write(set, null), own) : set).toEqual(set)
    }
  },
)

test('every field of a set has a form that writes it', () => {
  const written = new Set(['id', 'version', 'instruments', 'stageRules'])
  for (const part of Object.values(lists)) {
    const emptied = Object.entries(part.write(joints.set, [], joints))
    for (const [key, value] of emptied) if (value !== joints.set[key as 'id']) written.add(key)
  }
  for (const key of ['title', 'about', 'sources', 'patientGroup', 'triage', 'similar', 'questionCap'])
    written.add(key)
  expect(Object.keys(outcomeSetFields.shape).filter((key) => !written.has(key))).toEqual([])
})

test.each(Object.entries(lists))('an empty form says of each field what to do: %s', (_, part: Listed) => {
  const draft = part.fresh.draft(joints)
  const done = applied(part, joints, draft)
  if (!('wrong' in done)) throw new Error('an empty form is not right')
  const said = flat(part.fields(draft, joints)).filter(({ at }) => isWrong(done.wrong, at))
  expect(said.length).toBeGreaterThan(0)
  for (const field of said) expect(cureOf(field).nl).toMatch(/^[A-Z].*\.$/)
})

/** What somebody fills in, place by place, as the form asks it. */
const filled = (part: Listed, context: Context, given: Record<string, unknown>): Draft =>
  Object.entries(given).reduce((draft, [at, value]) => {
    const field = flat(part.fields(draft, context)).find((one) => one.at === at)
    if (!field) throw new Error(`the form does not ask ${at}`)
    return field.kind === 'turn' ? field.turn(draft, String(value)) : withValue(draft, at, value)
  }, part.fresh.draft(context))

const activities = [{ title: two('Telephone call'), role: 'joint-nurse', minutes: 10, required: true }]
const source = 'Working agreement of the team'
const window = { denominator: two('All'), 'window.stage': 'surgery' }

test.each<[string, Listed, Record<string, unknown>, string]>([
  ['role', role, { title: two('Dietician') }, 'dietician'],
  ['option', option, { title: two('Injection'), about: two('In the joint.') }, 'injection'],
  [
    'stage',
    stage,
    {
      title: two('At home'),
      goal: two('Well'),
      patientText: two('You rest.'),
      entry: two('Home'),
      exit: two('Well'),
      norm: 'P6W',
      role: 'joint-nurse',
      activities,
    },
    'at-home',
  ],
  [
    'appointment',
    appointment,
    { title: two('Call'), home: 'always', preparation: two('Stay near.'), stage: 'surgery' },
    'call',
  ],
  [
    'event',
    event,
    { title: two('Fall'), codes: [{ system: 'icd-10', code: 'W19' }], stage: 'surgery' },
    'fall',
  ],
  [
    'event measure',
    measure,
    {
      kind: 'event',
      title: two('Infection'),
      reporter: 'clinician',
      numerator: two('Infected'),
      ...window,
      window: 'within',
      'window.within': 'P90D',
      direction: 'higher-is-worse',
      source,
    },
    'infection',
  ],
  [
    'value measure',
    measure,
    {
      kind: 'value',
      title: two('Days off'),
      reporter: 'administration',
      unit: two('days'),
      'range.0': 0,
      'range.1': 90,
      ...window,
      window: 'until',
      'window.until': 'rehabilitation',
      direction: 'higher-is-worse',
      source,
      unverified: true,
    },
    'days-off',
  ],
  [
    'moment',
    moment,
    {
      title: two('After a month'),
      anchor: JSON.stringify({ kind: 'stage', stage: 'surgery' }),
      instruments: ['everyday-mood'],
    },
    'after-a-month',
  ],
  ['date', patientDate, { title: two('Child expected') }, 'child-expected'],
  ['case mix', caseMix, { title: two('Smoking again'), reporter: 'patient' }, 'smoking-again'],
  ['domain', domain, { id: 'work' }, 'work'],
  [
    'indicator',
    indicator,
    {
      title: two('Answered early'),
      side: 'process',
      count: 'answered',
      'count.moments': ['intake'],
      numerator: two('Yes'),
      denominator: two('All'),
      exclusions: two('Nobody'),
      window: two('Now'),
      direction: 'higher-is-better',
      target: { source },
      'target.value': 0.8,
      source,
    },
    'answered-early',
  ],
])('made in a form, it is in a set that the check takes: %s', (_, part, given, id) => {
  const done = applied(part, joints, filled(part, joints, given))
  if ('wrong' in done) throw new Error(done.wrong.join(', '))
  expect(part.read(done.set).at(-1)).toMatchObject({ id })
  const read = outcomeSetShape.safeParse(done.set)
  expect(read.error?.issues ?? []).toEqual([])
  expect(removed(part, { ...joints, set: done.set }, id)).toEqual({ set: joints.set })
})

test('what is missing or upside down is said at its place', () => {
  const wrongIn = (part: Listed, given: Record<string, unknown>) => {
    const done = applied(part, joints, filled(part, joints, given))
    return 'wrong' in done ? done.wrong : []
  }
  expect(wrongIn(role, { title: { nl: 'Diëtist', en: ' ' } })).toEqual(['title.en'])
  const days = {
    kind: 'value',
    title: two('Days'),
    reporter: 'registry',
    unit: two('days'),
    ...window,
    direction: 'higher-is-worse',
    source,
  }
  expect(wrongIn(measure, { ...days, 'range.0': 9, 'range.1': 3 })).toEqual(['window', 'range.1'])
  const rows = [{ title: two('Call'), role: 'joint-nurse', minutes: Number.NaN, required: true }]
  expect(wrongIn(stage, { activities: rows })).toContain('activities.0.minutes')
})

test('an alert is no rule without a limit, a role and a response time', () => {
  const about = flat(alert.fields({}, joints)).find(({ at }) => at === 'when')
  if (about?.kind !== 'turn') throw new Error('an alert is about something')
  const pain =
    about.choices.find(({ label }) => label.en.endsWith('score: Pain in hip or knee')) ?? about.choices[0]
  const draft = filled(alert, joints, { title: two('Much pain'), when: pain?.value })
  const done = applied(alert, joints, draft)
  expect('wrong' in done ? done.wrong.toSorted() : []).toEqual(['respondWithin', 'role', 'when.value'])
  const whole = ['when.value', 'respondWithin', 'role'].reduce(
    (next, at, place) => withValue(next, at, [8, 'P2D', 'joint-nurse'][place]),
    draft,
  )
  const set = 'set' in applied(alert, joints, whole) ? applied(alert, joints, whole) : null
  expect(set && 'set' in set && outcomeSetShape.safeParse(set.set).success).toBe(true)
})

test('what is still needed stays, and says by what; the last one stays too', () => {
  const nurse = removed(role, joints, 'joint-nurse')
  if (!('neededBy' in nurse)) throw new Error('the nurse responds to alerts')
  const alerts = nurse.neededBy.filter(({ kind }) => kind.en === 'alert')
  expect(alerts.map(({ title }) => title?.en)).toContain('Severe pain')
  const kinds = (part: Parameters<typeof removed>[0], id: string) => {
    const done = removed(part, joints, id)
    return 'neededBy' in done ? [...new Set(done.neededBy.map(({ kind }) => kind.en))] : []
  }
  expect(kinds(stage, 'surgery')).toEqual(expect.arrayContaining(['appointment', 'event', 'measure']))
  expect(kinds(measure, 'joint-pain')).toEqual(
    expect.arrayContaining(['indicator', 'case mix', 'people like this one']),
  )
  expect(kinds(picked, 'visit-wish')).toEqual(['moment'])
  expect(kinds(alert, 'complaint-after-surgery')).toEqual(['safety question in'])
  const one = { ...joints.set, treatmentOptions: joints.set.treatmentOptions.slice(0, 1), moments: [] }
  expect(removed(option, { ...joints, set: one }, one.treatmentOptions[0]?.id ?? '')).toMatchObject({
    isLast: true,
  })
})

test('what stands on something can go along with it, and nothing is left that points at nothing', () => {
  const names = (all: readonly Referrer[]) => all.map(({ kind, title }) => `${kind.en} ${title?.en ?? ''}`)
  const mood = takenAlong(picked, joints, 'everyday-mood')
  expect(names(mood?.gone ?? [])).toEqual(['alert Very low mood', 'measure Anxiety', 'measure Low mood'])
  expect(names(mood?.changed ?? [])).toEqual(['moment Before surgery', 'moment 3 months without surgery'])
  expect(mood?.set.moments).toHaveLength(joints.set.moments.length)
  expect(names(takenAlong(stage, joints, 'follow-up')?.changed ?? [])).toEqual(['appointment Check-up'])
  expect(mood?.gone[0]?.at).toEqual({ form: 'alerts', id: 'very-low-mood', place: '' })
  expect(takenAlong(role, joints, 'joint-nurse')).toBeNull()
  expect(takenAlong(alert, joints, 'complaint-after-surgery')).toBeNull()
})

test.each([...shipped.outcomeSets.values()].map((set) => [set.id, set] as const))(
  'whatever can be taken along leaves a set that the check takes: %s',
  (_, set) => {
    const context = inContext(set)
    for (const part of [picked, ...Object.values(lists)])
      for (const { id } of part.read(set)) {
        const done = takenAlong(part, context, id)
        if (!done) continue
        expect(outcomeSetShape.safeParse(done.set).error?.issues ?? []).toEqual([])
        expect(part.read(done.set).some((one) => one.id === id)).toBe(false)
        expect(part === role ? set.roles : done.set.roles).toEqual(set.roles)
      }
  },
)

test('one of a list goes a place earlier or later, and back', () => {
  const [first, second] = joints.set.roles
  const set = moved(role, joints, first?.id ?? '', 1)
  expect(set.roles.slice(0, 2)).toEqual([second, first])
  expect(moved(role, { ...joints, set }, first?.id ?? '', -1)).toEqual(joints.set)
  expect(moved(role, joints, first?.id ?? '', -1)).toEqual(joints.set)
  expect(moved(role, joints, 'was-taken-out', -1)).toEqual(joints.set)
})

test('a score brings the domain under which it is shown', () => {
  const context = { ...joints, instruments: [...joints.instruments, instrument('paid-5')] }
  const score = flat(measure.fields({ kind: 'scale' }, context)).find(({ at }) => at === 'scale')
  if (score?.kind !== 'turn') throw new Error('a measure can be a score')
  const chosen = score.choices.find(({ value }) => value.startsWith('paid-5'))
  const done = applied(measure, context, filled(measure, context, { kind: 'scale', scale: chosen?.value }))
  if (!('set' in done)) throw new Error(done.wrong.join(', '))
  expect(done.set.measures.at(-1)?.title).toEqual(instrument('paid-5').scales[0]?.title)
  expect(done.set.domains.map(({ id }) => id)).toContain(instrument('paid-5').scales[0]?.domain)
})

test('a set begun from nothing, and one begun as a copy, are whole', () => {
  const asked = ['everyday-mood', 'recovery-check', 'hip-knee'].map(instrument)
  const start = {
    title: two('Sore thumb'),
    about: two('Thumbs.'),
    sources: [source],
    patientGroup: {
      title: two('People'),
      include: [{ system: 'icd-10', code: 'M18' }],
      exclude: [],
      ageFrom: 18,
      laterality: 'none' as const,
    },
    role: two('Hand therapist'),
    option: two('Splint'),
    asked: ['a'],
  }
  expect(startShape.safeParse(start).success).toBe(true)
  const set = startedSet(start, asked, [{ id: 'sore-thumb' }])
  expect(set).toMatchObject({ id: 'sore-thumb-2', version: 1, roles: [{ id: 'hand-therapist' }] })
  expect(outcomeSetShape.safeParse(set).error?.issues ?? []).toEqual([])
  const known = new Map(asked.map((one) => [one.id, one]))
  expect(outcomeSetAgainstInstruments(set, known, new Set())).toEqual([])
  const named = { title: two('Thumb'), about: two('T') }
  expect(copiedSet(joints.set, named, [])).toEqual({ ...joints.set, ...named, id: 'thumb', version: 1 })
})

test('a value stands at its place, also in a list; nothing takes it away', () => {
  const draft = { range: [0, 10], window: { stage: 'a', within: 'P1D' } }
  expect(withValue(draft, 'range.1', 5)).toEqual({ ...draft, range: [0, 5] })
  expect(withValue(draft, 'window.within', undefined)).toEqual({ ...draft, window: { stage: 'a' } })
  expect(valueAt(withValue({}, 'a.b', 1), 'a.b')).toBe(1)
  expect(valueAt(draft, 'window.until.x')).toBeUndefined()
})

test('an appointment of a file that begins two stages begins one once its form is applied', () => {
  const { set } = joints
  const twice = { ...set, stageRules: [...set.stageRules, { appointmentKind: 'intake', stage: 'surgery' }] }
  const context = inContext(twice)
  const own = appointment.read(twice).find(({ id }) => id === 'intake')
  const done = applied(appointment, context, own ?? {})
  expect('set' in done && done.set.stageRules).toEqual(set.stageRules)
})

test.each([
  [
    { system: 'icd-10', code: '' },
    'Fill in one code, without spaces or commas. Add a line for each other code.',
  ],
  [
    { system: 'icd-10', code: 'M16, M17' },
    'Fill in one code, without spaces or commas. Add a line for each other code.',
  ],
  [
    { system: 'icd-10', code: 'thumb!!' },
    'This is no code of ICD-10: those look like M16.1. Check that it was copied well.',
  ],
])('what to do about the code of %j is said', (row, said) => {
  const { fields } = codes('include', ['', ''], ['', '']) as Extract<Field, { kind: 'rows' }>
  const code = fields(row).find(({ at }) => at === 'code')
  expect(code && cureOf(code).en).toBe(said)
})
