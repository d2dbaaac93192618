import { launches } from '../../../server/db/schema/launches.ts'
import { signedToken } from '../../../server/launches/cookies.ts'
import { hashOf } from '../../../server/staff/links.ts'
import type { House } from '../house.ts'

/** The headers of a page that a record system opened: of this member of staff, about this patient. */
export async function launchedHeaders(
  { db, deps }: House,
  about: { organisationId: string; staffId: string; patientId: string },
): Promise<Record<string, string>> {
  const id = deps.newId('lau')
  const startedAt = deps.now().toISOString()
  const endsAt = new Date(deps.now().getTime() + 3_600_000).toISOString()
  const row = { ...about, id, source: 'EPD', tokenHash: hashOf(id), startedAt, seenAt: startedAt, endsAt }
  await db.insert(launches).values(row)
  return { cookie: `launched=${signedToken(deps.secret, id)}`, 'x-launch': id }
}
