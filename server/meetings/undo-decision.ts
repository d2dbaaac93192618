import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { UNDO_MS } from '../../core/consult/undo.ts'
import { record } from '../audit/store.ts'
import { withdrawAgreement } from '../consults/agreements.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { agendaItems } from '../db/schema/meetings.ts'
import { discussions, responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { reopenCase } from './cases.ts'
import { chairedMeeting, holdMeeting, type Item, itemOf } from './scope.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>
type Which = { meetingId: string; itemId: string }

/**
 * Takes back that a decision was confirmed, by the chair who did and within ten minutes, while the meeting lasts: the
 * patient no longer reads the sentence, and what was discussed only by confirming is open again. What was typed stays.
 * 409 ('too_late') otherwise.
 */
export async function undoDecision(deps: Tools, ctx: Ctx, { meetingId, itemId }: Which): Promise<void> {
  await chairedMeeting(deps.db, ctx, meetingId)
  const item = await itemOf(deps.db, meetingId, itemId)
  const since = new Date(deps.now().getTime() - UNDO_MS).toISOString()
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    const opened = await tx
      .update(agendaItems)
      .set({ confirmedAt: null, confirmedBy: null, agreementId: null, version: item.version + 1 })
      .where(
        and(
          eq(agendaItems.id, itemId),
          eq(agendaItems.version, item.version),
          eq(agendaItems.confirmedBy, ctx.actor.id),
          gt(agendaItems.confirmedAt, since),
        ),
      )
      .returning({ id: agendaItems.id })
    if (opened.length === 0) throw conflict('too_late', 'This can no longer be taken back')
    await untell(tx, deps, ctx, item)
    await reopenCase(tx, item.subject)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'meeting.decision-reopened',
      patients: item.patientId ? [item.patientId] : [],
      object: { type: 'meeting', id: meetingId },
    })
  })
}

/** Of the patient's page and figures: what confirming wrote, and nothing that was there before. */
async function untell(tx: Tx, deps: Tools, ctx: Ctx, { enrolmentId, agreementId, confirmedAt }: Item) {
  if (!enrolmentId || !confirmedAt) return
  if (agreementId) await withdrawAgreement(tx, deps, agreementId, enrolmentId)
  const own = tx.select({ id: responses.id }).from(responses).where(eq(responses.enrolmentId, enrolmentId))
  await tx
    .delete(discussions)
    .where(
      and(
        inArray(discussions.responseId, own),
        eq(discussions.staffId, ctx.actor.id),
        eq(discussions.discussedAt, confirmedAt),
        isNull(discussions.appointmentId),
      ),
    )
}
