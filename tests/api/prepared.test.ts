import { and, eq, isNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { record } from '../../server/audit/store.ts'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { makeOrganisation } from '../support/factories.ts'
import { openHouse } from '../support/house.ts'

test('what a prepared statement is not given is null, and not the JSON word for it', async () => {
  const house = await openHouse()
  const ctx = systemCtx(await makeOrganisation(house), 'test')
  await house.db.transaction(async (tx) => {
    await record(tx, house.deps, ctx, { action: 'E', type: 'without-detail' })
    await record(tx, house.deps, ctx, { action: 'E', type: 'with-detail', detail: { rows: 2 } })
  })
  const [empty] = await house.db
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(auditEvents)
    .where(and(eq(auditEvents.type, 'without-detail'), isNull(auditEvents.detail)))
  const [full] = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'with-detail'))
  expect(empty?.n).toBe(1)
  expect(full?.detail).toEqual({ rows: 2 })
  await house.close()
})
