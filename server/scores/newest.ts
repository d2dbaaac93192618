import { and, eq, gt, notExists, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../db/database.ts'
import { scores } from '../db/schema/outcomes.ts'

type Row = Record<'responseId' | 'instrument' | 'scale' | 'scoringVersion', AnyPgColumn>

/** Of what was scored again the newest counts, also where that says that there is no score. */
export function isNewest(db: Tx, score: Row) {
  const newer = alias(scores, 'newer')
  return notExists(
    db
      .select({ one: sql`1` })
      .from(newer)
      .where(
        and(
          eq(newer.responseId, score.responseId),
          eq(newer.instrument, score.instrument),
          eq(newer.scale, score.scale),
          gt(newer.scoringVersion, score.scoringVersion),
        ),
      ),
  )
}
