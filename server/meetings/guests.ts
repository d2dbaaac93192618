import { and, eq, isNull } from 'drizzle-orm'
import { mayDo, type Role } from '../../core/access/access.ts'
import { localDate, moveDate } from '../../core/time/dates.ts'
import { mailWorks, sendLink } from '../admin/send-link.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { meetingMembers } from '../db/schema/meetings.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, Problem, refused } from '../http/problem.ts'
import { enqueueMeetingNotice } from '../outbox/meeting-notice.ts'
import { isHeldOn } from '../staff/held.ts'
import { mayChangePeople } from './change-people.ts'
import { holdMeeting, type MeetingFacts, openMeeting } from './scope.ts'

export type Guest = {
  name: string
  email: string
  profession: string
  language: 'nl' | 'en'
  comesFrom: string
}

/** So many days after the meeting the account of a guest opens nothing any more. */
const STAY = 'P7D'

/** A meeting whose guests the caller may change. 403 ('not_chair') otherwise. */
export async function changeable(deps: Deps, ctx: Ctx, meetingId: string): Promise<MeetingFacts> {
  const meeting = await openMeeting(deps.db, ctx, meetingId)
  if (!(await mayChangePeople(deps, ctx, meeting)))
    throw new Problem(403, 'not_chair', 'Only the chair of this meeting or the lead of the team does this')
  return meeting
}

/**
 * Asks somebody of elsewhere by mail: to an MDO as a guest, for this once; to any other meeting as who speaks for
 * patients. Whoever has an account in another house here comes with that one; others get one that sees this meeting and
 * nothing else. Gives the link where there is no mail. 403 ('not_chair'), 422 ('works_here'), 409 ('is_asked').
 */
export async function askGuest(deps: Deps, ctx: Ctx, meetingId: string, guest: Guest) {
  const meeting = await changeable(deps, ctx, meetingId)
  const link = await deps.db
    .transaction(async (tx) => {
      await holdMeeting(tx, meetingId)
      const { person, link } = await admit(tx, deps, ctx, meeting, guest)
      const part = meeting.kind === 'mdo' ? 'guest' : 'representative'
      const id = deps.newId('mmb')
      await tx
        .insert(meetingMembers)
        .values({ id, meetingId, staffId: person, part, comesFrom: guest.comesFrom })
      await record(tx, deps, ctx, {
        action: 'C',
        type: 'meeting.guest-asked',
        object: { type: 'meeting', id: meetingId },
        detail: { staffId: person, part },
      })
      return link
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? conflict('is_asked', 'They were asked already') : error
    })
  return { link }
}

/** Who it is, with an account that may look; and the link to it where nothing can be mailed. */
async function admit(tx: Tx, deps: Deps, ctx: Ctx, meeting: MeetingFacts, guest: Guest) {
  const [known] = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.email, guest.email), isNull(staff.leftAt)))
  const isOurs = known?.organisationId === ctx.organisationId
  const role = meeting.kind === 'mdo' ? 'guest' : 'patient-representative'
  if (known && !isOurs && role !== 'guest') throw refused('works_here', 'Somebody works with this address')
  const { comesFrom: _, ...given } = guest
  const row = known ?? { id: deps.newId('sta'), organisationId: ctx.organisationId, userId: null, ...given }
  if (!known) await tx.insert(staff).values({ ...row, createdAt: deps.now().toISOString() })
  await (known && !isOurs ? letAttend : letIn)(tx, deps, meeting, row.id, role)
  // Whoever holds a link holds the account: no chair is given one to an account of another house.
  if (row.userId === null && (!known || isOurs))
    return { person: row.id, link: await sendLink(tx, deps, row, 'invitation', ctx.actor.name) }
  if (mailWorks(deps.config)) await enqueueMeetingNotice(tx, deps, { ...row, meetingId: meeting.id })
  return { person: row.id, link: null }
}

/** From today until a week after the meeting; without an end for who speaks for patients. Local days. */
function stayOf({ now }: Pick<Deps, 'now'>, meeting: MeetingFacts, role: string) {
  const today = localDate(now().toISOString(), meeting.zone)
  const last = moveDate(localDate(meeting.startsAt, meeting.zone), STAY)
  return { today, until: role === 'guest' ? (last < today ? today : last) : null }
}

/** Gives the one role that opens nothing but meetings; 422 ('works_here') for colleagues. */
async function letIn(tx: Tx, deps: Deps, meeting: MeetingFacts, staffId: string, role: string) {
  const { today } = stayOf(deps, meeting, role)
  const known = await tx.select().from(memberships).where(eq(memberships.staffId, staffId))
  const isOver = (one: { until: string | null }) => one.until !== null && one.until < today
  if (known.some((one) => one.role !== role && !isOver(one)))
    // also who begins later
    throw refused('works_here', 'Somebody works here with this address: choose them among the members')
  await giveRole(tx, deps, meeting, { staffId, role }, known)
}

/** Whose role in their own house opens no meetings, or ends before this one does, is a guest beside it. */
async function letAttend(tx: Tx, deps: Deps, meeting: MeetingFacts, staffId: string, role: string) {
  const { today, until } = stayOf(deps, meeting, role)
  const known = await tx.select().from(memberships).where(eq(memberships.staffId, staffId))
  const attends = (one: (typeof known)[number]) =>
    mayDo(one.role as Role, 'meetings:attend') && isHeldOn(one, today) && isHeldOn(one, until ?? today)
  if (!known.some(attends)) await giveRole(tx, deps, meeting, { staffId, role }, known)
}

async function giveRole(
  tx: Tx,
  deps: Deps,
  meeting: MeetingFacts,
  { staffId, role }: { staffId: string; role: string },
  known: readonly (typeof memberships.$inferSelect)[],
) {
  const { today, until } = stayOf(deps, meeting, role)
  const same = known.find((one) => one.role === role && isHeldOn(one, today))
  if (!same) await tx.insert(memberships).values({ id: deps.newId('mem'), staffId, role, from: today, until })
  else if (until && same.until && same.until < until)
    await tx.update(memberships).set({ until }).where(eq(memberships.id, same.id))
}
