import { daysBetween } from '../consult/board.ts'
import type { Value } from '../dataset/columns.ts'
import { ageOn } from '../instruments/norm.ts'
import { moveDate } from '../time/dates.ts'
import type { Register, RegisterField, RegisterMoment } from './shape.ts'

/** One submitted questionnaire round: when, how, and what came of it. Scores by `instrument scale scoringVersion`. */
export type Answered = {
  on: string
  mode: string
  respondent: string
  scores: ReadonlyMap<string, number | null>
  answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** One care path as a register counts it. */
export type Course = {
  person: string
  enrolment: string
  pseudonym: string
  /** ISO date from which the register counts. */
  indexOn: string
  birthDate: string
  /** Nobody is asked for what opens after a death. */
  deceasedOn: string | null
  sex: string
  side: string
  treatment: string | null
  /** Oldest first. */
  answered: readonly Answered[]
  measures: ReadonlyMap<string, number>
}

/** Why a cell cannot be delivered as the register wants it. */
export type Lack = 'missing' | 'no-code' | 'out-of-range'
export type Cell = { value: Value; lack: Lack | null }

/** One moment of one care path, as the register asks it. Cells stand in the order of the fields. */
export type RegisterRow = {
  course: Course
  moment: RegisterMoment
  opensOn: string
  closesOn: string
  cells: Cell[]
}

/** What a register asks about a care path and that has begun by `today`; a moment that opens later is not there yet. */
export const rowsOf = (register: Register, course: Course, today: string): RegisterRow[] =>
  register.moments.flatMap((moment) => {
    const opensOn = moveDate(course.indexOn, moment.from)
    const closesOn = moveDate(course.indexOn, moment.until)
    if (opensOn > today || (course.deceasedOn !== null && opensOn > course.deceasedOn)) return []
    const within = course.answered.filter(({ on }) => on >= opensOn && on <= closesOn)
    const inOrder = moment.takes === 'first' ? within : within.toReversed()
    const about = { course, moment, inOrder, chosen: chosenOf(register, moment, inOrder) }
    return [
      { course, moment, opensOn, closesOn, cells: register.fields.map((field) => cellOf(field, about)) },
    ]
  })

/** Whether a register asks this at a moment. */
export const isAskedAt = ({ at }: Pick<RegisterField, 'at'>, { code }: Pick<RegisterMoment, 'code'>) =>
  at === undefined || at.includes(code)

type About = {
  course: Course
  moment: RegisterMoment
  inOrder: readonly Answered[]
  chosen: Answered | undefined
}

/** The answer that a row is about: the first in order that holds anything the register asks then. */
const chosenOf = ({ fields }: Register, moment: RegisterMoment, inOrder: readonly Answered[]) =>
  inOrder.find((one) =>
    fields.some((field) => isAskedAt(field, moment) && answeredValue(field, one) !== null),
  )

function cellOf(field: RegisterField, about: About): Cell {
  if (!isAskedAt(field, about.moment)) return { value: null, lack: null }
  const own = ownValue(field, about)
  if (own === null || own === '') return { value: null, lack: field.required ? 'missing' : null }
  const { values, range } = field
  const value = values ? (Object.hasOwn(values, String(own)) ? values[String(own)] : undefined) : own
  if (value === undefined) return { value: null, lack: field.required ? 'no-code' : null }
  if (range && typeof value === 'number' && (value < range[0] || value > range[1]))
    return { value, lack: 'out-of-range' }
  return { value, lack: null }
}

/** What is known here, before the register's codes. */
function ownValue(field: RegisterField, { course, moment, inOrder, chosen }: About): Value {
  const { from } = field
  switch (from.kind) {
    case 'pseudonym':
      return course.pseudonym
    case 'moment':
      return moment.code
    case 'constant':
      return from.value
    case 'index-date':
      return course.indexOn
    case 'age':
      return ageOn(course.birthDate, course.indexOn)
    case 'sex':
    case 'side':
    case 'treatment':
      return course[from.kind]
    case 'measure':
      return course.measures.get(from.measure) ?? null
    case 'answered-on':
      return chosen?.on ?? null
    case 'days':
      return chosen ? daysBetween(course.indexOn, chosen.on) : null
    case 'mode':
    case 'respondent':
      return chosen?.[from.kind] ?? null
    case 'score':
    case 'answer':
      return inOrder.map((one) => answeredValue(field, one)).find((value) => value !== null) ?? null
  }
}

/** What one answer says of a field; null where it says nothing, or the field is not about answers. */
function answeredValue({ from, decimals }: RegisterField, { scores, answers }: Answered): Value {
  if (from.kind === 'score') {
    const score = scores.get(`${from.instrument} ${from.scale} ${from.scoringVersion}`) ?? null
    return score === null ? null : Number(score.toFixed(decimals))
  }
  if (from.kind !== 'answer') return null
  const value = answers[from.instrument]?.[from.item]
  return typeof value === 'number' ? value : null // own words never leave, whatever an older version asked
}
