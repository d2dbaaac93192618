import { and, asc, eq, gte, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Config } from '../config.ts'
import type { Ctx } from '../ctx.ts'
import { messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'

/** 'server': goes out by SMTP. 'inbox': a demo shows its mail in a page. 'none': everything waits for SMTP_URL. */
export type MailService = 'server' | 'inbox' | 'none'

export const mailService = ({ SMTP_URL, DEMO }: Pick<Config, 'SMTP_URL' | 'DEMO'>): MailService => {
  if (SMTP_URL) return 'server'
  return DEMO ? 'inbox' : 'none'
}

export const canSend = (config: Pick<Config, 'SMTP_URL' | 'DEMO'>): boolean => mailService(config) !== 'none'

const DAY_MS = 86_400_000

/** How mail is doing in this organisation: what waits, since when, and what was given up within a day. */
export async function mailState({ db, config, now }: Deps, { organisationId }: Ctx) {
  const at = now().toISOString()
  const own = eq(messages.organisationId, organisationId)
  const waiting = and(
    own,
    isNull(messages.sentAt),
    isNull(messages.suppressedAt),
    isNull(messages.failedAt),
    lte(messages.dueAt, at),
  )
  const yesterday = new Date(now().getTime() - DAY_MS).toISOString()
  const [oldest] = await db
    .select({ dueAt: messages.dueAt })
    .from(messages)
    .where(waiting)
    .orderBy(asc(messages.dueAt))
    .limit(1)
  return {
    service: mailService(config),
    waiting: await db.$count(messages, waiting),
    waitingSince: oldest?.dueAt ?? null,
    failed: await db.$count(
      messages,
      and(own, isNotNull(messages.failedAt), gte(messages.failedAt, yesterday)),
    ),
  }
}
