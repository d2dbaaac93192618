import { createHash } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { UNDO_MS } from '../../core/consult/undo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { agreements } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'

type Makes = Pick<Deps, 'now' | 'newId'>

export type NewAgreement = {
  enrolmentId: string
  responseId: string | null
  sentence: string
  who: string | null
  dueOn: string | null
  /** 'goal' where it says what the patient wants to reach; null for what somebody does. */
  kind?: 'goal' | null
  /** The writer's own key: the same agreement, sent twice by an impatient hand or a bad line, is known by it. */
  key: string | null
}

/** The agreement's id; `isNew` is false when this key had brought it before. */
export async function addAgreement(
  tx: Tx,
  { now, newId }: Makes,
  ctx: Ctx,
  { key, ...agreement }: NewAgreement,
): Promise<{ added: string; isNew: boolean }> {
  const id = key === null ? newId('agr') : keyedId([ctx.actor.id, key, agreement])
  const rows = await tx
    .insert(agreements)
    .values({ id, ...agreement, staffId: ctx.actor.id, agreedAt: now().toISOString() })
    .onConflictDoNothing({ target: agreements.id })
    .returning({ id: agreements.id })
  return { added: id, isNew: rows.length > 0 }
}

/** One id for the same words of one person under one key: nobody's key meets another's, and a corrected sentence is new. */
const keyedId = (same: [staffId: string, key: string, Omit<NewAgreement, 'key'>]) =>
  `agr_${createHash('sha256').update(JSON.stringify(same)).digest('base64url').slice(0, 22)}`

/** Takes an agreement back; false when there is none that stands. */
export async function withdrawAgreement(
  tx: Tx,
  { now }: Makes,
  id: string,
  enrolmentId: string,
): Promise<boolean> {
  const withdrawn = await tx
    .update(agreements)
    .set({ withdrawnAt: now().toISOString() })
    .where(
      and(eq(agreements.id, id), eq(agreements.enrolmentId, enrolmentId), isNull(agreements.withdrawnAt)),
    )
    .returning({ id: agreements.id })
  return withdrawn.length > 0
}

/** Takes that back: it stands again. False when it was not taken back, or too long ago. */
export async function restoreAgreement(
  tx: Tx,
  { now }: Makes,
  id: string,
  enrolmentId: string,
): Promise<boolean> {
  const since = new Date(now().getTime() - UNDO_MS).toISOString()
  const restored = await tx
    .update(agreements)
    .set({ withdrawnAt: null })
    .where(
      and(eq(agreements.id, id), eq(agreements.enrolmentId, enrolmentId), gt(agreements.withdrawnAt, since)),
    )
    .returning({ id: agreements.id })
  return restored.length > 0
}

/** Says that it was done, or not after all; false when there is none that stands. */
export async function finishAgreement(
  tx: Tx,
  { now }: Makes,
  { id, enrolmentId, done }: { id: string; enrolmentId: string; done: boolean },
): Promise<boolean> {
  const changed = await tx
    .update(agreements)
    .set({ doneAt: done ? now().toISOString() : null })
    .where(
      and(eq(agreements.id, id), eq(agreements.enrolmentId, enrolmentId), isNull(agreements.withdrawnAt)),
    )
    .returning({ id: agreements.id })
  return changed.length > 0
}
