import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { RequestKind } from '../../core/patients/patient-request.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientRequests, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

type NewRequest = { patientId: string; kind: RequestKind; text: string }

/** A patient asks something that a person has to answer. */
export async function addRequest(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  { organisationId }: Pick<Ctx, 'organisationId'>,
  request: NewRequest,
): Promise<string> {
  const id = newId('req')
  await tx.insert(patientRequests).values({ id, organisationId, madeAt: now().toISOString(), ...request })
  return id
}

/** How many of a patient's requests nobody has answered yet. */
export const countOpenRequests = (db: Tx, patientId: string): Promise<number> =>
  db.$count(
    patientRequests,
    and(eq(patientRequests.patientId, patientId), isNull(patientRequests.answeredAt)),
  )

const MOST_OF_ONE = 20

/** What one patient asked, the newest in front, with what was answered. */
export const requestsOf = (db: Tx, patientId: string) =>
  db
    .select({
      id: patientRequests.id,
      kind: patientRequests.kind,
      text: patientRequests.text,
      madeAt: patientRequests.madeAt,
      answeredAt: patientRequests.answeredAt,
      answer: patientRequests.answer,
    })
    .from(patientRequests)
    .where(eq(patientRequests.patientId, patientId))
    .orderBy(desc(patientRequests.madeAt), desc(patientRequests.id))
    .limit(MOST_OF_ONE)

const MOST_OPEN = 200

/** What waits for an answer in the caller's organisation, the oldest in front, and how much that is. */
export async function openRequests(db: Tx, { organisationId }: Ctx) {
  const isOpen = and(eq(patientRequests.organisationId, organisationId), isNull(patientRequests.answeredAt))
  const total = await db.$count(patientRequests, isOpen)
  const requests = await db
    .select({
      id: patientRequests.id,
      kind: patientRequests.kind,
      text: patientRequests.text,
      madeAt: patientRequests.madeAt,
      patientId: patients.id,
      givenName: patients.givenName,
      familyName: patients.familyName,
      birthDate: patients.birthDate,
    })
    .from(patientRequests)
    .innerJoin(patients, eq(patients.id, patientRequests.patientId))
    .where(isOpen)
    .orderBy(asc(patientRequests.madeAt), asc(patientRequests.id))
    .limit(MOST_OPEN)
  return { requests, total }
}

/** Writes the answer of the one who is first; whose patient it is, or null when nothing waits under this id here. */
export async function writeAnswer(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  { organisationId, actor }: Ctx,
  { id, answer }: { id: string; answer: string },
): Promise<string | null> {
  const isOurs = and(eq(patientRequests.id, id), eq(patientRequests.organisationId, organisationId))
  const [answered] = await tx
    .update(patientRequests)
    .set({ answer, answeredAt: now().toISOString(), answeredBy: actor.id })
    .where(and(isOurs, isNull(patientRequests.answeredAt)))
    .returning({ patientId: patientRequests.patientId })
  return answered?.patientId ?? null
}
