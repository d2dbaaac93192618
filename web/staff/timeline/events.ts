import type { OnePager } from '../../../core/consult/one-pager.ts'
import type { Formats } from '../../../core/words/formats.ts'
import type { Localised } from '../../../core/words.ts'
import type { planWords } from '../patient/plan-words.ts'
import type { visitWords } from '../visits/words.ts'
import type { timelineWords } from './words.ts'

export type EventKind =
  | 'stage'
  | 'treatment'
  | 'appointment'
  | 'answer'
  | 'alert'
  | 'decision'
  | 'agreement'
  | 'message'

/** Something that happened; `at` is an ISO day or instant. `strong` is what one looks for first. */
export type TimelineEvent = { at: string; kind: EventKind; text: string; strong: boolean }

type Tools = {
  say: (typeof timelineWords)['nl']
  plan: (typeof planWords)['nl']
  visit: (typeof visitWords)['nl']
  local: (text: Localised) => string
  format: Formats
}

/** Everything that the page knows with a date, in order of time. */
export function eventsOf(page: OnePager, tools: Tools): TimelineEvent[] {
  return [...pathEvents(page, tools), ...askedEvents(page, tools), ...teamEvents(page, tools)].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )
}

function pathEvents(page: OnePager, { say, local }: Tools): TimelineEvent[] {
  const { treatment } = page.enrolment
  const plain = (kind: EventKind, at: string, text: string): TimelineEvent => ({
    at,
    kind,
    text,
    strong: false,
  })
  return [
    ...page.stages.map(({ title, from }) => plain('stage', from, local(title))),
    ...(treatment?.chosenOn
      ? [plain('treatment', treatment.chosenOn, say.chosen(local(treatment.title)))]
      : []),
    ...page.treatments.map(({ title, at }) => plain('treatment', at, local(title))),
    ...page.appointments.map(({ kind, startsAt, status }) =>
      plain(
        'appointment',
        startsAt,
        [local(kind), status === 'no-show' ? say.noShow : ''].filter(Boolean).join(', '),
      ),
    ),
  ]
}

/** When something was still open: what closes at midnight, on the day before. */
const lastOf = (closesAt: string, format: Formats): string =>
  format.time(closesAt) === '00:00'
    ? format.isoDay(new Date(Date.parse(closesAt) - 1).toISOString())
    : closesAt

/** What was asked and sent: answers, lists that were missed, and mail that went. */
const askedEvents = (page: OnePager, { say, plan, local, format }: Tools): TimelineEvent[] =>
  page.plan.flatMap(({ moment, submittedAt, closesAt, state, mails }) => [
    ...(submittedAt
      ? [{ at: submittedAt, kind: 'answer' as const, text: say.answered(local(moment)), strong: true }]
      : state === 'expired'
        ? [
            {
              at: lastOf(closesAt, format),
              kind: 'answer' as const,
              text: say.missed(local(moment)),
              strong: false,
            },
          ]
        : []),
    ...mails.flatMap(({ kind, sentAt }) =>
      sentAt
        ? [
            {
              at: sentAt,
              kind: 'message' as const,
              text: `${plan.mailKind[kind] ?? kind}: ${local(moment)}`,
              strong: false,
            },
          ]
        : [],
    ),
  ])

/** What the team did about it. */
const teamEvents = (page: OnePager, { say, visit, local, format }: Tools): TimelineEvent[] => [
  ...page.alerts.map(({ title, raisedAt, closedAt }) => ({
    at: raisedAt,
    kind: 'alert' as const,
    text: closedAt ? say.closed(local(title), format.date(closedAt)) : local(title),
    strong: true,
  })),
  ...page.decisions.map(({ at, decision }) => ({
    at,
    kind: 'decision' as const,
    text: decision,
    strong: true,
  })),
  ...page.decidedVisits.map(({ decidedAt, form, visitAt }) => ({
    at: decidedAt,
    kind: 'decision' as const,
    text: visit.course.event(visit.decided[form], format.date(visitAt)),
    strong: false,
  })),
  ...page.agreements.map(({ agreedAt, sentence }) => ({
    at: agreedAt,
    kind: 'agreement' as const,
    text: sentence,
    strong: false,
  })),
]
