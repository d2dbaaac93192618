import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'
import { decidedMessage } from './aside-message.ts'

export type Aside = typeof quarantine.$inferSelect

/**
 * A message that waits. 404 when it is not the organisation's, 409 ('resolved_before') when somebody was first,
 * ('said_again') when it came in again since it was read: `seen` is when what was read came in.
 */
export async function openAside(db: Tx, ctx: Ctx, id: string, seen: string | undefined): Promise<Aside> {
  const [found] = await db
    .select()
    .from(quarantine)
    .where(and(eq(quarantine.id, id), eq(quarantine.organisationId, ctx.organisationId)))
  if (!found) throw notFound('message')
  if (found.resolvedAt) throw conflict('resolved_before', 'Somebody has decided about this message already')
  if (seen !== undefined && seen !== found.receivedAt) throw saidAgain()
  return found
}

/**
 * Writes down what was decided about messages that were set aside; of what they said only the number stays. 409 where
 * somebody was first ('resolved_before'), or a feed said it again meanwhile ('said_again'): nobody has read that.
 */
export async function closeAsides(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  all: readonly Aside[],
  resolution: 'accepted' | 'rejected',
  other?: string,
): Promise<void> {
  const ids = all.map(({ id }) => id)
  const resolved = await tx
    .update(quarantine)
    .set({ resolution, resolvedAt: deps.now().toISOString(), resolvedBy: ctx.actor.id })
    .where(and(or(...all.map(asSeen)), isNull(quarantine.resolvedAt)))
    .returning({ id: quarantine.id })
  if (resolved.length === 0 || resolved.length !== ids.length) throw await whyNot(tx, ids, resolved)
  await tx
    .insert(quarantine)
    .values(all.map((one) => ({ ...one, message: decidedMessage(one.message) })))
    .onConflictDoUpdate({ target: quarantine.id, set: { message: sql`excluded.message` } })
  await record(tx, deps, ctx, {
    action: 'U',
    type: `quarantine.${resolution}`,
    patients: [...all.map(({ patientId }) => patientId), other].filter(isThere),
    detail: { messages: ids },
  })
}

const saidAgain = () =>
  conflict('said_again', 'The sender said this again meanwhile; read it before you decide')

const asSeen = ({ id, receivedAt }: Aside) =>
  and(eq(quarantine.id, id), eq(quarantine.receivedAt, receivedAt))

async function whyNot(tx: Tx, ids: readonly string[], resolved: readonly { id: string }[]) {
  const rest = ids.filter((id) => !resolved.some((one) => one.id === id))
  const stillOpen = and(inArray(quarantine.id, rest), isNull(quarantine.resolvedAt))
  return rest.length > 0 && (await tx.$count(quarantine, stillOpen)) > 0
    ? saidAgain()
    : conflict('resolved_before', 'Somebody has decided about this message already')
}

export const isThere = (id: string | null | undefined): id is string => Boolean(id)
