import { inArray } from 'drizzle-orm'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import { type PathPlan, withinCaps } from '../../core/schedule/question-cap.ts'
import { type Plan, plan } from '../../core/schedule.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { enrolments } from '../db/schema/care.ts'
import { type SetVersions, withMoved } from '../definitions/moved.ts'
import { type EnrolmentFacts, scheduleFacts } from './schedule-facts.ts'
import { instrumentsLookedAt } from './submitted-facts.ts'

/** `moments`: all that the set has, planned or not. */
export type Planned = { of: EnrolmentFacts; plan: Plan; moments: readonly Moment[] }

/**
 * What to ask on these care paths, by enrolment, from what is known now. Where a set says how many questions a day may
 * hold, the other care paths of the same people are among them: what one asks leaves less room for the other. A care path
 * that went on with a newer version since `versions` was read is planned by that.
 */
export async function plansOf(
  tx: Tx,
  versions: SetVersions,
  enrolmentIds: readonly string[],
): Promise<Map<string, Planned>> {
  const sets = [...versions.values()].map(({ set }) => set)
  const ids = sets.some(({ questionCap }) => questionCap)
    ? await withOthers(tx, versions, enrolmentIds)
    : enrolmentIds
  const lookedAt = sets.flatMap(({ moments }) => instrumentsLookedAt(moments))
  const known = [...(await scheduleFacts(tx, ids, lookedAt)).values()]
  const complete = await withMoved(
    tx,
    versions,
    known.map(({ setVersionId }) => setVersionId),
  )
  if (complete !== versions) return plansOf(tx, complete, enrolmentIds)
  const people = Map.groupBy(known, ({ patientId }) => patientId)
  const planned = [...people.values()].flatMap((paths) => {
    const plans = withinCaps(paths.map(({ setVersionId, facts }) => pathPlan(versions, setVersionId, facts)))
    return paths.flatMap((of, place) => {
      const own = plans[place]
      const moments = versions.get(of.setVersionId)?.set.moments ?? []
      return own ? [[of.facts.enrolment.id, { of, plan: own, moments }] as const] : []
    })
  })
  return new Map(planned)
}

function pathPlan(versions: SetVersions, setVersionId: string, facts: EnrolmentFacts['facts']): PathPlan {
  const asking = versions.get(setVersionId)
  if (!asking) throw new Error(`Outcome set version ${setVersionId} was not read before planning`)
  return { asking, facts, plan: plan(asking, facts) }
}

/** With the other care paths of the same people, as far as their sets were read. */
async function withOthers(tx: Tx, versions: SetVersions, ids: readonly string[]): Promise<string[]> {
  const sets = new Set([...versions.values()].map(({ set }) => set.id))
  const rows = await readOthers(tx, { ids })
  return rows.filter(({ outcomeSet }) => sets.has(outcomeSet)).map(({ id }) => id)
}

const readOthers = listQuery('plan_others', ['ids'], (tx, { ids }) => {
  const people = tx.select({ id: enrolments.patientId }).from(enrolments).where(inArray(enrolments.id, ids))
  return tx
    .select({ id: enrolments.id, outcomeSet: enrolments.outcomeSet })
    .from(enrolments)
    .where(inArray(enrolments.patientId, people))
})
