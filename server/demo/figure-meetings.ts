import { eq } from 'drizzle-orm'
import { topicOf } from '../../core/meetings/meeting-topics.ts'
import { weekdayOf } from '../../core/time/weekday.ts'
import type { Ctx } from '../ctx.ts'
import { reviewCases } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { addAction } from '../meetings/actions.ts'
import { flagCase } from '../meetings/cases.ts'
import { confirmDecision, writeItem } from '../meetings/decide.ts'
import { endMeeting, recordPresence } from '../meetings/end-meeting.ts'
import { askGuest } from '../meetings/guests.ts'
import { makeMeeting } from '../meetings/make-meeting.ts'
import { propose } from '../meetings/propose.ts'
import { readMeeting } from '../meetings/read-meeting.ts'
import { listSubject } from '../meetings/topics.ts'
import { figureMeetings, neverTalkedAbout, openMeetings } from './meeting-rows.ts'
import { cases, guestOfMdo, representative, talks } from './meeting-texts.ts'
import type { SeededTeam } from './people.ts'

const DAY_MS = 86_400_000
/** One team meets about its figures, too. */
const TEAM = 'vaart-joints'
/** So many days ago the team met to improve, and to look in the mirror; since when the steering group is planned. */
const IMPROVED = 19
const MIRRORED = 12
const STEERS = 2
/** … and flagged what it wants to learn from. */
const FLAGGED = [21, 3]

type Kind = 'improvement' | 'mirror' | 'steering'
const KINDS = [
  [IMPROVED, 'improvement'],
  [MIRRORED, 'mirror'],
  [STEERS, 'steering'],
] as const satisfies [number, Kind][]

type Day = { date: string; daysAgo: number }

const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

/** What would fall in a weekend is on the Friday before. */
const workdayBy = (date: string): string => addDays(date, Math.min(0, 5 - weekdayOf(date)))

const kindOf = ({ date, daysAgo }: Day): Kind | undefined =>
  KINDS.find(([ago]) => workdayBy(addDays(date, daysAgo - ago)) === date)?.[1]

/** What a team does with its figures on this day: it plans, holds, and fills the lists of what is to come. */
export async function meetAboutFigures(deps: Deps, teams: readonly SeededTeam[], day: Day): Promise<void> {
  const team = teams.find(({ key }) => key === TEAM)
  const chair = team?.people.find(({ ctx }) => ctx.roles.includes('team-lead'))?.ctx
  if (!team || !chair) return
  if (FLAGGED.includes(day.daysAgo)) await flag(deps, team, day.daysAgo)
  const kind = kindOf(day)
  if (kind) await begin(deps, team, chair, kind, day)
  if (day.daysAgo !== 1) return
  for (const { id, closedAt } of await figureMeetings(deps.db).execute({ teamId: team.id }))
    if (closedAt === null) await fill(deps, chair, id)
  const [mdo] = await openMeetings(deps.db).execute({ teamId: team.id })
  if (mdo) await askOnce(deps, chair, mdo.id, guestOfMdo)
}

/** Once of each kind; the steering group is left to its day. */
async function begin(deps: Deps, team: SeededTeam, chair: Ctx, kind: Kind, day: Day) {
  const known = await figureMeetings(deps.db).execute({ teamId: team.id })
  if (known.some((one) => one.kind === kind)) return
  const meetingId = await plan(deps, team, chair, kind, day)
  if (kind !== 'steering') await hold(deps, team, chair, meetingId)
}

/** Who comes already is not asked again: to live through a day again changes nothing. */
async function askOnce(deps: Deps, chair: Ctx, meetingId: string, guest: Parameters<typeof askGuest>[3]) {
  const { members } = await readMeeting(deps, chair, meetingId)
  if (members.every(({ part }) => part === 'member')) await askGuest(deps, chair, meetingId, guest)
}

/** A meeting of this day, which is held at once; the steering group's lies two weeks ahead, with who speaks for patients. */
async function plan(deps: Deps, team: SeededTeam, chair: Ctx, kind: Kind, { date }: Day) {
  const { title, everyWeeks, ahead } = talks[kind]
  const day = addDays(date, ahead)
  const staffIds = team.people.map(({ ctx }) => ctx.actor.id)
  const { id } = await makeMeeting(deps, chair, {
    kind,
    teamId: team.id,
    title: `${title} ${team.name}`,
    startsAt: `${day}T16:00`,
    minutes: 60,
    everyWeeks,
    chairId: chair.actor.id,
    memberIds: kind === 'steering' ? [...staffIds, 'sta_loes'] : staffIds,
  })
  await askOnce(deps, chair, id, representative)
  return id
}

/** Puts on the list what is proposed, the most pressing first. */
async function fill(deps: Deps, chair: Ctx, meetingId: string) {
  const { subjects } = await propose(deps, chair, meetingId)
  for (const subject of subjects.slice(0, 5)) {
    if (subject.kind === 'free') continue
    await listSubject(deps, chair, { meetingId, topic: topicOf(subject), question: talks.asks[subject.kind] })
  }
}

async function hold(deps: Deps, team: SeededTeam, chair: Ctx, meetingId: string) {
  await fill(deps, chair, meetingId)
  const { kind, items, members } = await readMeeting(deps, chair, meetingId)
  for (const { staffId } of members) await recordPresence(deps, chair, { meetingId, staffId, present: true })
  const said = kind === 'mirror' ? talks.mirror.decided : talks.improvement.decided
  for (const [place, { id: itemId, question }] of items.entries()) {
    const one = said[place]
    if (!one) break // no time left: it comes again
    const written = { situation: null, question, patientPart: null, sentence: null }
    const dueOn = workdayBy(addDays(deps.now().toISOString().slice(0, 10), one.days))
    const owner = team.people[place % team.people.length]?.ctx ?? chair
    const todo = { what: one.todo, ownerId: owner.actor.id, dueOn }
    const { id } = await addAction(deps, chair, { meetingId, itemId }, todo)
    const { decision, reason } = one
    const which = { meetingId, itemId }
    const { version } = await writeItem(
      deps,
      chair,
      { ...which, version: 0 },
      { ...written, decision, reason },
    )
    await confirmDecision(deps, chair, { ...which, version, actionIds: [id] })
  }
  await endMeeting(deps, chair, meetingId)
}

async function flag(deps: Deps, team: SeededTeam, daysAgo: number) {
  const since = new Date(deps.now().getTime() - 60 * DAY_MS).toISOString()
  const [somebody] = await neverTalkedAbout(deps.db).execute({ teamId: team.id, since })
  const nurse = team.people[0]?.ctx
  const one = cases[FLAGGED.indexOf(daysAgo)]
  const isNew =
    (await deps.db.$count(reviewCases, eq(reviewCases.teamId, team.id))) <= FLAGGED.indexOf(daysAgo)
  if (isNew && somebody && nurse && one)
    await flagCase(deps, nurse, { enrolmentId: somebody.enrolmentId, ...one })
}
