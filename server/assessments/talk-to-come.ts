import {
  and,
  eq,
  exists,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { localDate, midnight, moveDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'

const SOON = 'P14D'

/** Until when an appointment still counts as the one at which an answer of today will be discussed. */
export const soonAfter = (now: string, zone: string): string =>
  midnight(moveDate(localDate(now, zone), SOON), zone)

/** The appointment that an assessment is for, where it still stands. */
export const ownAppointment = alias(appointments, 'own_appointment')

/**
 * Whether the talk about a response is still to come: the appointment that it is for (`ownAppointment`, joined) has not
 * begun; or, where it is for none, one of its care path begins soon and none has begun since the answer. What nobody
 * could have discussed yet says nothing about discussing.
 */
export function talkIsToCome(db: Tx, { now, zone }: { now: string; zone: string }): SQL {
  const begun = booked(db, lte(appointments.startsAt, now), gte(appointments.startsAt, responses.submittedAt))
  const coming = booked(db, gt(appointments.startsAt, now), lt(appointments.startsAt, soonAfter(now, zone)))
  const ofPath = and(isNull(ownAppointment.id), notExists(begun), exists(coming))
  const own = and(isNotNull(ownAppointment.id), gt(ownAppointment.startsAt, now))
  return sql`(${or(own, ofPath)})`
}

const booked = (db: Tx, ...when: SQL[]) =>
  db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(eq(appointments.enrolmentId, responses.enrolmentId), eq(appointments.status, 'booked'), ...when),
    )
