import { and, asc, desc, eq, gte, inArray, lt, lte, or } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { auditEvents, auditSubjects, notByPatient } from '../db/schema/audit.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'

export type LogFilter = {
  /** Who did it: id of a member of staff or a system. */
  person?: string | undefined
  patientId?: string | undefined
  /** Instants: from (included) and before (not). */
  from?: string | undefined
  before?: string | undefined
  /** Older than this line: its instant and id. */
  after?: { at: string; id: string } | undefined
}

const PAGE = 100
/** A list page can be about hundreds of patients; the first ones show what it was. */
const PATIENTS_SHOWN = 20

/** A page of one's own organisation's log, newest first, with whose files each line was about. */
export async function readLog(db: Tx, ctx: Ctx, filter: LogFilter) {
  const rows = (await linesOf(db, ctx, filter)).map(({ line }) => line)
  const about = await patientsOf(
    db,
    rows.map(({ id }) => id),
  )
  const oldest = rows.length === PAGE ? rows.at(-1) : undefined
  return {
    lines: rows.map((line) => {
      const all = about.get(line.id) ?? []
      return { ...line, patients: all.slice(0, PATIENTS_SHOWN), patientCount: all.length }
    }),
    next: oldest ? `${oldest.at} ${oldest.id}` : null,
  }
}

/** About one patient it begins with that patient's lines, a cross join so that SQLite keeps that order: an organisation's log is without end. */
export function linesOf(db: Tx, ctx: Ctx, { patientId, ...filter }: LogFilter) {
  const line = { line: auditEvents }
  const lines = patientId
    ? db
        .select(line)
        .from(auditSubjects)
        .crossJoin(auditEvents)
        .where(
          and(
            eq(auditSubjects.patientId, patientId),
            eq(auditEvents.id, auditSubjects.eventId),
            ...conditions(ctx, filter),
          ),
        )
    : db
        .select(line)
        .from(auditEvents)
        .where(and(...conditions(ctx, filter)))
  return lines.orderBy(desc(auditEvents.at), desc(auditEvents.id)).limit(PAGE)
}

const conditions = (ctx: Ctx, { person, from, before, after }: Omit<LogFilter, 'patientId'>) => [
  eq(auditEvents.organisationId, ctx.organisationId),
  person ? and(eq(auditEvents.actorId, person), notByPatient(auditEvents)) : undefined,
  from ? gte(auditEvents.at, from) : undefined,
  before ? lt(auditEvents.at, before) : undefined,
  after
    ? or(lt(auditEvents.at, after.at), and(lte(auditEvents.at, after.at), lt(auditEvents.id, after.id)))
    : undefined,
]

async function patientsOf(db: Tx, eventIds: string[]) {
  if (eventIds.length === 0) return new Map<string, { id: string; name: string | null }[]>()
  const rows = await db
    .select({
      eventId: auditSubjects.eventId,
      id: auditSubjects.patientId,
      givenName: patients.givenName,
      familyName: patients.familyName,
    })
    .from(auditSubjects)
    .leftJoin(patients, eq(patients.id, auditSubjects.patientId))
    .where(inArray(auditSubjects.eventId, eventIds))
    .orderBy(asc(patients.familyName), asc(auditSubjects.patientId))
  const named = rows.map(({ eventId, id, givenName, familyName }) => ({
    eventId,
    patient: { id, name: familyName ? `${givenName} ${familyName}` : null },
  }))
  const groups = Map.groupBy(named, ({ eventId }) => eventId)
  return new Map([...groups].map(([id, all]) => [id, all.map(({ patient }) => patient)]))
}

/** The patient with this number in one's own organisation, or null. */
export async function patientByNumber(db: Tx, ctx: Ctx, number: string): Promise<string | null> {
  const [found] = await db
    .select({ id: patients.id })
    .from(patientNumbers)
    .innerJoin(patients, eq(patients.id, patientNumbers.patientId))
    .where(and(eq(patientNumbers.number, number.trim()), eq(patients.organisationId, ctx.organisationId)))
    .limit(1)
  return found?.id ?? null
}

/** The organisation's time zone: what a day of the log is. */
export async function zoneOf(db: Tx, ctx: Ctx): Promise<string> {
  const [found] = await db
    .select({ zone: organisations.timeZone })
    .from(organisations)
    .where(eq(organisations.id, ctx.organisationId))
  return found?.zone ?? 'UTC'
}

/** Everybody who works or worked here, to choose from. */
export const readColleagues = (db: Tx, ctx: Ctx) =>
  db
    .select({ id: staff.id, name: staff.name, profession: staff.profession })
    .from(staff)
    .where(eq(staff.organisationId, ctx.organisationId))
    .orderBy(asc(staff.name))
