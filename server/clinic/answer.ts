import { isAnswered } from '../../core/change/trend.ts'
import type { AnswerView, Panel } from '../../core/consult/one-pager.ts'
import { namedForStaff } from '../../core/outcome-sets/moment.ts'
import { isAnswerable, statusOf } from '../../core/schedule/assessment-status.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Ctx } from '../ctx.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { type PathFacts, type Response, responseTo } from './facts.ts'
import { itemsOf } from './items.ts'
import { readAnswers, readOpening } from './patient.ts'
import { minutesOf } from './plan.ts'
import { topicsOf } from './row.ts'
import { askedForVisit } from './standing.ts'

type Visit = { id: string; startsAt: string; status: string }

/** Today's appointment (in the time zone of the organisation): the last that has begun, else the first to come. */
export function visitOf<Booked extends Visit>(
  booked: readonly Booked[],
  now: string,
  zone: string,
): Booked | null {
  const today = booked.filter(
    ({ startsAt, status }) => status === 'booked' && localDate(startsAt, zone) === localDate(now, zone),
  )
  return today.findLast(({ startsAt }) => startsAt <= now) ?? today[0] ?? null
}

const newestAnswer = (facts: PathFacts): Response | null => submitted(facts).at(-1) ?? null

/** The newest answer that measured anything: one that only tells a wish leaves what was measured before as it is. */
export function newestMeasured(facts: PathFacts, panels: readonly Pick<Panel, 'trend'>[]): Response | null {
  const measured = new Set(
    panels.flatMap(({ trend }) => trend.points.filter(isAnswered).map(({ assessmentId }) => assessmentId)),
  )
  return submitted(facts).findLast(({ assessmentId }) => measured.has(assessmentId)) ?? newestAnswer(facts)
}

/** The order in which answers came in; of two that came in at once, the order of their assessments, as in a trend. */
const byArrival = (a: Response, b: Response): number => (arrival(a) < arrival(b) ? -1 : 1)

const arrival = ({ submittedAt, assessmentId }: Response) => `${submittedAt ?? ''} ${assessmentId}`

const submitted = (facts: PathFacts): Response[] =>
  facts.responses.filter(({ submittedAt }) => submittedAt !== null).sort(byArrival)

type About = { version: SetVersion; facts: PathFacts; visit: Visit | null; now: string; zone: string }

/** The answer that today's appointment is about, else the newest; its questions beside those of the answer before. */
export async function readAnswer(deps: Deps, ctx: Ctx, about: About): Promise<AnswerView | null> {
  const { version, facts } = about
  const shown = answerToShow(about)
  if (!shown?.response.submittedAt) return null
  const { response, previous, place } = shown
  const [answers, opened] = await Promise.all([
    readAnswers(deps.db, response.id, previous?.id ?? null),
    readOpening(deps.db, response.id, ctx.actor.id),
  ])
  const moment = facts.assessments.find(({ id }) => id === response.assessmentId)?.moment
  return {
    responseId: response.id,
    place,
    moment: namedForStaff(version.set.moments).find(({ id }) => id === moment)?.title ?? { nl: '', en: '' },
    submittedAt: shown.response.submittedAt,
    respondent: response.respondent,
    mode: response.mode,
    minutes: minutesOf(response),
    ...topicsOf(version, response),
    openedByMe: opened?.mine ?? false,
    opened: opened ? { at: opened.at, by: opened.by } : null,
    discussed: response.discussedAt ? { at: response.discussedAt, by: response.discussedBy ?? '' } : null,
    items: itemsOf(
      version,
      answers.get(response.id) ?? {},
      previous ? (answers.get(previous.id) ?? null) : null,
    ),
  }
}

type Shown = { response: Response; previous: Response | undefined; place: AnswerView['place'] }

function answerToShow({ facts, visit, now, zone }: Omit<About, 'version'>): Shown | null {
  const all = submitted(facts)
  const asked = facts.assessments.map((assessment) => ({
    assessment,
    response: responseTo(facts, assessment),
  }))
  const answered = visit ? askedForVisit(asked, visit, zone)?.response : null
  const today = answered?.submittedAt ? answered : null
  const response = today ?? all.at(-1)
  if (!response) return null
  const previous = all[all.indexOf(response) - 1]
  if (today) return { response, previous, place: 'today' }
  return { response, previous, place: visit || isAskedNow(facts, now) ? 'earlier' : 'latest' }
}

/** Whether something can be answered now: what was answered before is then not the answer that is waited for. */
const isAskedNow = (facts: PathFacts, now: string): boolean =>
  facts.assessments.some((assessment) =>
    isAnswerable(statusOf(assessment, responseTo(facts, assessment), now)),
  )
