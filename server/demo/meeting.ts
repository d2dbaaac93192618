import { weekdayOf } from '../../core/time/weekday.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { addAction } from '../meetings/actions.ts'
import { confirmDecision, writeItem } from '../meetings/decide.ts'
import { endMeeting, recordPresence } from '../meetings/end-meeting.ts'
import { listPatient } from '../meetings/list-patient.ts'
import { makeMeeting } from '../meetings/make-meeting.ts'
import { finishAction } from '../meetings/my-actions.ts'
import { dueActions, LISTED, listed, neverTalkedAbout, openMeetings } from './meeting-rows.ts'
import { decisions, questions, sentence, situations, todos } from './meeting-texts.ts'
import type { SeededTeam } from './people.ts'
import { chanceOf } from './random.ts'

const DAY_MS = 86_400_000
/** Teams meet weekly since so many days before the present. */
const SINCE_DAYS = 32
/** Answers of the last weeks are worth talking about. */
const RECENT_DAYS = 45
const START = '12:30'

type Day = { date: string; until: string; daysAgo: number }

/** Once a week a team meets, talks about a few patients and decides; for the next time some are listed already. */
export async function meet(deps: Deps, teams: readonly SeededTeam[], day: Day): Promise<void> {
  if (day.daysAgo > SINCE_DAYS) return
  for (const team of teams) {
    const chair = chairOf(team)
    if (!chair) continue
    const [open] = await openMeetings(deps.db).execute({ teamId: team.id })
    if (!open) await planFirst(deps, team, chair, day)
    else if (open.startsAt < day.until) await hold(deps, team, chair, open.id)
    else if (day.daysAgo === 1) await fillList(deps, team, open.id)
  }
}

const chairOf = ({ people }: SeededTeam): Ctx | undefined =>
  people.find(({ ctx }) => ctx.roles.includes('team-lead'))?.ctx

/** For the next day, unless that is in a weekend. */
async function planFirst(deps: Deps, team: SeededTeam, chair: Ctx, { date }: Day) {
  const tomorrow = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10)
  if (weekdayOf(tomorrow) > 5) return
  const memberIds = team.people.map(({ ctx }) => ctx.actor.id)
  await makeMeeting(deps, chair, {
    kind: 'mdo',
    teamId: team.id,
    title: `MDO ${team.name}`,
    startsAt: `${tomorrow}T${START}`,
    minutes: 45,
    everyWeeks: 1,
    chairId: chair.actor.id,
    memberIds,
  })
}

async function hold(deps: Deps, team: SeededTeam, chair: Ctx, meetingId: string) {
  await fillList(deps, team, meetingId)
  for (const { ctx, name } of team.people) {
    const present = chanceOf(`${meetingId.slice(0, 12)} ${name}`).happens(0.85) || ctx === chair
    await recordPresence(deps, chair, { meetingId, staffId: ctx.actor.id, present })
  }
  for (const { id, number } of await listed(deps.db).execute({ meetingId }))
    await decide(deps, team, chair, { meetingId, itemId: id, number })
  await finishSome(deps, team)
  await endMeeting(deps, chair, meetingId)
}

/** What was due by now is mostly done. */
async function finishSome(deps: Deps, { id: teamId, people }: SeededTeam) {
  const today = deps.now().toISOString().slice(0, 10)
  for (const { id, ownerId, number } of await dueActions(deps.db).execute({ teamId, today })) {
    const owner = people.find(({ ctx }) => ctx.actor.id === ownerId)?.ctx
    if (owner && chanceOf(`done ${number}`).happens(0.85)) await finishAction(deps, owner, id, true)
  }
}

/** Puts on the list who answered lately and was never talked about, until there are enough. */
async function fillList(deps: Deps, team: SeededTeam, meetingId: string) {
  const since = new Date(deps.now().getTime() - RECENT_DAYS * DAY_MS).toISOString()
  const already = (await listed(deps.db).execute({ meetingId })).length
  const some = await neverTalkedAbout(deps.db).execute({ teamId: team.id, since })
  const nurse = team.people[0]?.ctx
  for (const { enrolmentId, number } of some.slice(0, LISTED - already)) {
    const chance = chanceOf(`listed ${number}`)
    const question = chance.pick(questions)
    const situation = chance.happens(0.6) ? chance.pick(situations) : null
    if (nurse) await listPatient(deps, nurse, { meetingId, enrolmentId, question, situation })
  }
}

type Which = { meetingId: string; itemId: string; number: string }

async function decide(deps: Deps, team: SeededTeam, chair: Ctx, { meetingId, itemId, number }: Which) {
  const chance = chanceOf(`decided ${number}`)
  if (chance.happens(0.15)) return // no time left: it comes again next week
  const dueOn = new Date(deps.now().getTime() + 14 * DAY_MS).toISOString().slice(0, 10)
  const owner = chance.pick(team.people).ctx.actor.id
  const todo = { what: chance.pick(todos), ownerId: owner, dueOn }
  const { id: actionId } = await addAction(deps, chair, { meetingId, itemId }, todo)
  const { decision, reason } = chance.pick(decisions)
  const written = {
    situation: null,
    question: chanceOf(`listed ${number}`).pick(questions),
    decision,
    reason,
    patientPart: chance.pick(['wish-known', 'decides-after', 'decides-after', 'present'] as const),
    sentence: chance.happens(0.5) ? sentence : null,
  }
  const { version } = await writeItem(deps, chair, { meetingId, itemId, version: 0 }, written)
  await confirmDecision(deps, chair, { meetingId, itemId, version, actionIds: [actionId] })
}
