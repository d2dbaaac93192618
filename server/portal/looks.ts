import { and, desc, eq, gte, inArray, ne } from 'drizzle-orm'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { auditEvents, auditSubjects } from '../db/schema/audit.ts'
import { staff } from '../db/schema/staff.ts'

/** One person on one day: by which role, what for, and what they did. */
export type Look = {
  day: string
  name: string
  profession: string | null
  role: string | null
  purpose: string
  acts: string[]
}

const DAYS = 365
const MOST = 2000

/** Who did something with this patient's record in the last year, latest day first. The patient's own acts are left out. */
export async function readLooks(db: Tx, patientId: string, zone: string, now: Date): Promise<Look[]> {
  const since = new Date(now.getTime() - DAYS * 86_400_000).toISOString()
  const rows = await db
    .select({
      at: auditEvents.at,
      type: auditEvents.type,
      actorId: auditEvents.actorId,
      name: auditEvents.actorName,
      profession: staff.profession,
      role: auditEvents.role,
      purpose: auditEvents.purpose,
    })
    .from(auditSubjects)
    .innerJoin(auditEvents, eq(auditEvents.id, auditSubjects.eventId))
    .leftJoin(staff, eq(staff.id, auditEvents.actorId))
    .where(
      and(
        eq(auditSubjects.patientId, patientId),
        inArray(auditEvents.actorKind, ['staff', 'service']),
        ne(auditEvents.outcome, '4'),
        gte(auditEvents.at, since),
      ),
    )
    .orderBy(desc(auditEvents.at))
    .limit(MOST)
  const perDay = Map.groupBy(rows, (row) => `${localDate(row.at, zone)} ${row.actorId} ${row.role}`)
  return [...perDay.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { at, name, profession, role, purpose } = first
    const acts = [...new Set(group.map(({ type }) => type))]
    return [{ day: localDate(at, zone), name, profession, role, purpose, acts }]
  })
}
