import { and, eq, inArray, sql, sum } from 'drizzle-orm'
import { classOf, type PaceKind, type PaceNote } from '../../core/pace.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { answeringPace } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'

const DAY_MS = 86_400_000

export type PaceOf = { setVersionId: string; moment: string; language: string }

/** Adds to the running counts of this week. No row is about one person, and none says when within the week. */
export async function addPace(
  { db, now, newId }: Pick<Deps, 'db' | 'now' | 'newId'>,
  of: PaceOf,
  notes: readonly PaceNote[],
): Promise<void> {
  if (notes.length === 0) return
  const week = mondayOf(now())
  const rows = new Map<string, typeof answeringPace.$inferInsert>()
  for (const [kind, instrument, item, seconds] of notes) {
    const upTo = kind === 'answered' || kind === 'reached' ? 0 : classOf(seconds)
    const key = [kind, instrument, item, upTo].join(' ')
    const before = rows.get(key) ?? {
      ...of,
      id: newId('pac'),
      week,
      kind,
      instrument,
      item,
      upTo,
      n: 0,
      seconds: 0,
    }
    rows.set(key, { ...before, n: before.n + 1, seconds: before.seconds + seconds })
  }
  // In one order, so that two savers of the same rows never wait for each other.
  const sorted = [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  await write(db, sorted)
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
      set: {
        n: sql`${answeringPace.n} + excluded.n`,
        seconds: sql`${answeringPace.seconds} + excluded.seconds`,
      },
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
  seconds: number
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
      seconds: sum(answeringPace.seconds).mapWith(Number),
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
