import { desc, eq } from 'drizzle-orm'
import type { Companion, IndividualPlan } from '../../core/consult/individual-plan.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { individualPlans } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>
type NewPlan = Omit<IndividualPlan, 'writtenBy' | 'writtenAt'>

/** The plan as it stands; null while nobody wrote one. */
export async function planOfPath(db: Tx, enrolmentId: string): Promise<IndividualPlan | null> {
  const [row] = await db
    .select({
      version: individualPlans.version,
      matters: individualPlans.matters,
      options: individualPlans.options,
      reason: individualPlans.reason,
      tookPart: individualPlans.tookPart,
      stages: individualPlans.stages,
      writtenBy: staff.name,
      writtenAt: individualPlans.writtenAt,
    })
    .from(individualPlans)
    .innerJoin(staff, eq(staff.id, individualPlans.writtenBy))
    .where(eq(individualPlans.enrolmentId, enrolmentId))
    .orderBy(desc(individualPlans.version))
    .limit(1)
  return row ? { ...row, tookPart: row.tookPart as Companion[] } : null
}

/**
 * Writes the next version of a patient's plan; what stood there stays readable. `version` is the one that was seen: 409
 * ('changed_elsewhere') when somebody wrote meanwhile. 422 ('two_choices') for more than one chosen option, 404 for a
 * stage that the care path does not have.
 */
export async function writePlan(
  deps: Tools,
  ctx: Ctx,
  enrolmentId: string,
  { version: seen, ...plan }: NewPlan,
): Promise<{ version: number }> {
  const { patientId, setVersionId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const { set } = await deps.definitions.version(setVersionId)
  if (!plan.stages.every((id) => set.carePath.stages.some((stage) => stage.id === id)))
    throw notFound('stage')
  if (plan.options.filter(({ isChosen }) => isChosen).length > 1)
    throw refused('two_choices', 'One option was chosen, not several')
  const last = (await planOfPath(deps.db, enrolmentId))?.version ?? 0
  if (last !== seen) throw elsewhere()
  const version = seen + 1
  const written = { writtenBy: ctx.actor.id, writtenAt: deps.now().toISOString() }
  try {
    await deps.db.transaction(async (tx) => {
      const id = deps.newId('ipl')
      await tx.insert(individualPlans).values({ id, enrolmentId, version, ...plan, ...written })
      await record(tx, deps, ctx, {
        action: seen === 0 ? 'C' : 'U',
        type: 'individual-plan.written',
        patients: [patientId],
        object: { type: 'enrolment', id: enrolmentId },
        detail: { version },
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw elsewhere()
    throw error
  }
  return { version }
}

const elsewhere = () => conflict('changed_elsewhere', 'Somebody else changed this plan meanwhile')
