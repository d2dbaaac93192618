import { and, asc, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import type { Improvement } from '../../core/figures/improvement.ts'
import { idShape, lineShape } from '../../core/shapes.ts'
import { localDate, moveDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { improvements } from '../db/schema/improving.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import type { Team } from './scope.ts'

export const ImprovementInput = z.strictObject({
  title: lineShape(3, 80),
  startedOn: z.iso.date(),
  changed: lineShape(3, 500),
  expected: lineShape(3, 500),
  indicator: idShape.nullable(),
})

export const EndingInput = z.strictObject({
  state: z.enum(['adopted', 'abandoned']),
  learnt: lineShape(3, 500),
})

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

/** A team's improvements, the oldest first. */
export async function readImprovements(db: Tx, teamId: string): Promise<Improvement[]> {
  const rows = await db
    .select({
      id: improvements.id,
      title: improvements.title,
      startedOn: improvements.startedOn,
      changed: improvements.changed,
      expected: improvements.expected,
      indicator: improvements.indicator,
      state: improvements.state,
      learnt: improvements.learnt,
      closedOn: improvements.closedOn,
      by: staff.name,
    })
    .from(improvements)
    .innerJoin(staff, eq(staff.id, improvements.registeredBy))
    .where(eq(improvements.teamId, teamId))
    .orderBy(asc(improvements.startedOn), asc(improvements.id))
  return rows.map((row) => ({ ...row, state: row.state as Improvement['state'] }))
}

/** Writes down what the team changed. 422 for a day too far away ('improvement_day') or an indicator that is not there. */
export async function registerImprovement(
  deps: Tools,
  ctx: Ctx,
  team: Team,
  given: z.output<typeof ImprovementInput>,
): Promise<{ id: string }> {
  const today = localDate(deps.now().toISOString(), team.zone)
  if (given.startedOn > moveDate(today, 'P1Y') || given.startedOn < moveDate(today, '-P10Y'))
    throw refused('improvement_day', 'Choose a day of the past ten years or the coming one')
  const version = await deps.definitions.current(team.outcomeSet)
  if (given.indicator && !version?.set.indicators.some(({ id }) => id === given.indicator))
    throw refused('unknown_choice', 'No such indicator', { name: 'indicator' })
  const id = deps.newId('imp')
  await deps.db.transaction(async (tx) => {
    await tx.insert(improvements).values({
      ...given,
      id,
      teamId: team.id,
      state: 'open',
      registeredBy: ctx.actor.id,
      registeredAt: deps.now().toISOString(),
    })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'improvement.registered',
      object: { type: 'improvement', id },
    })
  })
  return { id }
}

/** Ends an improvement with what was learnt. 404 for another team's, 409 when it has ended ('improvement_ended') or not begun. */
export async function endImprovement(
  deps: Tools,
  ctx: Ctx,
  team: Team,
  id: string,
  { state, learnt }: z.output<typeof EndingInput>,
): Promise<void> {
  const closedOn = localDate(deps.now().toISOString(), team.zone)
  const own = and(eq(improvements.id, id), eq(improvements.teamId, team.id))
  await deps.db.transaction(async (tx) => {
    const ended = await tx
      .update(improvements)
      .set({ state, learnt, closedOn, closedBy: ctx.actor.id })
      .where(and(own, eq(improvements.state, 'open'), lte(improvements.startedOn, closedOn)))
      .returning({ id: improvements.id })
    if (ended.length === 0) throw await whyNot(tx, own)
    await record(tx, deps, ctx, {
      action: 'U',
      type: `improvement.${state}`,
      object: { type: 'improvement', id },
    })
  })
}

async function whyNot(tx: Tx, own: ReturnType<typeof and>) {
  const [known] = await tx.select({ state: improvements.state }).from(improvements).where(own)
  if (!known) return notFound('improvement')
  return known.state === 'open'
    ? conflict('improvement_to_come', 'This improvement has not begun yet')
    : conflict('improvement_ended', 'This improvement has ended already')
}
