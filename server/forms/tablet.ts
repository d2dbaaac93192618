import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Tx } from '../db/database.ts'
import { patientSessions } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { cleanToken, hashOf } from '../links/token.ts'
import { newSession } from './cookies.ts'
import { patientCtx } from './session.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/** Whoever was handed the device begins within this time. */
const MINUTES_TO_BEGIN = 10

/** Lays a session ready for this patient, on a device in the clinic; the token opens it once. */
export async function layTabletReady(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  { patientId, handedBy }: { patientId: string; handedBy: string },
): Promise<string> {
  const { secret, id } = newSession()
  const at = now().toISOString()
  const times = { createdAt: at, lastSeenAt: at }
  await tx
    .insert(patientSessions)
    .values({ id, patientId, handedBy, respondent: 'patient', confirmedAt: null, ...times })
  return secret
}

/** Begins the session that was laid ready under this token, once: under a secret of its own. Null when there is none. */
export async function takeTablet(
  deps: Works,
  token: string,
  request: { requestId: string; address: string | null },
): Promise<{ id: string; secret: string } | null> {
  const { db, now } = deps
  const fresh = newSession()
  const at = now().toISOString()
  const since = new Date(now().getTime() - MINUTES_TO_BEGIN * 60_000).toISOString()
  return db.transaction(async (tx) => {
    const [taken] = await tx
      .update(patientSessions)
      .set({ id: fresh.id, confirmedAt: at, lastSeenAt: at })
      .where(
        and(
          eq(patientSessions.id, hashOf(cleanToken(token))),
          isNotNull(patientSessions.handedBy),
          isNull(patientSessions.confirmedAt),
          isNull(patientSessions.endedAt),
          gt(patientSessions.createdAt, since),
        ),
      )
      .returning({ patientId: patientSessions.patientId })
    if (!taken) return null
    const [patient] = await tx
      .select({
        organisationId: patients.organisationId,
        language: patients.language,
        organisationLanguage: organisations.language,
      })
      .from(patients)
      .innerJoin(organisations, eq(organisations.id, patients.organisationId))
      .where(eq(patients.id, taken.patientId))
    if (!patient) return null
    const ctx = patientCtx({ ...patient, ...taken, respondent: 'patient' }, request)
    await record(tx, deps, ctx, { action: 'E', type: 'tablet.begun', patients: [taken.patientId] })
    return fresh
  })
}

/** The device goes back: whoever holds it next is nobody here. Again is harmless. */
export async function endTablet({ db, now }: Pick<Deps, 'db' | 'now'>, id: string): Promise<void> {
  await db
    .update(patientSessions)
    .set({ endedAt: now().toISOString() })
    .where(and(eq(patientSessions.id, id), isNotNull(patientSessions.handedBy)))
}
