import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, min, or } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { messages } from '../db/schema/messages.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import { noMailTo } from '../patients/own-address.ts'

/** How far back a mail that was given up is still worth a person's time. */
const DAYS = 30
const SHOWN = 100

/** A patient who is to be asked and is not reached by mail; a person can do something about it. */
export type MailTrouble = {
  patientId: string
  name: string
  birthDate: string
  numbers: string[]
  /** 'no-address', 'address-dead', 'address-unsure', or the code with which the last mail was given up. */
  why: string
  since: string
}

type Person = typeof patients.$inferSelect

/** Who of this organisation is not reached: without a working address, or with mail that was given up. */
export async function mailTrouble(db: Tx, { organisationId }: Ctx, now: Date): Promise<MailTrouble[]> {
  const silent = await withoutAddress(db, organisationId, now.toISOString())
  const failed = await givenUp(db, organisationId, new Date(now.getTime() - DAYS * 86_400_000).toISOString())
  const all = [
    ...silent.map(({ person, since }) => ({
      person,
      why: noMailTo(person) ?? '',
      since: person.emailDeadAt ?? since ?? '',
    })),
    ...failed.map(({ person, why, failedAt }) => ({ person, why: why ?? '', since: failedAt ?? '' })),
  ]
  const once = [...new Map(all.toReversed().map((one) => [one.person.id, one])).values()].toReversed()
  return described(db, once)
}

/** Named by their numbers too, as the hospital's own systems know them. */
export async function described(
  db: Tx,
  rows: readonly { person: Person; why: string; since: string }[],
): Promise<MailTrouble[]> {
  const ids = rows.map(({ person }) => person.id)
  const known =
    ids.length > 0 ? await db.select().from(patientNumbers).where(inArray(patientNumbers.patientId, ids)) : []
  const numbers = Map.groupBy(known, ({ patientId }) => patientId)
  return rows.map(({ person, why, since }) => ({
    patientId: person.id,
    name: `${person.givenName} ${person.familyName}`,
    birthDate: person.birthDate,
    numbers: (numbers.get(person.id) ?? []).map(({ number }) => number),
    why,
    since,
  }))
}

const withoutAddress = (db: Tx, organisationId: string, now: string) =>
  db
    .select({ person: patients, since: min(assessments.opensAt) })
    .from(patients)
    .innerJoin(assessments, eq(assessments.patientId, patients.id))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(patients.organisationId, organisationId),
        or(isNull(patients.email), isNotNull(patients.emailDeadAt)),
        isNull(patients.optedOutAt),
        isNull(patients.deceasedOn),
        isNull(enrolments.endedOn),
        isNull(assessments.withdrawnAt),
        isNull(assessments.declinedAt),
        isNull(responses.submittedAt),
        lte(assessments.opensAt, now),
        gt(assessments.closesAt, now),
      ),
    )
    .groupBy(patients.id)
    .orderBy(asc(min(assessments.opensAt)), asc(patients.id))
    .limit(SHOWN)

/** Newest first; who got another mail after it is not in trouble any more. */
async function givenUp(db: Tx, organisationId: string, since: string) {
  const rows = await db
    .select({ person: patients, why: messages.why, failedAt: messages.failedAt })
    .from(messages)
    .innerJoin(patients, eq(patients.id, messages.patientId))
    .where(
      and(
        eq(messages.organisationId, organisationId),
        gte(messages.failedAt, since),
        isNull(patients.optedOutAt),
        isNull(patients.deceasedOn),
      ),
    )
    .orderBy(desc(messages.failedAt), desc(messages.id))
    .limit(SHOWN)
  const reached = await reachedSince(
    db,
    rows.map(({ person }) => person.id),
    since,
  )
  return rows.filter(({ person, failedAt }) => (reached.get(person.id) ?? '') < (failedAt ?? ''))
}

async function reachedSince(db: Tx, ids: string[], since: string): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ patientId: messages.patientId, sentAt: messages.sentAt })
    .from(messages)
    .where(and(inArray(messages.patientId, ids), gte(messages.sentAt, since)))
    .orderBy(asc(messages.sentAt))
  return new Map(rows.map(({ patientId, sentAt }) => [patientId ?? '', sentAt ?? '']))
}
