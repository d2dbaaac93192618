import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { readOrganisation } from '../organisations/store.ts'
import { enqueueSentLink } from '../outbox/to-patient.ts'
import { openPhone } from '../patients/contact.ts'
import { proxyOf } from '../patients/proxies.ts'
import { reachOf } from '../patients/reach-of.ts'
import { callerOf, inCare, ofOwnTeam } from '../patients/scope.ts'

/** Whom an assessment that can be answered now was asked of, in the caller's care and team; 404 for any other. */
async function askedPerson(db: Tx, ctx: Ctx, assessmentId: string, now: Date) {
  const caller = callerOf(ctx, now)
  const at = now.toISOString()
  const [row] = await db
    .select({ person: patients, moment: assessments.moment, setVersionId: assessments.setVersionId })
    .from(assessments)
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(assessments.id, assessmentId),
        isNull(assessments.withdrawnAt),
        isNull(responses.submittedAt),
        // What was begun stays open until it closes.
        or(lte(assessments.opensAt, at), gt(responses.startedAt, '')),
        gt(assessments.closesAt, at),
        inCare(db, caller),
        ofOwnTeam(caller, assessments.teamId),
      ),
    )
  if (!row) throw notFound('assessment')
  return row
}

type Sends = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config' | 'definitions'>
type AskedPerson = Awaited<ReturnType<typeof askedPerson>>

/**
 * Sends a link to what is open, now, to whoever is asked: the patient, or who answers for them at their own address. 422
 * ('no_mail') where no mail or text message reaches them, 422 ('link_just_went') where one went just now.
 */
export async function sendLink(deps: Sends, ctx: Ctx, assessmentId: string): Promise<void> {
  const asked = await askedPerson(deps.db, ctx, assessmentId, deps.now())
  const { person } = asked
  const proxyId = await proxyToMail(deps, ctx, asked)
  if (proxyId === undefined) throw refused('no_mail', 'No mail and no text message reaches who is asked')
  await deps.db.transaction(async (tx) => {
    if (!(await enqueueSentLink(tx, deps, person.id, proxyId)))
      throw refused('link_just_went', 'A link went just now; no other goes')
    await record(tx, deps, ctx, {
      action: 'E',
      type: 'link.sent',
      patients: [person.id],
      object: { type: 'assessment', id: assessmentId },
    })
  })
}

/** Who answers for the patient and is written to at their own address, null for the patient; undefined reaches nobody. */
async function proxyToMail(
  deps: Sends,
  ctx: Ctx,
  { person, moment, setVersionId }: AskedPerson,
): Promise<string | null | undefined> {
  if (person.deceasedOn || person.optedOutAt) return undefined
  const proxy = await proxyOf(deps.db, person.id)
  const house = await readOrganisation(deps.db, ctx)
  const version = (await deps.definitions.versions([setVersionId])).get(setVersionId)
  const asks = version?.set.moments.find(({ id }) => id === moment)
  const { to } = reachOf(deps, person, proxy, asks, house, deps.now().toISOString())
  if (to === null) return undefined
  return to === 'proxy' ? (proxy?.id ?? undefined) : null
}

/** The number of somebody who was asked and has not answered: a look of its own in the log. 404 where there is none. */
export async function readPhone(deps: Deps, ctx: Ctx, assessmentId: string): Promise<{ phone: string }> {
  const { person } = await askedPerson(deps.db, ctx, assessmentId, deps.now())
  const { id, phone } = person
  if (!phone) throw notFound('phone number')
  await recordRead(deps, ctx, {
    type: 'patient.phone-read',
    patients: [id],
    object: { type: 'assessment', id: assessmentId },
  })
  return { phone: openPhone(deps.seal, id, phone) }
}
