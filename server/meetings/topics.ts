import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Improvement } from '../../core/figures/improvement.ts'
import {
  type CaseKind,
  type Subject,
  signalled,
  subjectOfIndicator,
  topicOf,
} from '../../core/meetings/meeting-topics.ts'
import type { Background } from '../../core/meetings/meeting-views.ts'
import { lastMonths } from '../../core/time/months.ts'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { reviewCases } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { askBeside } from '../teams/beside/ask.ts'
import { type Team, visibleTeam } from '../teams/scope.ts'
import { asAt, attendedMeeting, holdMeeting, type MeetingFacts, openMeeting } from './scope.ts'
import { addItem, asAction, itemsOf, listedOnce, openActionsOf } from './store.ts'

const MONTHS = 24 // as on the team's page

/** The team's figures, as its page tells them: groups that are too small are hidden there already. */
async function chartsOf(deps: Deps, ctx: Ctx, meeting: MeetingFacts) {
  const team: Team = await visibleTeam(
    deps.db,
    { ...asAt(ctx, meeting), teamIds: [meeting.teamId] },
    meeting.teamId,
  )
  const months = lastMonths(deps.now().toISOString(), team.zone, MONTHS)
  return askBeside(deps, 'charts', { team, months })
}

/**
 * What a meeting about figures could talk about and does not yet: what was left to do, cases that were flagged, figures
 * with a signal or behind their target, and improvements that run; in that order.
 */
export async function proposeSubjects(deps: Deps, ctx: Ctx, meeting: MeetingFacts): Promise<Subject[]> {
  const { db } = deps
  const [charts, left, cases, items] = await Promise.all([
    chartsOf(deps, ctx, meeting),
    openActionsOf(db, meeting.teamId),
    meeting.kind === 'improvement' ? openCases(deps, meeting.teamId) : [],
    itemsOf(db, meeting.id),
  ])
  const listed = new Set(items.map(({ topic }) => topic))
  const running = charts.improvements.filter(({ state }) => state === 'open')
  const all: Subject[] = [
    ...(left.length > 0 ? [{ kind: 'actions', open: left.length } as const] : []),
    ...cases.map(({ id, kind, what }) => ({ kind: 'case', id, about: kind as CaseKind, what }) as const),
    ...signalled(charts.indicators),
    ...running.map(subjectOfImprovement),
  ]
  return all.filter((one) => one.kind === 'free' || !listed.has(topicOf(one)))
}

const subjectOfImprovement = ({ id, title, startedOn, expected }: Improvement): Subject => ({
  kind: 'improvement',
  id,
  title,
  startedOn,
  expected,
})

const openCases = ({ db }: Pick<Deps, 'db'>, teamId: string) =>
  db
    .select()
    .from(reviewCases)
    .where(and(eq(reviewCases.teamId, teamId), isNull(reviewCases.closedAt)))
    .orderBy(asc(reviewCases.flaggedAt), asc(reviewCases.id))

export type Listing = { meetingId: string; topic: string | null; question: string }

/**
 * Puts a subject on the list of a meeting about figures: what a topic names as it is now, or with none a question of
 * one's own. 422 ('unknown_topic') for what is not there, 409 ('listed', 'meeting_over').
 */
export async function listSubject(deps: Deps, ctx: Ctx, { meetingId, topic, question }: Listing) {
  const meeting = await openMeeting(deps.db, ctx, meetingId)
  if (meeting.kind === 'mdo') throw notFound('meeting')
  const id = deps.newId('agi')
  const found =
    topic === null ? { subject: { kind: 'free' } as const } : await findTopic(deps, ctx, meeting, topic)
  const about = { enrolmentId: null, patientId: null, ...found }
  const item = { id, meetingId, topic: topic ?? `free:${id}`, question, situation: null, ...about }
  await deps.db
    .transaction(async (tx) => {
      await holdMeeting(tx, meetingId)
      await addItem(tx, deps, ctx, item)
      await record(tx, deps, asAt(ctx, meeting), {
        action: 'C',
        type: 'meeting.subject-listed',
        patients: about.patientId ? [about.patientId] : [],
        object: { type: 'meeting', id: meetingId },
      })
    })
    .catch(listedOnce)
  return { id }
}

type Found = { subject: Subject; enrolmentId?: string; patientId?: string }

async function findTopic(deps: Deps, ctx: Ctx, meeting: MeetingFacts, topic: string): Promise<Found> {
  const { db } = deps
  const [kind, id] = topic.split(':')
  if (kind === 'actions') return { subject: { kind, open: (await openActionsOf(db, meeting.teamId)).length } }
  if (kind === 'case' && meeting.kind === 'improvement') {
    const found = (await openCases(deps, meeting.teamId)).find((one) => one.id === id)
    if (!found) throw unknownTopic()
    const subject = { kind, id: found.id, about: found.kind as CaseKind, what: found.what } as const
    return { subject, enrolmentId: found.enrolmentId, patientId: found.patientId }
  }
  const charts = await chartsOf(deps, ctx, meeting)
  const indicator = charts.indicators.find((one) => topic === `indicator:${one.id}`)
  if (indicator) return { subject: subjectOfIndicator(indicator) }
  const improvement = charts.improvements.find((one) => topic === `improvement:${one.id}`)
  if (!improvement) throw unknownTopic()
  return { subject: subjectOfImprovement(improvement) }
}

const unknownTopic = () => refused('unknown_topic', 'There is no such subject to talk about')

/** The figures that are on the list as they are now, and what earlier meetings left to do. Nothing of any patient. */
export async function readBackground(deps: Deps, ctx: Ctx, meetingId: string): Promise<Background> {
  const meeting = await attendedMeeting(deps, ctx, meetingId)
  if (meeting.kind === 'mdo') throw notFound('meeting')
  const [charts, items, left] = await Promise.all([
    chartsOf(deps, ctx, meeting),
    itemsOf(deps.db, meetingId),
    openActionsOf(deps.db, meeting.teamId),
  ])
  const wanted = new Set(items.flatMap(({ subject }) => (subject?.kind === 'indicator' ? subject.id : [])))
  await recordRead(deps, asAt(ctx, meeting), {
    type: 'meeting.figures-read',
    object: { type: 'meeting', id: meetingId },
  })
  return {
    charts: charts.indicators.filter(({ id }) => wanted.has(id)),
    improvements: charts.improvements,
    actions: left.map(asAction),
  }
}
