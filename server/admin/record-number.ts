import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import type { Language } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { enqueueRecordNumber } from '../outbox/store.ts'

export const RecordNumber = z.strictObject({ recordNumber: lineShape(1, 100).nullable() })

/**
 * As whom the record system knows a colleague: who comes from there by this number is them. Null ends that. Nobody
 * says it of themselves (422 'own_number'), and who is spoken of is told by mail, so that nobody comes in as them
 * unnoticed; 409 ('number_taken') where it is a colleague's.
 */
export async function setRecordNumber(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config'>,
  ctx: Ctx,
  staffId: string,
  { recordNumber }: z.infer<typeof RecordNumber>,
): Promise<void> {
  const { db } = deps
  if (staffId === ctx.actor.id) throw refused('own_number', 'Ask another administrator to write your number')
  const here = and(eq(staff.id, staffId), eq(staff.organisationId, ctx.organisationId), isNull(staff.leftAt))
  await db
    .transaction(async (tx) => {
      const [person] = await tx.update(staff).set({ recordNumber }).where(here).returning()
      if (!person) throw notFound('member of staff')
      const object = { type: 'staff', id: staffId }
      const detail = { recordNumber }
      await record(tx, deps, ctx, { action: 'U', type: 'staff.record-number-set', object, detail })
      if (recordNumber !== null) await tell(tx, deps, ctx, { person, recordNumber })
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? conflict('number_taken', 'A colleague has this number') : error
    })
}

type Told = { person: typeof staff.$inferSelect; recordNumber: string }

async function tell(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal' | 'config'>,
  ctx: Ctx,
  { person: { organisationId, email: to, language }, recordNumber: number }: Told,
): Promise<void> {
  const [by] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, ctx.actor.id))
  const numbered = { number, by: by?.name ?? '' }
  await enqueueRecordNumber(tx, deps, { organisationId, to, language: language as Language, numbered })
}
