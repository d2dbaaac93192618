import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, ne, not, type SQL, sql } from 'drizzle-orm'
import { mayEverywhere } from '../../core/access/access.ts'
import type { VisitForm } from '../../core/consult/triage.ts'
import type { VisitWork } from '../../core/consult/visit-work.ts'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import { alerts } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'
import { visitDecisions } from '../db/schema/visits.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'

const MOST = 200

/** What waits to be changed in the record system, the nearest visit first: of the caller's teams, or of the house. */
export async function readVisitWork({ db, definitions, now, newId }: Deps, ctx: Ctx): Promise<VisitWork[]> {
  const rows = await waiting(db, ctx, now().toISOString())
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  await recordRead({ db, now, newId }, ctx, {
    type: 'visits.listed',
    patients: rows.map(({ patient }) => patient.id),
  })
  return rows.map(({ setVersionId, kind, clinicianName, colleague, form, ...row }) => ({
    ...row,
    kind: kindIn(versions.get(setVersionId), kind),
    clinician: colleague ?? clinicianName,
    form: form as Exclude<VisitForm, 'visit'>,
  }))
}

const kindIn = (version: SetVersion | undefined, kind: string) =>
  version?.set.appointmentKinds.find(({ id }) => id === kind)?.title ?? { nl: kind, en: kind }

/** The teams whose visits the caller arranges: who plans for the organisation does it for all of it. */
const arrangedBy = (ctx: Ctx): SQL | undefined =>
  mayEverywhere(ctx.roles, 'visits:arrange') ? undefined : inArray(visitDecisions.teamId, [...ctx.teamIds])

/** Somebody waits for an answer on that care path: then nothing of it is called off. */
const isHeld = (db: Tx) =>
  exists(
    db
      .select({ id: alerts.id })
      .from(alerts)
      .where(and(eq(alerts.enrolmentId, visitDecisions.enrolmentId), isNull(alerts.closedAt))),
  )

function waiting(db: Tx, ctx: Ctx, now: string) {
  const clinician = db.select({ id: staff.id, name: staff.name }).from(staff).as('clinician')
  return db
    .select({
      appointmentId: appointments.id,
      number: appointments.number,
      startsAt: appointments.startsAt,
      kind: appointments.kind,
      clinicianName: appointments.clinicianName,
      colleague: clinician.name,
      team: teams.name,
      setVersionId: enrolments.setVersionId,
      patient: {
        id: patients.id,
        givenName: patients.givenName,
        familyName: patients.familyName,
        birthDate: patients.birthDate,
      },
      form: visitDecisions.decision,
      decidedBy: staff.name,
      decidedAt: visitDecisions.decidedAt,
      isHeld: sql`${isHeld(db)}`.mapWith(Boolean),
    })
    .from(visitDecisions)
    .innerJoin(appointments, eq(appointments.id, visitDecisions.appointmentId))
    .innerJoin(patients, eq(patients.id, appointments.patientId))
    .innerJoin(enrolments, eq(enrolments.id, visitDecisions.enrolmentId))
    .innerJoin(teams, eq(teams.id, visitDecisions.teamId))
    .innerJoin(staff, eq(staff.id, visitDecisions.decidedBy))
    .leftJoin(clinician, eq(clinician.id, appointments.clinicianId))
    .where(
      and(
        eq(appointments.organisationId, ctx.organisationId),
        arrangedBy(ctx),
        gt(visitDecisions.visitAt, now),
        eq(appointments.startsAt, visitDecisions.visitAt), // moved since, it is decided anew
        eq(appointments.status, 'booked'),
        ne(visitDecisions.decision, 'visit'),
        isNull(visitDecisions.arrangedAt),
      ),
    )
    .orderBy(asc(visitDecisions.visitAt), asc(visitDecisions.id))
    .limit(MOST)
}

/**
 * Says that the visit was changed in the record system and the patient told, or that this was a mistake. 404 for a
 * visit of others or without a decision; 409 'visit_held' while an alert of the patient is open.
 */
export async function arrangeVisit(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { appointmentId, arranged }: { appointmentId: string; arranged: boolean },
): Promise<void> {
  const { db, now } = deps
  const by = arranged
    ? { arrangedBy: ctx.actor.id, arrangedAt: now().toISOString() }
    : { arrangedBy: null, arrangedAt: null }
  const { arrangedAt, decision } = visitDecisions
  const theirs = and(eq(visitDecisions.appointmentId, appointmentId), arrangedBy(ctx), ne(decision, 'visit'))
  const [visit] = await db
    .select({ patientId: appointments.patientId })
    .from(visitDecisions)
    .innerJoin(appointments, eq(appointments.id, visitDecisions.appointmentId))
    .where(and(theirs, eq(appointments.organisationId, ctx.organisationId)))
  if (!visit) throw notFound('appointment')
  await db.transaction(async (tx) => {
    const may = arranged ? and(isNull(arrangedAt), not(isHeld(tx))) : isNotNull(arrangedAt)
    const changed = await tx
      .update(visitDecisions)
      .set(by)
      .where(and(theirs, may))
      .returning({ id: visitDecisions.id })
    if (changed.length === 0) {
      if (arranged && (await tx.$count(visitDecisions, and(theirs, isHeld(tx)))) > 0)
        throw conflict('visit_held', 'An alert of this patient is open')
      return // somebody else said so already
    }
    await record(tx, deps, ctx, {
      action: 'U',
      type: arranged ? 'visit.arranged' : 'visit.not-arranged',
      patients: [visit.patientId],
      object: { type: 'appointment', id: appointmentId },
    })
  })
}
