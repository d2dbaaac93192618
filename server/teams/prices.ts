import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { PricedActivity } from '../../core/costs/costing.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { idShape, lineShape } from '../../core/shapes.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { unitPrices } from '../db/schema/improving.ts'
import type { Deps } from '../deps.ts'
import { conflict, refused } from '../http/problem.ts'
import type { Team } from './scope.ts'

const MOST_CENTS = 100_000_000 // a million euros for one activity

export const PricesInput = z.strictObject({
  /** Where they come from: a price list and its year. */
  source: lineShape(2, 120),
  prices: z
    .array(z.strictObject({ activity: idShape, cents: z.int().min(0).max(MOST_CENTS) }))
    .min(1)
    .max(200)
    .refine(
      (prices) => new Set(prices.map(({ activity }) => activity)).size === prices.length,
      'one price each',
    ),
})

/** The activities of a care path with the prices of one organisation; without one the example in the outcome set counts. */
export async function readPrices(
  db: Tx,
  organisationId: string,
  { carePath }: OutcomeSet,
): Promise<PricedActivity[]> {
  const rows = await db
    .select({ activity: unitPrices.activity, cents: unitPrices.cents, source: unitPrices.source })
    .from(unitPrices)
    .where(and(eq(unitPrices.organisationId, organisationId), isNull(unitPrices.replacedAt)))
  const own = new Map(rows.map((row) => [row.activity, row]))
  return carePath.stages.flatMap((stage) =>
    stage.activities.map((activity) => ({
      ...activity,
      stage: stage.id,
      cents: own.get(activity.code)?.cents ?? activity.costCents ?? null,
      source: own.get(activity.code)?.source ?? null,
    })),
  )
}

/** Sets prices of the organisation; what stood before is kept. 422 for an activity that is not on the team's care path. */
export async function setPrices(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  team: Team,
  { set }: { set: OutcomeSet },
  { prices, source }: z.output<typeof PricesInput>,
): Promise<void> {
  const known = new Set(set.carePath.stages.flatMap(({ activities }) => activities.map(({ code }) => code)))
  if (prices.some(({ activity }) => !known.has(activity)))
    throw refused('unknown_choice', 'No such activity', { name: 'activity' })
  const setAt = deps.now().toISOString()
  const { organisationId } = team
  const codes = prices.map(({ activity }) => activity)
  const change = deps.db.transaction(async (tx) => {
    await tx
      .update(unitPrices)
      .set({ replacedAt: setAt })
      .where(
        and(
          eq(unitPrices.organisationId, organisationId),
          inArray(unitPrices.activity, codes),
          isNull(unitPrices.replacedAt),
        ),
      )
    await tx.insert(unitPrices).values(
      prices.map((price) => ({
        ...price,
        id: deps.newId('pri'),
        organisationId,
        source,
        setBy: ctx.actor.id,
        setAt,
      })),
    )
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'prices.set',
      object: { type: 'team', id: team.id },
      detail: { activities: codes },
    })
  })
  await change.catch((error: unknown) => {
    throw isUniqueViolation(error)
      ? conflict('prices_changed', 'Somebody changed these prices just now')
      : error
  })
}
