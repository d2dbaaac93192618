import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'

export type PatientProxy = typeof patientProxies.$inferSelect

/** Who answers for a patient now, or beside them; null for nobody. */
export async function proxyOf(db: Tx, patientId: string): Promise<PatientProxy | null> {
  const [found] = await db
    .select()
    .from(patientProxies)
    .where(and(eq(patientProxies.patientId, patientId), isNull(patientProxies.endedAt)))
  return found ?? null
}

/** How the own address of who answers for a patient is; null where there is none. */
export type ProxyAddress = 'works' | 'dead' | 'off' | null

const addressOfProxy = sql`(select case when ${patientProxies.emailDeadAt} is not null then 'dead'
  when ${patientProxies.mailOffAt} is not null then 'off' else 'works' end
  from ${patientProxies} where ${patientProxies.patientId} = ${patients.id}
  and ${patientProxies.endedAt} is null and ${patientProxies.email} is not null)`

/** The same of each patient in a question. */
export const proxyAddress = sql<ProxyAddress>`${addressOfProxy}`

/** Whether the patient's mail goes to who answers for them, where somebody does. The caller holds the patient's lock. */
export async function setReadsMail(tx: Tx, patientId: string, readsMail: boolean): Promise<void> {
  await tx
    .update(patientProxies)
    .set({ readsMail })
    .where(and(eq(patientProxies.patientId, patientId), isNull(patientProxies.endedAt)))
}
