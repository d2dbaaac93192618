import { and, eq, inArray, sql, sum } from 'drizzle-orm'
import { classOf, type PaceKind, type PaceNote } from '../../core/answers/pace.ts'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { answeringPace } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'

const DAY_MS = 86_400_000

export type PaceOf = { setVersionId: string; moment: string; language: string }

type Counted = Omit<typeof answeringPace.$inferInsert, 'id'>

/** What was counted and is not written yet, of each database. */
const waiting = once<Tx, Map<string, Counted>>(() => new Map())

/**
 * Adds to the running counts of this week, in memory: an answer never waits for them, nor fails by them. No count is
 * about one person, and none says when within the week.
 */
export function addPace({ db, now }: Pick<Deps, 'db' | 'now'>, of: PaceOf, notes: readonly PaceNote[]): void {
  const week = mondayOf(now())
  for (const [kind, instrument, item, seconds] of notes) {
    const upTo = kind === 'answered' || kind === 'reached' ? 0 : classOf(seconds)
    addTo(waiting(db), { ...of, week, kind, instrument, item, upTo, n: 1 })
  }
}

function addTo(counts: Map<string, Counted>, { n, ...of }: Counted) {
  const { setVersionId, kind, moment, instrument, item, language, week, upTo } = of
  const key = JSON.stringify([setVersionId, kind, moment, instrument, item, language, week, upTo])
  const before = counts.get(key)
  counts.set(key, { ...of, n: n + (before?.n ?? 0) })
}

/** Writes what was counted since the last time, together. Where that fails, it is counted with what comes next. */
export async function writePace({ db, newId }: Pick<Deps, 'db' | 'newId'>): Promise<void> {
  const counts = waiting(db)
  if (counts.size === 0) return
  // In one order, so that two processes that write the same rows never wait for each other.
  const rows = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  counts.clear()
  try {
    await db.transaction((tx) =>
      write(
        tx,
        rows.map((row) => ({ id: newId('pac'), ...row })),
      ),
    )
  } catch (error) {
    for (const row of rows) addTo(counts, row)
    throw error
  }
}

const write = rowWriter(answeringPace, (insert, size) =>
  insert
    .onConflictDoUpdate({
      target: [
        answeringPace.setVersionId,
        answeringPace.kind,
        answeringPace.moment,
        answeringPace.instrument,
        answeringPace.item,
        answeringPace.language,
        answeringPace.week,
        answeringPace.upTo,
      ],
      set: { n: sql`${answeringPace.n} + excluded.n` },
    })
    .prepare(`pace_${size}`),
)

/** The Monday of the week of an instant, in UTC. */
function mondayOf(now: Date): string {
  const sinceMonday = (now.getUTCDay() + 6) % 7
  return new Date(now.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10)
}

export type CountedPace = {
  kind: PaceKind
  instrument: string
  item: string
  upTo: number
  n: number
}

/** All counts of one set version, over its moments, languages and weeks. */
export async function readPace(db: Tx, setVersionId: string): Promise<CountedPace[]> {
  const { kind, instrument, item, upTo } = answeringPace
  const rows = await db
    .select({
      kind,
      instrument,
      item,
      upTo,
      n: sum(answeringPace.n).mapWith(Number),
    })
    .from(answeringPace)
    .where(eq(answeringPace.setVersionId, setVersionId))
    .groupBy(kind, instrument, item, upTo)
  return rows.map((row) => ({ ...row, kind: row.kind as PaceKind }))
}

/** How long all questions of a moment took, counted, for these set versions. */
export const readWholeTimes = listQuery('pace_whole', ['versions'], (db, { versions }) =>
  db
    .select({
      setVersionId: answeringPace.setVersionId,
      moment: answeringPace.moment,
      upTo: answeringPace.upTo,
      n: sum(answeringPace.n).mapWith(Number),
    })
    .from(answeringPace)
    .where(and(inArray(answeringPace.setVersionId, versions), eq(answeringPace.kind, 'whole')))
    .groupBy(answeringPace.setVersionId, answeringPace.moment, answeringPace.upTo),
)
