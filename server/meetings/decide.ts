import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { PatientPart } from '../../core/consult/decision.ts'
import { record } from '../audit/store.ts'
import { noteAgreement } from '../consults/agree.ts'
import { noteDiscussion } from '../consults/discuss.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { agendaItems } from '../db/schema/meetings.ts'
import { discussions, responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, refused } from '../http/problem.ts'
import { closeCase } from './cases.ts'
import { chairedMeeting, holdMeeting, type Item, openItem, openMeeting } from './scope.ts'
import { actionsOf } from './store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'config'>
type Which = { meetingId: string; itemId: string; version: number }

/** What is known and decided about a patient, as it stands on the page. */
export type Written = {
  situation: string | null
  question: string
  decision: string | null
  reason: string | null
  patientPart: PatientPart | null
  sentence: string | null
}

const changedElsewhere = () =>
  conflict('changed_elsewhere', 'Somebody else wrote here meanwhile; look at it again')

/** Writes what a member typed; gives the version it has now. 409 ('changed_elsewhere') when somebody was first. */
export async function writeItem(
  deps: Tools,
  ctx: Ctx,
  { meetingId, itemId, version }: Which,
  written: Written,
): Promise<{ version: number }> {
  const { patientId } = await openItem(deps.db, await openMeeting(deps.db, ctx, meetingId), itemId)
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    const saved = await tx
      .update(agendaItems)
      .set({ ...written, version: version + 1 })
      .where(unfixed(itemId, version))
      .returning({ id: agendaItems.id })
    if (saved.length === 0) throw changedElsewhere()
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'meeting.item-written',
      patients: patientId ? [patientId] : [],
      object: { type: 'meeting', id: meetingId },
    })
  })
  return { version: version + 1 }
}

const unfixed = (itemId: string, version: number) =>
  and(
    eq(agendaItems.id, itemId),
    eq(agendaItems.version, version),
    isNull(agendaItems.confirmedAt),
    isNull(agendaItems.postponedTo),
  )

/**
 * The chair confirms what was decided, in the version and with the actions that are on screen: from then on it is
 * fixed, and the patient's name is no longer shown in the meeting. A sentence for the patient becomes an agreement; where
 * the patient took part, the latest answer from before the meeting was discussed with them. 403 for others, 422 ('no_decision'), 409 ('changed_elsewhere', 'decided').
 */
export async function confirmDecision(
  tools: Tools,
  ctx: Ctx,
  { meetingId, itemId, version, actionIds }: Which & { actionIds: readonly string[] },
): Promise<void> {
  const at = tools.now()
  const deps = { ...tools, now: () => at } // one instant for all that follows from it: by that it is found again
  const meeting = await chairedMeeting(deps.db, ctx, meetingId)
  const item = await openItem(deps.db, meeting, itemId)
  if (item.decision === null) throw refused('no_decision', 'Write down what was decided first')
  if (meeting.kind === 'mdo' && item.enrolmentId)
    await ownEnrolment(deps.db, ctx, item.enrolmentId, deps.now())
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    const fixed = await tx
      .update(agendaItems)
      .set({ confirmedAt: deps.now().toISOString(), confirmedBy: ctx.actor.id })
      .where(and(unfixed(itemId, version), isNotNull(agendaItems.decision)))
      .returning()
    const [confirmed] = fixed
    if (!confirmed) throw changedElsewhere()
    const doing = (await actionsOf(tx, meetingId)).filter((action) => action.itemId === itemId)
    if (
      doing
        .map(({ id }) => id)
        .toSorted()
        .join() !== actionIds.toSorted().join()
    )
      throw changedElsewhere()
    if (meeting.kind === 'mdo') await tellPatient(tx, deps, ctx, confirmed, meeting.startsAt)
    await closeCase(tx, deps, confirmed.subject)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'meeting.decision-confirmed',
      patients: item.patientId ? [item.patientId] : [],
      object: { type: 'meeting', id: meetingId },
    })
  })
}

async function tellPatient(tx: Tx, deps: Tools, ctx: Ctx, item: Item, startsAt: string) {
  const { enrolmentId, patientId, sentence } = item
  if (!enrolmentId || !patientId) return
  if (item.patientPart === 'present') {
    const responseId = await undiscussed(tx, enrolmentId, startsAt)
    if (responseId) await noteDiscussion(tx, deps, ctx, { responseId, patientId, appointmentId: null })
  }
  if (sentence === null) return
  const agreement = {
    enrolmentId,
    responseId: null,
    sentence,
    who: null,
    dueOn: null,
    key: `${item.id} ${item.version}`,
  }
  const { added } = await noteAgreement(tx, deps, ctx, patientId, agreement)
  await tx.update(agendaItems).set({ agreementId: added }).where(eq(agendaItems.id, item.id))
}

/** The latest answer of a care path from before an instant, if nobody has discussed it. */
async function undiscussed(tx: Tx, enrolmentId: string, before: string): Promise<string | null> {
  const [latest] = await tx
    .select({ id: responses.id, discussed: discussions.id })
    .from(responses)
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .where(and(eq(responses.enrolmentId, enrolmentId), lt(responses.submittedAt, before)))
    .orderBy(desc(responses.submittedAt), desc(responses.id))
    .limit(1)
  return latest && latest.discussed === null ? latest.id : null
}
