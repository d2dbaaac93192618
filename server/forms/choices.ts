import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { patientSessions } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { findLink } from '../links/store.ts'
import { enqueueNewLink } from '../outbox/to-patient.ts'
import { proxyOfMessage, stopProxyMail } from '../patients/proxy-address.ts'
import type { PatientSession } from './session.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/** Who answers: stands on every answer that is saved or sent in this session from now on. */
export async function chooseRespondent(
  { db }: Pick<Deps, 'db'>,
  { id }: PatientSession,
  respondent: 'patient' | 'proxy' | 'together',
): Promise<void> {
  await db.update(patientSessions).set({ respondent }).where(eq(patientSessions.id, id))
}

/** The patient would rather not take part: no invitations any more, and this session ends. Who answers stops their own mail alone. */
export async function optOut(deps: Works, ctx: Ctx, session: PatientSession): Promise<void> {
  const at = deps.now().toISOString()
  await deps.db.transaction(async (tx) => {
    await tx.update(patientSessions).set({ endedAt: at }).where(eq(patientSessions.id, session.id))
    if (session.proxyId) return stopProxyMail(tx, deps, ctx, session.proxyId)
    await tx
      .update(patients)
      .set({ optedOutAt: at })
      .where(and(eq(patients.id, session.patientId), isNull(patients.optedOutAt)))
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'patient.opted-out',
      patients: [session.patientId],
      object: { type: 'patient', id: session.patientId },
    })
  })
}

/** Asks for a new link. Whoever holds an unknown token gets nothing, and cannot tell. */
export async function askNewLink(deps: Works & Pick<Deps, 'seal' | 'config'>, token: string): Promise<void> {
  const link = await findLink(deps.db, token, 'answer')
  if (!link) return
  const proxyId = await proxyOfMessage(deps.db, link.messageId)
  await deps.db.transaction((tx) => enqueueNewLink(tx, deps, link.patientId, proxyId))
}
