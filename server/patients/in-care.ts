import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patients } from '../db/schema/patients.ts'
import { notFound } from '../http/problem.ts'
import { callerOf, inCare } from './scope.ts'

/** Whether the caller has a care relation with this patient. */
export const isInCare = async (db: Tx, ctx: Ctx, patientId: string, now: Date): Promise<boolean> =>
  (await db.$count(patients, and(eq(patients.id, patientId), inCare(db, callerOf(ctx, now))))) > 0

/** 404 unless the caller has a care relation with this patient. */
export async function mustBeInCare(db: Tx, ctx: Ctx, patientId: string, now: Date): Promise<void> {
  if (!(await isInCare(db, ctx, patientId, now))) throw notFound('patient')
}
