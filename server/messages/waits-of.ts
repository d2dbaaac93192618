import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { assessments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { pausedSets } from '../outbox/pauses.ts'
import { rulesOfTeams } from '../outbox/team-rules.ts'
import { dueOfGroup } from './due-mails.ts'
import { judgeMails } from './judge-mails.ts'

/** Something that would be mailed about now and waits: for the mail of which day, and how many days lie between two. */
export type WaitingForDays = {
  assessmentId: string
  setVersionId: string
  moment: string
  opensAt: string
  waits: { until: string; days: number }
}

/** What of one patient waits for the next mail by the days between two mails, as the planner judges it now. */
export async function waitsOf(
  deps: Pick<Deps, 'db' | 'definitions' | 'seal' | 'config' | 'now'>,
  ctx: Ctx,
  patientId: string,
): Promise<WaitingForDays[]> {
  const { db } = deps
  const now = deps.now().toISOString()
  const open = await db
    .select({ id: assessments.id })
    .from(assessments)
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        isNull(responses.submittedAt),
        eq(assessments.patientId, patientId),
        isNull(assessments.withdrawnAt),
        isNull(assessments.declinedAt),
        lte(assessments.opensAt, now),
        gt(assessments.closesAt, now),
      ),
    )
  if (open.length === 0) return []
  const house = await readOrganisation(db, ctx)
  const group = {
    ids: open.map(({ id }) => id),
    rules: await rulesOfTeams(db),
    paused: await pausedSets(db),
  }
  const judged = await judgeMails(db, await dueOfGroup(deps, [house], group, now), now)
  return judged.flatMap(({ waits }) =>
    waits.map(({ one: { id: assessmentId, setVersionId, moment, opensAt }, until, days }) => ({
      assessmentId,
      setVersionId,
      moment,
      opensAt,
      waits: { until, days },
    })),
  )
}
