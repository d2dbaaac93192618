import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { nameShape } from '../../core/shapes.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { removeAccount } from '../staff/account.ts'
import { killLinks } from '../staff/links.ts'
import { dayBefore, dayOf, endAllRoles, holdStaff, mustHaveAdministrator, rolesOf } from '../staff/roles.ts'
import { handOver } from './hand-over.ts'

export const Leaving = z.strictObject({
  /** For each team in which something would be left behind: who takes it over. */
  successors: z
    .array(z.strictObject({ teamId: nameShape, staffId: nameShape }))
    .max(100)
    .default([]),
})

/**
 * Somebody leaves: out at the next request, every role ended, and what was theirs handed over, in each team
 * to a colleague of it. Refused when something would be nobody's, and for the last administrator.
 */
export async function leave(deps: Deps, ctx: Ctx, staffId: string, { successors }: z.infer<typeof Leaving>) {
  if (staffId === ctx.actor.id) throw refused('own_leave', 'Ask another administrator to do this for you')
  await deps.db.transaction(async (tx) => {
    const person = await holdStaff(tx, ctx, staffId)
    if (person.leftAt) throw refused('has_left', 'This colleague has left already')
    const at = deps.now().toISOString()
    const handedOver = await handOver(tx, deps, ctx, staffId, successors)
    const held = await rolesOf(tx, [staffId], dayOf(deps.now()))
    await endAllRoles(tx, staffId, dayBefore(deps.now()))
    await tx.update(staff).set({ leftAt: at }).where(eq(staff.id, staffId))
    if (held.some(({ role }) => role === 'administrator'))
      await mustHaveAdministrator(tx, ctx, dayOf(deps.now()))
    await killLinks(tx, staffId, at)
    if (person.userId) await removeAccount(tx, { staffId, userId: person.userId })
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'staff.left',
      object: { type: 'staff', id: staffId },
      patients: handedOver,
      detail: { successors, patients: handedOver.length },
    })
  })
}
