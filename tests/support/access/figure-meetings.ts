import { eq } from 'drizzle-orm'
import type { Ctx } from '../../../server/ctx.ts'
import { staff } from '../../../server/db/schema/staff.ts'
import { flagCase } from '../../../server/meetings/cases.ts'
import { dropGuest, restoreGuest } from '../../../server/meetings/drop-guest.ts'
import { askGuest } from '../../../server/meetings/guests.ts'
import { makeMeeting } from '../../../server/meetings/make-meeting.ts'
import type { House } from '../house.ts'

type Place = { teamId: string; staffId: string; ctx: Ctx }

/** A meeting about figures, a patient's course to learn from, and somebody of elsewhere who is asked to an MDO. */
export async function makeFigureMeetings(
  { deps, db }: House,
  { teamId, staffId, ctx }: Place,
  enrolmentId: string,
  meetingId: string,
) {
  const plan = { teamId, minutes: 60, everyWeeks: 0, chairId: staffId, memberIds: [] }
  const at = { title: 'Verbeteroverleg', startsAt: '2026-03-12T12:30' }
  const { id: figuresMeetingId } = await makeMeeting(deps, ctx, { kind: 'improvement', ...plan, ...at })
  const flagged = { enrolmentId, kind: 'learning', what: 'Te laat gezien.' } as const
  const { id: caseId } = await flagCase(deps, ctx, flagged)
  const email = `${teamId.toLowerCase()}@elders.example`
  const guest = { name: 'Rik Ruys', profession: 'physician', language: 'nl', comesFrom: 'Elders' } as const
  await askGuest(deps, ctx, meetingId, { ...guest, email })
  const [made] = await db.select({ id: staff.id }).from(staff).where(eq(staff.email, email))
  const guestId = made?.id ?? ''
  const { receipt } = await dropGuest(deps, ctx, { meetingId, staffId: guestId })
  await restoreGuest(deps, ctx, { meetingId, staffId: guestId, receipt })
  return { figuresMeetingId, caseId, guestId, guestReceipt: receipt }
}
