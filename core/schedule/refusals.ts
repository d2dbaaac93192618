import type { Instrument } from '../instruments/instrument.ts'
import type { Moment } from '../outcome-sets/moment.ts'
import { refuseByScores } from '../outcome-sets/score-condition.ts'
import { localDate, midnight, yearsBetween } from '../time/dates.ts'
import type { Facts, Submitted } from './anchors.ts'
import { inTime } from './event-effects.ts'
import { recentAnswers } from './recent-answers.ts'

// Why a moment, or one anchor of it, is not asked: each gives a reason in a code (schedule-words.ts), or null.

export type Window = { opensAt: string; dueAt: string; closesAt: string }
export type Asked = ReadonlyMap<string, Pick<Instrument, 'id' | 'sided' | 'form'>>

/** Not on this care path at all: another side, another treatment. */
export function refuseMoment(
  { treatments, side, respondent }: Moment,
  { enrolment, hasProxy }: Facts,
): string | null {
  if (respondent === 'proxy' && !hasProxy) return 'no-proxy'
  if (side && side !== enrolment.side) return `other-side:${side}`
  if (!treatments) return null
  if (!enrolment.treatmentOption) return 'no-treatment-yet'
  return treatments.includes(enrolment.treatmentOption)
    ? null
    : `other-treatment:${enrolment.treatmentOption}`
}

/** Not at this anchor (`key`) of it, with this window. */
export const refuseAnchor = (
  moment: Moment,
  instruments: Asked,
  key: string,
  window: Window,
  facts: Facts,
): string | null =>
  refusePerson(moment, window.opensAt, facts) ??
  refuseWindow(window, facts) ??
  refuseTurned(moment, window, facts) ??
  refuseScored(moment, instruments, key, window, facts) ??
  needless(moment, instruments, key, window, facts)

function refusePerson({ age, sexes }: Moment, opensAt: string, { patientDates, sex, zone }: Facts) {
  if (sexes && !sexes.some((one) => one === sex)) return 'other-sex'
  const born = patientDates['birth-date']
  if (!age || !born) return null
  const years = yearsBetween(born, localDate(opensAt, zone))
  return years < (age.from ?? 0) || years > (age.until ?? Number.POSITIVE_INFINITY)
    ? `other-age:${years}`
    : null
}

function refuseWindow(window: Window, { enrolment, zone }: Facts) {
  const { endedOn, knownSince } = enrolment
  // What had closed before the end stays: taking it away would hide that nobody answered.
  if (endedOn && window.closesAt > midnight(endedOn, zone)) return 'ended'
  return window.closesAt <= knownSince ? 'before-known' : null
}

/** After a turn only what the outcome set names goes on; what had closed before it stays. */
function refuseTurned({ id }: Moment, { closesAt }: Window, { turns, zone }: Facts) {
  const turned = inTime(turns).find(
    ({ goesOn, happenedOn }) => !goesOn.includes(id) && closesAt > midnight(happenedOn, zone),
  )
  return turned ? `turned:${turned.turn}` : null
}

/** What was submitted for anything but this assessment itself. */
const elsewhere = ({ id }: Moment, key: string, { submitted, enrolment }: Facts): Submitted[] =>
  submitted.filter((one) => !(one.enrolmentId === enrolment.id && one.moment === id && one.anchor === key))

function refuseScored(moment: Moment, instruments: Asked, key: string, window: Window, facts: Facts) {
  if (!moment.ifScores) return null
  const given = elsewhere(moment, key, facts).flatMap(
    ({ assessmentId, side, submittedAt, byProxy, scores }) =>
      scores.map((one) => ({ ...one, id: assessmentId, side, at: submittedAt, byProxy })),
  )
  const isForProxy = moment.respondent !== 'patient' && facts.hasProxy
  const where = { ...window, side: facts.enrolment.side, zone: facts.zone, isForProxy }
  return refuseByScores(moment.ifScores, instruments, where, given)
}

/** What of a moment was answered a short while ago, here or elsewhere, and what can be asked at all. */
export function askedNow(moment: Moment, instruments: Asked, key: string, window: Window, facts: Facts) {
  const { side } = facts.enrolment
  const asked = moment.instruments.flatMap((one) => instruments.get(one) ?? []).filter(({ form }) => form)
  const answered = elsewhere(moment, key, facts).flatMap((one) =>
    one.instruments.map((instrument) => ({ instrument, side: one.side, at: one.submittedAt })),
  )
  return { asked, recent: recentAnswers(moment, asked, { ...window, side, zone: facts.zone }, answered) }
}

/** Needless when all that can be asked was answered a short while ago. */
function needless(moment: Moment, instruments: Asked, key: string, window: Window, facts: Facts) {
  const { asked, recent } = askedNow(moment, instruments, key, window, facts)
  if (asked.length === 0 || recent.size < asked.length) return null
  return `answered:${[...recent.values()].toSorted().at(-1)}`
}
