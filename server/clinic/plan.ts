import type { OnePager, PlanRow } from '../../core/one-pager.ts'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import { plan } from '../../core/schedule.ts'
import { explainReason } from '../../core/schedule-words.ts'
import type { Language, Localised } from '../../core/words.ts'
import type { EnrolmentFacts } from '../acts/schedule-facts.ts'
import type { PathFacts } from './facts.ts'
import { mailsOf, responseTo, stateOf } from './standing.ts'

const MINUTE = 60_000

/** Every assessment of the care path, newest first, with what was sent for it and why it was planned or not. */
export function planOf(
  set: OutcomeSet,
  facts: PathFacts,
  { emailDead, now, zone }: { emailDead: boolean; now: string; zone: string },
): PlanRow[] {
  const titles = new Map(set.moments.map(({ id, title }) => [id, title]))
  return facts.assessments.toReversed().map((assessment) => {
    const { id, moment, opensAt, dueAt, closesAt, why, withdrawnAt, withdrawnWhy } = assessment
    const response = responseTo(facts, assessment)
    const state = stateOf(assessment, response, { facts, emailDead, now })
    return {
      assessmentId: id,
      moment: titles.get(moment) ?? { nl: moment, en: moment },
      opensAt,
      dueAt,
      closesAt,
      state: withdrawnAt !== null && state === 'notAsked' ? 'withdrawn' : state,
      submittedAt: response?.submittedAt ?? null,
      respondent: response?.respondent ?? null,
      mode: response?.mode ?? null,
      minutes: response ? minutesOf(response) : null,
      why: (withdrawnWhy ? [withdrawnWhy] : why).map((code) => explain(code, set, zone)),
      mails: mailsOf(facts, id).map(({ kind, sentAt, suppressedAt, failedAt, why: reason }) => ({
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

/** The moments for which nothing is asked of this patient, and why not. */
export const notPlannedOf = (set: OutcomeSet, { facts }: EnrolmentFacts): OnePager['notPlanned'] =>
  plan(set, facts).not.map(({ moment, anchor, why }) => ({
    id: `${moment} ${anchor ?? ''}`,
    moment: set.moments.find(({ id }) => id === moment)?.title ?? { nl: moment, en: moment },
    why: why.map((code) => explain(code, set, facts.zone)),
  }))

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>

// Making one takes longer than everything else on the page, so each is made once: two languages, a handful of zones.
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendar(language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${language} ${zone}`
  const made =
    calendars.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: zone })
  calendars.set(key, made)
  return made
}

function explain(code: string, set: OutcomeSet, zone: string): Localised {
  const day = (language: Language) => (instant: string) => calendar(language, zone).format(new Date(instant))
  return { nl: explainReason(code, set, 'nl', day('nl')), en: explainReason(code, set, 'en', day('en')) }
}
