import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { patientProxies } from '../db/schema/patients.ts'

export type PatientProxy = typeof patientProxies.$inferSelect

/** Who answers for a patient now, or beside them; null for nobody. */
export async function proxyOf(db: Tx, patientId: string): Promise<PatientProxy | null> {
  const [found] = await db
    .select()
    .from(patientProxies)
    .where(and(eq(patientProxies.patientId, patientId), isNull(patientProxies.endedAt)))
  return found ?? null
}

/** Whether the patient's mail goes to who answers for them, where somebody does. The caller holds the patient's lock. */
export async function setReadsMail(tx: Tx, patientId: string, readsMail: boolean): Promise<void> {
  await tx
    .update(patientProxies)
    .set({ readsMail })
    .where(and(eq(patientProxies.patientId, patientId), isNull(patientProxies.endedAt)))
}
