import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { notFound, refused } from '../http/problem.ts'
import { enqueueAgreementNotice } from '../outbox/to-patient.ts'
import { canSignIn } from '../patients/issuer.ts'
import {
  addAgreement,
  finishAgreement,
  type NewAgreement,
  restoreAgreement,
  withdrawAgreement,
} from './agreements.ts'
import { noteDiscussion } from './discuss.ts'
import { ownResponse } from './store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'config'>

/**
 * Writes down what was agreed. Where patients can sign in they are told that there is something to read, not what; an answer that it came
 * from counts as discussed. Sent again with the same key it stays one agreement. 422 ('other_care_path') when the
 * answer is of another care path.
 */
export async function agree(deps: Tools, ctx: Ctx, agreement: NewAgreement): Promise<{ id: string }> {
  const { patientId } = await ownEnrolment(deps.db, ctx, agreement.enrolmentId, deps.now())
  const { responseId } = agreement
  if (responseId) {
    const response = await ownResponse(deps.db, ctx, responseId, deps.now())
    if (response.enrolmentId !== agreement.enrolmentId)
      throw refused('other_care_path', 'This answer belongs to another care path')
  }
  const id = await deps.db.transaction(async (tx) => {
    const { added, isNew } = await noteAgreement(tx, deps, ctx, patientId, agreement)
    if (isNew && responseId)
      await noteDiscussion(tx, deps, ctx, { responseId, patientId, appointmentId: null })
    return added
  })
  return { id }
}

/** The same inside the caller's transaction, about a care path that the caller may see. */
export async function noteAgreement(
  tx: Tx,
  deps: Omit<Tools, 'db'>,
  ctx: Ctx,
  patientId: string,
  agreement: NewAgreement,
): Promise<{ added: string; isNew: boolean }> {
  const { added, isNew } = await addAgreement(tx, deps, ctx, agreement)
  if (!isNew) return { added, isNew }
  if (canSignIn(deps.config)) await enqueueAgreementNotice(tx, deps, patientId)
  await record(tx, deps, ctx, {
    action: 'C',
    type: 'agreement.made',
    patients: [patientId],
    object: { type: 'agreement', id: added },
  })
  return { added, isNew }
}

type Which = { enrolmentId: string; agreementId: string }

/** Takes an agreement back; the patient no longer reads it. 404 when there is none that stands. */
export const withdraw = (deps: Tools, ctx: Ctx, which: Which): Promise<void> =>
  change(deps, ctx, which, 'agreement.withdrawn', (tx, id, enrolmentId) =>
    withdrawAgreement(tx, deps, id, enrolmentId),
  )

/** Takes that back, within ten minutes; 404 afterwards. */
export const restore = (deps: Tools, ctx: Ctx, which: Which): Promise<void> =>
  change(deps, ctx, which, 'agreement.restored', (tx, id, enrolmentId) =>
    restoreAgreement(tx, deps, id, enrolmentId),
  )

/** Says that what was agreed was done, or not after all. 404 when it does not stand. */
export const finish = (deps: Tools, ctx: Ctx, { done, ...which }: Which & { done: boolean }): Promise<void> =>
  change(deps, ctx, which, done ? 'agreement.done' : 'agreement.undone', (tx, id, enrolmentId) =>
    finishAgreement(tx, deps, { id, enrolmentId, done }),
  )

async function change(
  deps: Tools,
  ctx: Ctx,
  { enrolmentId, agreementId }: Which,
  type: string,
  act: (tx: Tx, id: string, enrolmentId: string) => Promise<boolean>,
): Promise<void> {
  const { patientId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  await deps.db.transaction(async (tx) => {
    if (!(await act(tx, agreementId, enrolmentId))) throw notFound('agreement')
    await record(tx, deps, ctx, {
      action: 'U',
      type,
      patients: [patientId],
      object: { type: 'agreement', id: agreementId },
    })
  })
}
