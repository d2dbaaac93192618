import { and, eq } from 'drizzle-orm'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { consentsSince } from '../patients/consents.ts'
import { openEmail } from '../patients/contact.ts'
import { objectsSince } from '../patients/objections.ts'
import { proxyOf } from '../patients/proxies.ts'

/** 404 for somebody who is not a patient of the caller's organisation. */
export async function mustBeOurs(db: Tx, { organisationId }: Ctx, patientId: string): Promise<void> {
  const isOne = and(eq(patients.id, patientId), eq(patients.organisationId, organisationId))
  if ((await db.$count(patients, isOne)) === 0) throw notFound('patient')
}

/** What one patient chose: what they object to, whether research may, and who answers for them. */
export async function readChoices(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  patientId: string,
) {
  await mustBeOurs(deps.db, ctx, patientId)
  await recordRead(deps, ctx, { type: 'patient.choices-read', patients: [patientId] })
  const proxy = await proxyOf(deps.db, patientId)
  return {
    objections: await objectsSince(deps.db, patientId),
    consentsSince: await consentsSince(deps.db, patientId),
    proxy: proxy && {
      name: proxy.name,
      relation: proxy.relation,
      untilOn: proxy.untilOn,
      readsMail: proxy.readsMail,
      email: proxy.email && openEmail(deps.seal, patientId, proxy.email),
      emailDeadAt: proxy.emailDeadAt,
      mailOffAt: proxy.mailOffAt,
    },
  }
}
