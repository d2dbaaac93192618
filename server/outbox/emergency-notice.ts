import { and, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import type { Language } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { messages } from '../db/schema/messages.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { sealStaffMail } from './content.ts'
import { blank } from './store.ts'

/** Which file, the teams in whose care its patient is, and the date where that is. */
type Notice = { id: string; teamIds: readonly string[]; day: string }

/**
 * Tells who leads the patient's teams, and who checks the log, that a file was opened; without a word about whose. The
 * administrators where nobody else checks the log: they give somebody that role.
 */
export async function enqueueEmergencyNotice(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal' | 'config'>,
  { organisationId, actor }: Pick<Ctx, 'organisationId' | 'actor'>,
  { id, teamIds, day }: Notice,
): Promise<void> {
  const readers = await tx
    .selectDistinct({ id: staff.id, email: staff.email, language: staff.language, role: memberships.role })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(
      and(
        eq(staff.organisationId, organisationId),
        ne(staff.id, actor.id),
        isNull(staff.leftAt),
        lte(memberships.from, day),
        or(isNull(memberships.until), gte(memberships.until, day)),
        or(
          inArray(memberships.role, ['auditor', 'administrator']),
          and(eq(memberships.role, 'team-lead'), inArray(memberships.teamId, [...teamIds])),
        ),
      ),
    )
  const spare = readers.some(({ role }) => role === 'auditor') ? 'administrator' : null
  const told = new Map(readers.filter(({ role }) => role !== spare).map((reader) => [reader.id, reader]))
  const rows = [...told.values()].map((reader) => {
    const row = { ...blank(deps, organisationId, 'emergency'), batch: `${reader.id} emergency ${id}` }
    const content = { language: reader.language as Language, link: deps.config.STAFF_URL }
    return { ...row, ...sealStaffMail(deps.seal, row.id, reader.email, content) }
  })
  if (rows.length > 0) await tx.insert(messages).values(rows)
}
