import { and, eq, inArray } from 'drizzle-orm'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import type { Localised } from '../../core/words.ts'
import { assessments } from '../db/schema/care.ts'
import { messageAssessments } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'

type Placed = { setVersionId: string; moment: string }

/** Names the moments of these assessments as the team's pages do. */
export async function titles({ definitions }: Pick<Deps, 'definitions'>, rows: readonly Placed[]) {
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  return ({ setVersionId, moment }: Placed): Localised => {
    const found = versions.get(setVersionId)?.set.moments.find(({ id }) => id === moment)
    return found ? titleForStaff(found) : { nl: moment, en: moment }
  }
}

/** What messages are about, by id; where `reach` names teams, of other teams' moments nothing is told. */
export async function aboutOf(
  deps: Pick<Deps, 'db' | 'definitions'>,
  ids: readonly string[],
  reach: readonly string[] | null,
): Promise<ReadonlyMap<string, Localised[]>> {
  const rows = await deps.db
    .select({
      messageId: messageAssessments.messageId,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
    })
    .from(messageAssessments)
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(
      and(
        inArray(messageAssessments.messageId, [...ids, '']),
        reach === null ? undefined : inArray(assessments.teamId, [...reach, '']),
      ),
    )
  const titleOf = await titles(deps, rows)
  const byMessage = Map.groupBy(rows, ({ messageId }) => messageId)
  return new Map([...byMessage].map(([id, all]) => [id, all.map(titleOf)]))
}
