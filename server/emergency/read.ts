import { and, eq } from 'drizzle-orm'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { readOnePager } from '../clinic/one-pager.ts'
import type { Ctx } from '../ctx.ts'
import { emergencyAccesses } from '../db/schema/emergency.ts'
import type { Deps } from '../deps.ts'
import { notFound, Problem } from '../http/problem.ts'
import { treatingTeams } from './find.ts'

/** One patient on one page, to read, for who opened the file and as long as it is open; 410 ('over') after that, 404 for everybody else. */
export async function readEmergency(
  deps: Deps,
  ctx: Ctx,
  { id, enrolment }: { id: string; enrolment: string | undefined },
): Promise<{ endsAt: string; page: OnePager }> {
  const [access] = await deps.db
    .select({ patientId: emergencyAccesses.patientId, endsAt: emergencyAccesses.endsAt })
    .from(emergencyAccesses)
    .where(and(eq(emergencyAccesses.id, id), eq(emergencyAccesses.staffId, ctx.actor.id)))
  if (!access) throw notFound('emergency access')
  if (access.endsAt <= deps.now().toISOString()) throw new Problem(410, 'over', 'This file is closed again')
  const asTeam = { ...ctx, teamIds: await treatingTeams(deps, ctx, access.patientId) }
  const about = { patientId: access.patientId, enrolment }
  const page = await readOnePager(deps, asTeam, about, 'emergency.patient-read')
  return { endsAt: access.endsAt, page }
}
