import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { AppointmentMessage } from '../../core/feeds/appointment-message.ts'
import { withoutBsn } from '../../core/patients/bsn.ts'
import { type FeedSource, noteFeed } from '../appointments/feed-days.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { bsnKeeper } from '../patients/bsn-keeper.ts'
import { closeMessage } from './aside-message.ts'

/** As many as one page shows: who sends a whole hospital's agenda needs a rule, and we need not keep its patients. */
const MOST = 200
const REASON = 'no-rule'

/**
 * Lets a message wait that no rule places, until somebody has written one. Gives false, and keeps nothing, when too many
 * wait already. The same message again changes nothing, also after it was decided about.
 */
export async function setAsideUnplaced(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config'>,
  ctx: Ctx,
  told: AppointmentMessage,
  { source, zone }: { source: FeedSource; zone: string },
): Promise<boolean> {
  const { organisationId } = ctx
  const waiting = and(
    eq(quarantine.organisationId, organisationId),
    eq(quarantine.reason, REASON),
    isNull(quarantine.resolvedAt),
  )
  if ((await deps.db.$count(quarantine, waiting)) >= MOST) return false
  const content = createHash('sha256')
    // Without the number: from a hash of it and all else it can be found.
    .update(JSON.stringify([organisationId, { ...told, patient: withoutBsn(told.patient) }]))
    .digest('base64url')
  const id = `qua_${content.slice(0, 26)}_${REASON}`
  const receivedAt = deps.now().toISOString()
  await deps.db.transaction(async (tx) => {
    const kept = await tx
      .insert(quarantine)
      .values({
        id,
        organisationId,
        source,
        receivedAt,
        reason: REASON,
        message: closeMessage({ seal: deps.seal, bsn: bsnKeeper(deps.config, organisationId) }, id, told),
      })
      .onConflictDoNothing()
      .returning({ id: quarantine.id })
    await noteFeed(tx, deps, ctx, { source, zone, taken: 1 })
    if (kept.length > 0)
      await record(tx, deps, ctx, {
        action: 'U',
        type: 'appointments.admitted',
        detail: { 'set-aside': 1, registered: 0 },
      })
  })
  return true
}
