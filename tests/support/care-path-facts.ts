import { type Moment, momentShape } from '../../core/outcome-sets/moment.ts'
import type { Facts, Submitted } from '../../core/schedule/anchors.ts'
import type { PathPlan } from '../../core/schedule/question-cap.ts'

// One care path with as little known of it as can be, for tests of what is planned.

export const ZONE = 'Europe/Amsterdam'

export const moment = (given: Partial<Moment> & { anchor: Moment['anchor'] }): Moment =>
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

export const facts = (
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

export const visit = (id: string, startsAt: string, status = 'booked', kind = 'check-up') => ({
  id,
  kind,
  status,
  startsAt,
})
export const each = { kind: 'appointment', appointmentKind: 'check-up', which: 'each' } as const
export const first = { ...each, which: 'first' } as const

const items = ['q1', 'q2', 'q3']

/** Three instruments of three questions. */
export const asking = (sided: string[] = []): PathPlan['asking']['instruments'] =>
  new Map(['a', 'b', 'c'].map((id) => [id, { id, sided: sided.includes(id), form: { pages: [] }, items }]))

/** What the patient submitted for another care path. */
export const submitted = (given: Partial<Submitted> & Pick<Submitted, 'submittedAt'>): Submitted => ({
  assessmentId: 'x',
  enrolmentId: 'f',
  moment: 'other',
  anchor: '',
  side: '',
  instruments: [],
  byProxy: false,
  scores: [],
  ...given,
})
