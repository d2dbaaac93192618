import type { Instrument } from '../instruments/instrument.ts'
import { type Early, mailOfTheDay, type Waits } from '../mail/mail-of-the-day.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { Facts, Submitted } from '../schedule/anchors.ts'
import { askedAt, toAsk } from '../schedule/asked.ts'
import { type Mailed, reminderTimes, type Wish, wishFor } from '../schedule/reminders.ts'
import { anchorInstant, type Plan, type PlannedAssessment, plan } from '../schedule.ts'
import { instantOf, localDate, midnight } from '../time/dates.ts'
import { isSendingHour, type SendingHours } from '../time/sending-hours.ts'
import type { Course, Rhythms } from './course.ts'

export type Asking = { set: OutcomeSet; instruments: ReadonlyMap<string, Instrument> }

/** When a sample patient answers: on the day of the first mail, after a reminder, or not at all. */
export const answerings = ['at-once', 'after-reminder', 'never'] as const
export type Answering = (typeof answerings)[number]

export type Sample = {
  startsOn: string
  treatment: string | null
  side: string
  answering: Answering
  /** Stages of the care path that this patient does not come to. */
  leftOut: readonly string[]
  /** How often appointments of a kind come. */
  rhythms: Rhythms
  /** Moments that this patient never answers, whatever they do otherwise. */
  passed: readonly string[]
  /** How many days the team wants between two mails; null is one. */
  mailGapDays: number | null
}

/** One mail: what it asks for, by the keys of assessments; `early` as in core/mail/mail-of-the-day.ts. */
export type Mail = {
  at: string
  about: { key: string; kind: Wish['kind']; ordinal: number }[]
  early: Early | null
}

/** What was due at an instant and waits for the mail of a day, by the days that the team wants between two mails. */
export type Waiting = { at: string; key: string; until: string; days: number }

/** What happened so far to the sample patient. */
export type Life = {
  asking: Asking
  sample: Sample
  hours: SendingHours
  course: Course
  planned: Plan
  submitted: Submitted[]
  mails: Mail[]
  waits: Waiting[]
  mailed: Map<string, Mailed>
}

/** Mail is read in the evening. */
const EVENING = '20:30'

export const keyOf = ({ moment, anchor }: { moment: string; anchor: string }) => `${moment} ${anchor}`

/** What is planned by what is known now. */
export function planOf({ asking, sample, hours, course, submitted }: Life): Plan {
  const facts: Facts = {
    zone: hours.timeZone,
    enrolment: {
      id: 'sample',
      startedOn: sample.startsOn,
      endedOn: null,
      knownSince: midnight(sample.startsOn, hours.timeZone),
      side: sample.side,
      treatmentOption: sample.treatment,
    },
    stages: course.stages,
    turns: [],
    sex: 'unknown',
    hasProxy: true,
    appointments: course.visits.map(({ id, kind, at }) => ({ id, kind, status: 'booked', startsAt: at })),
    submitted,
    patientDates: {},
  }
  return plan(asking, facts)
}

/** The sender looks all day: at the first sending hour, and whenever something opens or a reminder is due. */
export function liveOneDay(life: Life, day: string) {
  const { hours } = life
  const [from, evening] = [hours.sendFrom, EVENING].map((time) =>
    instantOf(`${day}T${time}`, hours.timeZone),
  ) as [string, string]
  const open = life.planned.assessments.filter(
    (one) => one.opensAt < evening && one.closesAt > from && !isAnswered(life, one),
  )
  if (open.length === 0) return
  const instants = open.flatMap((one) => [one.opensAt, ...remindersOf(life, one)])
  const today = instants.filter((at) => localDate(at, hours.timeZone) === day && isSendingHour(hours, at))
  for (const at of new Set([from, ...today].toSorted())) send(life, at)
  answer(life, evening)
}

const isAnswered = ({ submitted }: Life, one: PlannedAssessment) =>
  submitted.some(({ assessmentId }) => assessmentId === keyOf(one))

const rulesOf = ({ asking }: Life, { moment }: PlannedAssessment) =>
  asking.set.moments.find(({ id }) => id === moment)?.reminders ?? []

const askedTimes = (one: PlannedAssessment) => ({ ...one, anchorAt: anchorInstant(one.why) })

