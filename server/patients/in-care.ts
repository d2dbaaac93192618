import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patients } from '../db/schema/patients.ts'
import { notFound } from '../http/problem.ts'
import { callerOf, inCare } from './scope.ts'

/** 404 unless the caller has a care relation with this patient. */
export async function mustBeInCare(db: Tx, ctx: Ctx, patientId: string, now: Date): Promise<void> {
  const found = await db.$count(patients, and(eq(patients.id, patientId), inCare(db, callerOf(ctx, now))))
  if (found === 0) throw notFound('patient')
}
