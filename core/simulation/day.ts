import { instantOf, localDate } from '../time/dates.ts'
import { isSendingHour } from '../time/sending-hours.ts'
import { askedOf, isAnswered, keyOf, type Life, planOf } from './life.ts'
import { NEVER_MAILED, remindersOf, send } from './mailing.ts'
import { scoresOf } from './person.ts'

/** Mail is read in the evening. */
const EVENING = '20:30'

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
  for (const one of given) {
    const instruments = askedOf(life, one).now.map(({ id }) => id)
    submitted.push({
      assessmentId: keyOf(one),
      enrolmentId: 'sample',
      moment: one.moment,
      anchor: one.anchor,
      side: sample.side,
      instruments,
      byProxy: life.asking.set.moments.find(({ id }) => id === one.moment)?.respondent === 'proxy',
      scores: scoresOf(sample, instruments),
      submittedAt: at,
    })
  }
  life.planned = planOf(life)
}
