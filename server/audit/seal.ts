import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, or } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { auditEvents, auditSeals, auditSubjects } from '../db/schema/audit.ts'
import type { Deps } from '../deps.ts'
import { BEGINNING, hashOn, type Sealable } from './chain.ts'

/** So many lines are chained at once: on SQLite everybody waits for them. */
const BATCH = 64
const HOUR_MS = 3_600_000
/** No transaction commits later than this after it wrote its line. */
const LATEST_HOURS = 48
/**
 * How far a pass looks back before the last line it sealed, for what was written before and committed after.
 * SQLite commits one after the other; on PostgreSQL transactions overtake each other. Later ones are found hourly.
 */
const OVERLAP_MS = dialect === 'postgres' ? 60_000 : 1_000

type Span = { since: string; until?: string }

/** Chains what was written lately and not chained yet, oldest first; gives how many lines. */
export const sealNew = async ({ db }: Pick<Deps, 'db'>): Promise<number> =>
  sealSpan(db, { since: await lookBackTo(db) })

async function sealSpan(db: Deps['db'], span: Span): Promise<number> {
  let sealed = 0
  let after = { at: '', id: '' }
  for (;;) {
    const next = await unsealed(db, span, after)
    const end = next.at(-1)
    if (!end) return sealed
    if (!(await sealBatch(db, next))) continue // another process was first: look again from the same place
    sealed += next.length
    if (next.length < BATCH) return sealed // what came meanwhile waits for the next pass: one by one costs as much as by 64
    after = end.event
  }
}

/** The end of the chain, if there is one. */
export const lastSeal = async (db: Tx) => (await readLast(db).execute())[0]

const readLast = once((db: Tx) =>
  db.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1).prepare('audit_last_seal'),
)

async function lookBackTo(db: Tx): Promise<string> {
  const seal = await lastSeal(db)
  if (!seal) return ''
  const [event] = await db
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(eq(auditEvents.id, seal.eventId))
  return event ? new Date(Date.parse(event.at) - OVERLAP_MS).toISOString() : ''
}

async function unsealed(db: Tx, { since, until }: Span, after: { at: string; id: string }) {
  const rows = await db
    .select({ event: auditEvents })
    .from(auditEvents)
    .leftJoin(auditSeals, eq(auditSeals.eventId, auditEvents.id))
    .where(
      and(
        gte(auditEvents.at, since > after.at ? since : after.at),
        until ? lt(auditEvents.at, until) : undefined,
        or(gt(auditEvents.at, after.at), gt(auditEvents.id, after.id)),
        isNull(auditSeals.number),
      ),
    )
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
    .limit(BATCH)
  return withPatients(
    db,
    rows.map(({ event }) => event),
  )
}

/** Adds to each event the patients it was about. */
export async function withPatients(db: Tx, events: Sealable['event'][]): Promise<Sealable[]> {
  const ids = events.map(({ id }) => id)
  const byEvent = Map.groupBy(await readSubjects(db, { ids }), ({ eventId }) => eventId)
  return events.map((event) => ({
    event,
    patients: (byEvent.get(event.id) ?? []).map(({ patientId }) => patientId),
  }))
}

const readSubjects = listQuery('audit_subjects_of', ['ids'], (db, { ids }) =>
  db.select().from(auditSubjects).where(inArray(auditSubjects.eventId, ids)),
)

const writeSeals = rowWriter(auditSeals, (insert, size) => insert.prepare(`audit_seals_${size}`))

/** Appends to the chain; false when another process was first with the next number: then one looks again. */
async function sealBatch(db: Deps['db'], batch: Sealable[]): Promise<boolean> {
  const tail = await lastSeal(db)
  let previous = tail?.hash ?? BEGINNING
  const rows = batch.map((line, place) => {
    const hash = hashOn(previous, line)
    const row = { number: (tail?.number ?? 0) + place + 1, eventId: line.event.id, previous, hash }
    previous = hash
    return row
  })
  try {
    await db.transaction((tx) => writeSeals(tx, rows))
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** Seals whatever was left behind, however old: goes through everything, but only when the numbers do not agree. */
export async function sealEverything({ db }: Pick<Deps, 'db'>): Promise<void> {
  const [events] = await db.select({ number: count().mapWith(Number) }).from(auditEvents)
  const [seals] = await db.select({ number: count().mapWith(Number) }).from(auditSeals)
  if (events?.number !== seals?.number) await sealSpan(db, { since: '' })
}

/** Seals what was committed late, hour by hour, so that nobody waits for one long question. */
export async function sealLate({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const instant = (hoursAgo: number) => new Date(now().getTime() - hoursAgo * HOUR_MS).toISOString()
  for (let ago = LATEST_HOURS; ago > 0; ago--)
    await sealSpan(db, { since: instant(ago), until: instant(ago - 1) })
}
