import { and, asc, count, desc, eq, gte, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { auditAnchors, auditEvents, auditSeals, auditSubjects } from '../db/schema/audit.ts'
import type { Deps } from '../deps.ts'
import { anchorKey, keepOutside, signAnchor } from './anchor.ts'
import { BEGINNING, hashOn, type Sealable } from './chain.ts'

const EVERY_MS = 2_000
const ANCHOR_EVERY_MS = 3_600_000
const BATCH = 500
/**
 * How far a pass looks back before the last line it sealed, for what was written before and committed after.
 * SQLite commits one after the other; on PostgreSQL transactions overtake each other. Later ones are found hourly.
 */
const OVERLAP_MS = dialect === 'postgres' ? 60_000 : 5_000

type Sealing = Pick<Deps, 'db' | 'now' | 'log' | 'config' | 'secret'>

/** Chains what was not chained yet, oldest first; gives how many lines. `everything` looks back to the beginning. */
export async function sealAll({ db }: Pick<Deps, 'db'>, everything = false): Promise<number> {
  const since = everything ? '' : await lookBackTo(db)
  let sealed = 0
  for (;;) {
    const next = await unsealed(db, since)
    if (next.length === 0) return sealed
    if (await sealBatch(db, next)) sealed += next.length
  }
}

const last = async (db: Tx) =>
  (await db.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1))[0]

async function lookBackTo(db: Tx): Promise<string> {
  const seal = await last(db)
  if (!seal) return ''
  const [event] = await db
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(eq(auditEvents.id, seal.eventId))
  return event ? new Date(Date.parse(event.at) - OVERLAP_MS).toISOString() : ''
}

async function unsealed(db: Tx, since: string): Promise<Sealable[]> {
  const rows = await db
    .select({ event: auditEvents })
    .from(auditEvents)
    .leftJoin(auditSeals, eq(auditSeals.eventId, auditEvents.id))
    .where(and(gte(auditEvents.at, since), isNull(auditSeals.number)))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
    .limit(BATCH)
  return withPatients(
    db,
    rows.map(({ event }) => event),
  )
}

/** Adds to each event the patients it was about. */
export async function withPatients(db: Tx, events: Sealable['event'][]): Promise<Sealable[]> {
  if (events.length === 0) return []
  const ids = events.map(({ id }) => id)
  const rows = await db.select().from(auditSubjects).where(inArray(auditSubjects.eventId, ids))
  const byEvent = Map.groupBy(rows, ({ eventId }) => eventId)
  return events.map((event) => ({
    event,
    patients: (byEvent.get(event.id) ?? []).map(({ patientId }) => patientId),
  }))
}

/** Appends to the chain; false when another process was first with the next number: then one looks again. */
async function sealBatch(db: Deps['db'], batch: Sealable[]): Promise<boolean> {
  const tail = await last(db)
  let previous = tail?.hash ?? BEGINNING
  const rows = batch.map((line, place) => {
    const hash = hashOn(previous, line)
    const row = { number: (tail?.number ?? 0) + place + 1, eventId: line.event.id, previous, hash }
    previous = hash
    return row
  })
  try {
    await db.transaction(async (tx) => {
      await tx.insert(auditSeals).values(rows)
    })
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** Signs where the chain stands and keeps it in the database and outside of it; nothing when it stands where it stood. */
export async function anchor({ db, now, config, secret }: Omit<Sealing, 'log'>): Promise<void> {
  const tail = await last(db)
  if (!tail) return
  const signed = signAnchor(anchorKey(secret), {
    number: tail.number,
    hash: tail.hash,
    at: now().toISOString(),
  })
  const made = await db
    .insert(auditAnchors)
    .values(signed)
    .onConflictDoNothing()
    .returning({ number: auditAnchors.number })
  if (made.length > 0) keepOutside(config, signed)
}

/** Seals whatever a late commit left behind: looks through everything only when the numbers do not agree. */
async function sealLate(deps: Pick<Deps, 'db'>): Promise<void> {
  const [events] = await deps.db.select({ number: count().mapWith(Number) }).from(auditEvents)
  const [seals] = await deps.db.select({ number: count().mapWith(Number) }).from(auditSeals)
  if (events?.number !== seals?.number) await sealAll(deps, true)
}

/** Seals every few seconds and anchors every hour, and both once more when stopped. Several processes may do so at once. */
export function startSealer(deps: Sealing): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let anchoredAt = 0
  let stopped = false

  async function pass() {
    const isHour = deps.now().getTime() - anchoredAt >= ANCHOR_EVERY_MS
    if (isHour) await sealLate(deps)
    else await sealAll(deps)
    if (!isHour) return
    await anchor(deps)
    anchoredAt = deps.now().getTime()
  }

  const carefully = () =>
    pass().catch((error: unknown) => {
      // What is not sealed now is sealed at the next pass; the lines themselves are already there.
      deps.log.error({ failure: (error as Error).name }, 'sealing the audit log failed')
    })

  let running = Promise.resolve()
  const plan = () => {
    if (stopped) return
    timer = setTimeout(() => {
      running = carefully().then(plan)
    }, EVERY_MS)
    timer.unref()
  }
  running = carefully().then(plan)

  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
    anchoredAt = 0
    await carefully()
  }
}
