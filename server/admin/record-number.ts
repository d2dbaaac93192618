import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'

export const RecordNumber = z.strictObject({ recordNumber: lineShape(1, 100).nullable() })

/**
 * As whom the record system knows a colleague: who comes from there by this number is them. Null ends that. Nobody
 * says it of themselves (422 'own_number'); 409 ('number_taken') where it is a colleague's.
 */
export async function setRecordNumber(
  { db, now, newId }: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  staffId: string,
  { recordNumber }: z.infer<typeof RecordNumber>,
): Promise<void> {
  if (staffId === ctx.actor.id) throw refused('own_number', 'Ask another administrator to write your number')
  const here = and(eq(staff.id, staffId), eq(staff.organisationId, ctx.organisationId), isNull(staff.leftAt))
  await db
    .transaction(async (tx) => {
      const set = await tx.update(staff).set({ recordNumber }).where(here).returning({ id: staff.id })
      if (set.length === 0) throw notFound('member of staff')
      const object = { type: 'staff', id: staffId }
      const detail = { recordNumber }
      await record(tx, { now, newId }, ctx, { action: 'U', type: 'staff.record-number-set', object, detail })
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? conflict('number_taken', 'A colleague has this number') : error
    })
}
