import { and, desc, eq, gte, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { listQuery } from '../db/list-query.ts'
import { messages } from '../db/schema/messages.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { recipientOf } from './addressed.ts'

/** How far back a mail that was given up is still worth a person's time. */
const DAYS = 30
/** Where a mail server was away for days, so much of what failed is looked through. */
const LOOKED_AT = 2000

/** Newest first; an address at which another mail arrived after it is not in trouble any more. */
export async function givenUp({ db, now }: Pick<Deps, 'db' | 'now'>, { organisationId }: Ctx) {
  const since = new Date(now().getTime() - DAYS * 86_400_000).toISOString()
  const rows = await db
    .select({
      person: patients,
      proxyId: messages.proxyId,
      proxy: patientProxies.name,
      why: messages.why,
      failedAt: messages.failedAt,
    })
    .from(messages)
    .innerJoin(patients, eq(patients.id, messages.patientId))
    .leftJoin(patientProxies, eq(patientProxies.id, messages.proxyId))
    .where(
      and(
        eq(messages.organisationId, organisationId),
        gte(messages.failedAt, since),
        isNull(patients.optedOutAt),
        isNull(patients.deceasedOn),
        // Whose answering ended is not written to any more.
        isNull(patientProxies.endedAt),
      ),
    )
    .orderBy(desc(messages.failedAt), desc(messages.id))
    .limit(LOOKED_AT)
  const ids = [...new Set(rows.map(({ person }) => person.id))]
  const sent = await lastSent(db, { ids }, { since })
  const reached = new Map(sent.map(({ at, ...to }) => [recipientOf(to), at ?? '']))
  return rows
    .filter(({ person, proxyId, failedAt }) => {
      const last = reached.get(recipientOf({ patientId: person.id, proxyId }))
      return (last ?? '') < (failedAt ?? '')
    })
    .map(({ person, proxy, why, failedAt }) => ({ person, proxy, why: why ?? '', since: failedAt ?? '' }))
}

/** When mail last went to each address of these patients. */
const lastSent = listQuery('last_sent', ['ids'], (db, { ids }) =>
  db
    .select({
      patientId: sql<string>`${messages.patientId}`,
      proxyId: messages.proxyId,
      at: max(messages.sentAt),
    })
    .from(messages)
    .where(and(inArray(messages.patientId, ids), gte(messages.sentAt, sql.placeholder('since'))))
    .groupBy(messages.patientId, messages.proxyId),
)
