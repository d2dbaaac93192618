import { and, eq, exists, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import { type Lost, lostBy, lostKinds } from '../../../core/outcome-sets/lost-by.ts'
import type { Tx } from '../../db/database.ts'
import {
  appointments,
  assessments,
  careEvents,
  enrolments,
  measureValues,
  stageEntries,
} from '../../db/schema/care.ts'
import { alerts, responses, scores } from '../../db/schema/outcomes.ts'
import type { SetVersion } from '../../definitions/reader.ts'

/** An earlier version of a set, with what the next one no longer has of it. */
export type Earlier = { id: string; lost: Lost }

export const earlierThan = (next: SetVersion, all: Iterable<SetVersion>): Earlier[] =>
  [...all].filter(({ id }) => id !== next.id).map((one) => ({ id: one.id, lost: lostBy(one, next) }))

/** Care paths under way with one of these versions. */
export const isUnderWay = (versions: readonly Earlier[]) =>
  and(
    inArray(
      enrolments.setVersionId,
      versions.map(({ id }) => id),
    ),
    isNull(enrolments.endedOn),
  )

/**
 * Care paths that hold on to something which the next version no longer has: a stage that was entered, a treatment that
 * was chosen, answers or a value that were given, an alert. They could not be read by it.
 */
export const isHeld = (
  db: Tx,
  versions: readonly Earlier[],
  kinds: readonly (keyof Lost)[] = lostKinds,
): SQL =>
  or(
    ...versions.map(({ id, lost }) =>
      and(
        eq(enrolments.setVersionId, id),
        or(...kinds.flatMap((kind) => holds(db, lost)[kind])) ?? sql`1 = 0`,
      ),
    ),
  ) ?? sql`1 = 0`

export const isFree = (db: Tx, versions: readonly Earlier[]): SQL => not(isHeld(db, versions))

/** One condition for each kind of which something was lost. */
function holds(db: Tx, lost: Lost): Record<keyof Lost, (SQL | undefined)[]> {
  const any = (ids: readonly string[], condition: (ids: string[]) => SQL | undefined) =>
    ids.length === 0 ? [] : [condition([...ids])]
  const has = (
    table: typeof stageEntries | typeof measureValues | typeof alerts | typeof appointments,
    is: SQL | undefined,
  ) =>
    exists(
      db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.enrolmentId, enrolments.id), is)),
    )
  return {
    treatmentOptions: any(lost.treatmentOptions, (ids) =>
      and(isNotNull(enrolments.treatmentOption), inArray(enrolments.treatmentOption, ids)),
    ),
    stages: any(lost.stages, (ids) =>
      has(stageEntries, and(inArray(stageEntries.stage, ids), isNull(stageEntries.withdrawnAt))),
    ),
    measures: any(lost.measures, (ids) =>
      has(measureValues, and(inArray(measureValues.measure, ids), isNull(measureValues.replacedAt))),
    ),
    alerts: any(lost.alerts, (ids) => has(alerts, inArray(alerts.rule, ids))),
    appointmentKinds: any(lost.appointmentKinds, (ids) => has(appointments, inArray(appointments.kind, ids))),
    moments: any(lost.moments, (ids) => answered(db, ids)),
    instruments: any(lost.instruments, (ids) => scored(db, ids)),
    events: any(lost.events, (ids) => told(db, ids)),
  }
}

const answered = (db: Tx, moments: string[]) =>
  exists(
    db
      .select({ id: responses.id })
      .from(responses)
      .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
      .where(and(eq(responses.enrolmentId, enrolments.id), inArray(assessments.moment, moments))),
  )

const scored = (db: Tx, instruments: string[]) =>
  exists(
    db
      .select({ id: scores.responseId })
      .from(scores)
      .innerJoin(responses, eq(responses.id, scores.responseId))
      .where(and(eq(responses.enrolmentId, enrolments.id), inArray(scores.instrument, instruments))),
  )

const told = (db: Tx, events: string[]) =>
  exists(
    db
      .select({ id: careEvents.id })
      .from(careEvents)
      .where(
        and(
          eq(careEvents.patientId, enrolments.patientId),
          eq(careEvents.outcomeSet, enrolments.outcomeSet),
          inArray(
            careEvents.meaning,
            events.map((id) => `event:${id}`),
          ),
          isNull(careEvents.withdrawnAt),
        ),
      ),
  )