const remindersOf = (life: Life, one: PlannedAssessment) =>
  reminderTimes(rulesOf(life, one), askedTimes(one), life.hours.timeZone)

const NEVER_MAILED: Mailed = { lastAt: null, invitations: 0, reminders: 0 }

/** What the sender does at an instant for one patient: one mail for all that is due. */
function send(life: Life, at: string) {
  const { hours, mailed, mails } = life
  const due = life.planned.assessments
    .filter((one) => one.opensAt <= at && one.closesAt > at && !isAnswered(life, one))
    .flatMap((one) => {
      const before = mailed.get(keyOf(one)) ?? NEVER_MAILED
      const wish = wishFor(rulesOf(life, one), askedTimes(one), before, at, hours.timeZone)
      return wish ? [{ ...one, wish, before, gapDays: life.sample.mailGapDays }] : []
    })
  if (due.length === 0) return
  const today = localDate(at, hours.timeZone)
  const days = mails.map((mail) => localDate(mail.at, hours.timeZone))
  const ofToday = days.filter((day) => day === today).length
  const gone = { day: ofToday > 0, late: ofToday > 1, lastOn: days.at(-1) ?? null }
  const goes = mailOfTheDay(due, gone, hours, at)
  noteWaits(life, goes.waits, at)
  if (goes.due.length === 0) return
  for (const { wish, before, ...one } of goes.due) mailed.set(keyOf(one), after(before, wish, at))
  const about = goes.due.map(({ wish, ...one }) => ({
    key: keyOf(one),
    kind: wish.kind,
    ordinal: wish.ordinal,
  }))
  mails.push({ at, about, early: goes.early })
}

/** Each once for each mail that it waits for; that there is one mail a day goes without saying. */
function noteWaits({ waits, sample }: Life, found: readonly Waits<PlannedAssessment>[], at: string) {
  if (sample.mailGapDays === null) return
  for (const { one, until, days } of found) {
    const key = keyOf(one)
    if (!waits.some((each) => each.key === key && each.until === until)) waits.push({ at, key, until, days })
  }
}

const after = (before: Mailed, { kind, ordinal }: Wish, at: string): Mailed =>
  kind === 'invitation'
    ? { ...before, lastAt: at, invitations: ordinal }
    : { ...before, lastAt: at, reminders: ordinal }

/** Answers what this patient answers this evening; what follows from it is planned. */
function answer(life: Life, at: string) {
  const { sample, mailed, submitted } = life
  if (sample.answering === 'never') return
  const given = life.planned.assessments.filter((one) => {
    const { lastAt, reminders } = mailed.get(keyOf(one)) ?? NEVER_MAILED
    const isTime = sample.answering === 'at-once' ? lastAt !== null : reminders > 0
    return isTime && one.closesAt > at && !isAnswered(life, one) && !sample.passed.includes(one.moment)
  })
  if (given.length === 0) return
  for (const one of given)
    submitted.push({
      assessmentId: keyOf(one),
      enrolmentId: 'sample',
      moment: one.moment,
      anchor: one.anchor,
      side: sample.side,
      instruments: askedOf(life, one).now.map(({ id }) => id),
      byProxy: life.asking.set.moments.find(({ id }) => id === one.moment)?.respondent === 'proxy',
      scores: [], // invented people answer, and score nothing
      submittedAt: at,
    })
  life.planned = planOf(life)
}

/** What is asked of an assessment, and what was answered a short while ago elsewhere. */
export function askedOf(life: Life, one: PlannedAssessment) {
  const { asking, sample, hours, submitted } = life
  const moment = asking.set.moments.find(({ id }) => id === one.moment)
  if (!moment) return { now: [], left: [] }
  const asked = askedAt(moment, asking.instruments)
  const answered = submitted
    .filter(({ assessmentId }) => assessmentId !== keyOf(one))
    .flatMap(({ instruments, side, submittedAt }) =>
      instruments.map((instrument) => ({ instrument, side, at: submittedAt })),
    )
  const now = toAsk(asked, { ...one, side: sample.side, zone: hours.timeZone }, answered, one.opensAt)
  return { now, left: asked.instruments.filter((instrument) => !now.includes(instrument)) }
}
