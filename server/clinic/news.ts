import { and, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { alerts, responses } from '../db/schema/outcomes.ts'

/**
 * A mark that changes when an answer of the caller's teams comes in, or an alert is opened or closed: pages ask for it
 * often and for the clinic itself only when it changed. It says nothing about anybody, so it is not in the log, and it
 * comes from the database, so that it does not matter which process took the answer.
 */
export async function readNews(db: Tx, { teamIds }: Ctx): Promise<{ mark: string }> {
  const asked = newsOf(db)
  const marks = teamIds.toSorted().map(async (teamId) => {
    const [[answer], [open]] = await Promise.all([
      asked.lastAnswer.execute({ teamId }),
      asked.openAlerts.execute({ teamId }),
    ])
    return `${answer?.id ?? ''} ${open?.count ?? 0}`
  })
  return { mark: (await Promise.all(marks)).join() }
}

const ofTeam = sql.placeholder('teamId')

const newsOf = once((db: Tx) => ({
  lastAnswer: db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.teamId, ofTeam), isNotNull(responses.submittedAt)))
    .orderBy(desc(responses.submittedAt))
    .limit(1)
    .prepare('news_answer'),
  openAlerts: db
    .select({ count: count().mapWith(Number) })
    .from(alerts)
    .where(and(eq(alerts.teamId, ofTeam), isNull(alerts.closedAt)))
    .prepare('news_alerts'),
}))
