import { SAID_URGENT } from '../../core/alerts/alert-outcome.ts'
import { byNeed, concernsOf, daysOver, normDays } from '../../core/consult/board.ts'
import type { Proposal } from '../../core/meetings/meeting-views.ts'
import { recordRead } from '../audit/store.ts'
import { readCards } from '../board/cards.ts'
import { alertTitle } from '../clinic/alerts.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { type MeetingFacts, openMeeting } from './scope.ts'
import { itemsOf } from './store.ts'
import { proposeSubjects } from './topics.ts'

const MOST = 12
const WORTH_TALKING = new Set(['alert', 'urgent', 'worse', 'over'])

/** What a meeting could talk about: patients (MDO), or subjects. Only for who is of the team (404 for other members). */
export async function propose(deps: Deps, ctx: Ctx, meetingId: string) {
  const meeting = await openMeeting(deps.db, ctx, meetingId)
  if (!ctx.teamIds.includes(meeting.teamId)) throw notFound('meeting')
  return meeting.kind === 'mdo'
    ? { proposals: await proposePatients(deps, ctx, meeting), subjects: [] }
    : { proposals: [], subjects: await proposeSubjects(deps, ctx, meeting) }
}

/**
 * Patients of the team who could be on the list and are not: with an alert, worse, or for long in their stage; whoever
 * needs somebody most first.
 */
async function proposePatients(deps: Deps, ctx: Ctx, meeting: MeetingFacts): Promise<Proposal[]> {
  const current = await deps.definitions.current(meeting.outcomeSet)
  const stages = new Map(current?.set.carePath.stages.map((stage) => [stage.id, stage]))
  const { cards, complete } = await readCards(
    deps,
    { id: meeting.teamId, zone: meeting.zone },
    deps.now().toISOString(),
  )
  const normOf = (stage: string | null) => {
    const norm = stages.get(stage ?? '')?.norm
    return norm === undefined ? undefined : normDays(norm)
  }
  const listed = new Set((await itemsOf(deps.db, meeting.id)).map(({ enrolmentId }) => enrolmentId))
  const worth = cards
    .filter(({ enrolmentId }) => !listed.has(enrolmentId))
    .map((card) => ({ ...card, norm: normOf(card.stage), concerns: concernsOf(card, normOf(card.stage)) }))
    .filter(({ concerns }) => concerns.some((concern) => WORTH_TALKING.has(concern)))
    .toSorted((a, b) => byNeed(a.norm)(a, b))
    .slice(0, MOST)
  await recordRead(deps, ctx, {
    type: 'meeting.proposals-read',
    patients: worth.map(({ patientId }) => patientId),
    object: { type: 'meeting', id: meeting.id },
  })
  const urgentAlert = current && alertTitle(current.set, SAID_URGENT).nl
  const told = new Map((await complete(worth)).map((card) => [card.enrolmentId, card.finding]))
  return worth.map(
    ({ enrolmentId, code, ages, side, stage, days, norm, concerns, alert }): Proposal => ({
      enrolmentId,
      code,
      ages,
      side,
      stage: stages.get(stage ?? '')?.title ?? null,
      days,
      over: daysOver({ days }, norm),
      // The alert for what the patient said says it already.
      concerns: concerns.filter((one) => one !== 'urgent' || alert?.title.nl !== urgentAlert),
      finding: told.get(enrolmentId) ?? null,
      alert: alert?.title ?? null,
    }),
  )
}
