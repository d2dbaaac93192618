import {
  and,
  asc,
  eq,
  exists,
  gt,
  isNotNull,
  isNull,
  lte,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Ages, ownYears } from '../../core/patients/proxy.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { links, messages } from '../db/schema/messages.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import type { PatientSession } from './session.ts'

/** Who shares an address with more others is not taken for one of a family. */
const MOST_FAMILY = 6

/** Somebody else whose mail comes to the same address, and whom something is asked. */
export type FamilyMember = { id: string; givenName: string; proxyId: string | null }

/**
 * The others of a family who share one mail address, such as the children of one parent: those with an open question
 * and a link that lives. Only for who gave a right birth date; what the others answered stays theirs, because their
 * own link opens it and asks for theirs. Whoever answers at an own address sees those for whom they answer there. Who is old enough to be alone and no adult yet is named to nobody. An address of more people than a family is a house's, such as a ward: nobody of it is named.
 */
export async function readFamily(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  session: Pick<
    PatientSession,
    | 'patientId'
    | 'proxyId'
    | 'linkId'
    | 'confirmedAt'
    | 'createdAt'
    | 'timeZone'
    | 'answersFrom'
    | 'aloneFrom'
  >,
): Promise<FamilyMember[]> {
  // Where no birth date was asked, a session is confirmed as it begins: nobody shares that address.
  const wasChecked = session.confirmedAt !== null && session.confirmedAt !== session.createdAt
  if (!wasChecked || session.linkId === null) return []
  const at = now().toISOString()
  const { proxyId } = session
  const others = await (proxyId === null ? sharing(db, session, at) : answeredFor(db, proxyId, session, at))
  return others.length > MOST_FAMILY ? [] : others
}

type Of = { patientId: string; timeZone: string } & Ages

/** Those whom something is asked and who are named to others. */
function asked(db: Tx, { timeZone, ...ages }: Of, at: string) {
  const own = ownYears(localDate(at, timeZone), ages)
  return and(
    isNull(patients.optedOutAt),
    isNull(patients.deceasedOn),
    or(lte(patients.birthDate, own.after), gt(patients.birthDate, own.until)),
    exists(openQuestion(db, at)),
  )
}

function sharing(db: Tx, session: Of, at: string): Promise<FamilyMember[]> {
  const self = alias(patients, 'self')
  return db
    .select({ id: patients.id, givenName: patients.givenName, proxyId: sql<null>`null` })
    .from(self)
    .innerJoin(
      patients,
      and(eq(patients.organisationId, self.organisationId), eq(patients.emailKey, self.emailKey)),
    )
    .where(
      and(
        eq(self.id, session.patientId),
        ne(patients.id, self.id),
        exists(livingLink(db, at, isNull(messages.proxyId))),
        asked(db, session, at),
      ),
    )
    .orderBy(asc(patients.birthDate), asc(patients.id))
    .limit(MOST_FAMILY + 1)
}

/** The others for whom the same address answers, each with a link of that address. */
function answeredFor(db: Tx, proxyId: string, session: Of, at: string): Promise<FamilyMember[]> {
  const self = alias(patientProxies, 'self')
  const { organisationId, emailKey, endedAt } = patientProxies
  return db
    .select({ id: patients.id, givenName: patients.givenName, proxyId: patientProxies.id })
    .from(self)
    .innerJoin(
      patientProxies,
      and(eq(organisationId, self.organisationId), eq(emailKey, self.emailKey), isNull(endedAt)),
    )
    .innerJoin(patients, eq(patients.id, patientProxies.patientId))
    .where(
      and(
        eq(self.id, proxyId),
        ne(patients.id, session.patientId),
        exists(livingLink(db, at, eq(messages.proxyId, patientProxies.id))),
        asked(db, session, at),
      ),
    )
    .orderBy(asc(patients.birthDate), asc(patients.id))
    .limit(MOST_FAMILY + 1)
}

const livingLink = (db: Tx, at: string, whose: SQL) =>
  db
    .select({ id: links.id })
    .from(links)
    .innerJoin(messages, eq(messages.id, links.messageId))
    .where(
      and(
        whose,
        eq(links.patientId, patients.id),
        eq(links.kind, 'answer'),
        isNull(links.revokedAt),
        gt(links.diesAt, at),
      ),
    )

const openQuestion = (db: Tx, at: string) =>
  db
    .select({ id: assessments.id })
    .from(assessments)
    .where(
      and(
        eq(assessments.patientId, patients.id),
        isNull(assessments.withdrawnAt),
        isNull(assessments.declinedAt),
        lte(assessments.opensAt, at),
        gt(assessments.closesAt, at),
        notExists(
          db
            .select({ id: responses.id })
            .from(responses)
            .where(and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt))),
        ),
      ),
    )
