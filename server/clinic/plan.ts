import type { PlanRow } from '../../core/consult/one-pager.ts'
import { namedForStaff, respondentOf } from '../../core/outcome-sets/moment.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { mailsOf, type PathFacts, responseTo } from './facts.ts'
import { declinedWhyOf, notMailed, type Reach, silenceOf, stateOf } from './standing.ts'

const MINUTE = 60_000

/** Every assessment of the care path, newest first, with what was sent for it. */
export function planOf(
  set: OutcomeSet,
  facts: PathFacts,
  { reach, now }: { reach: Reach; now: string },
): PlanRow[] {
  const titles = new Map(namedForStaff(set.moments).map(({ id, title }) => [id, title]))
  return facts.assessments.toReversed().map((assessment) => {
    const { id, moment, opensAt, dueAt, closesAt, withdrawnAt } = assessment
    const response = responseTo(facts, assessment)
    const mails = mailsOf(facts, id)
    const isTexted = mails.some(({ channel, sentAt, failedAt }) => channel === 'sms' && sentAt && !failedAt)
    const mailed = { ...notMailed, isTexted, hasFailed: mails.some(({ failedAt }) => failedAt !== null) }
    const silence = silenceOf(reach, respondentOf(set, moment))
    const state = stateOf(assessment, response, { mailed, silence, now })
    return {
      assessmentId: id,
      moment: titles.get(moment) ?? { nl: moment, en: moment },
      opensAt,
      dueAt,
      closesAt,
      state: withdrawnAt !== null && state === 'notAsked' ? 'withdrawn' : state,
      declinedWhy: declinedWhyOf(assessment, state),
      submittedAt: response?.submittedAt ?? null,
      respondent: response?.respondent ?? null,
      mode: response?.mode ?? null,
      typedTwice: response?.enteredBy ? response.checkedBy !== null : null,
      minutes: response ? minutesOf(response) : null,
      mails: mails.map(({ kind, sentAt, suppressedAt, failedAt, why: reason }) => ({
        kind,
        sentAt,
        suppressedAt,
        failedAt,
        why: reason,
      })),
    }
  })
}

const LONG = 120 // minutes; longer means that they went away and came back

/** How long answering took; null when it was spread over the day. */
export function minutesOf({
  startedAt,
  submittedAt,
}: {
  startedAt: string
  submittedAt: string | null
}): number | null {
  if (submittedAt === null) return null
  const minutes = Math.max(1, Math.round((Date.parse(submittedAt) - Date.parse(startedAt)) / MINUTE))
  return minutes <= LONG ? minutes : null
}
