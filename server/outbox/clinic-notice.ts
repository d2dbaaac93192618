import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { EveTally } from '../../core/mail/clinic-eve.ts'
import type { Language } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { messages } from '../db/schema/messages.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { sealStaffMail } from './content.ts'
import { blank } from './store.ts'

/** The clinic of one member of staff on one day (an ISO date). */
export type ClinicNotice = EveTally & { staffId: string; day: string }

/** Writes these mails, each once, to who works here, has an account and wants them. */
export async function enqueueClinicNotices(
  db: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal' | 'config'>,
  organisationId: string,
  notices: readonly ClinicNotice[],
): Promise<void> {
  const readers = await readersOf(
    db,
    notices.map(({ staffId }) => staffId),
  )
  const rows = notices.flatMap(({ staffId, ...eve }) => {
    const reader = readers.get(staffId)
    if (!reader) return []
    const row = { ...blank(deps, organisationId, 'clinic-eve'), batch: `${staffId} clinic ${eve.day}` }
    const link = `${deps.config.STAFF_URL}/staff/clinic?day=${eve.day}`
    const content = { language: reader.language as Language, link, eve }
    return [{ ...row, ...sealStaffMail(deps.seal, row.id, reader.email, content) }]
  })
  if (rows.length > 0) await db.insert(messages).values(rows).onConflictDoNothing()
}

async function readersOf(db: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .select({ id: staff.id, email: staff.email, language: staff.language })
    .from(staff)
    .where(
      and(
        inArray(staff.id, [...new Set(ids)]),
        isNotNull(staff.userId),
        isNull(staff.leftAt),
        eq(staff.clinicMail, true),
      ),
    )
  return new Map(rows.map((row) => [row.id, row]))
}
