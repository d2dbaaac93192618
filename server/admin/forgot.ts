import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Language } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { hasRecentLink } from '../staff/links.ts'
import { holdStaff } from '../staff/roles.ts'
import { NOWHERE } from '../staff/sign-in-record.ts'
import { sendLink } from './send-link.ts'

const AGAIN_MINUTES = 5

/**
 * Mails a link to set a new password, if this address has an account. Who asks cannot tell whether it has: a line
 * in the log is written for either, so both take as long. Who was sent one just now keeps that one, so that nobody
 * can fill another's mailbox or end the link they are about to open.
 */
export async function askNewPassword(
  deps: Deps,
  where: Pick<Ctx, 'requestId' | 'address'>,
  email: string,
): Promise<void> {
  const [person] = await deps.db
    .select()
    .from(staff)
    .where(and(eq(staff.email, email.toLowerCase()), isNull(staff.leftAt), isNotNull(staff.userId)))
  const asking = systemCtx(person?.organisationId ?? NOWHERE, 'sign-in', person?.language as Language)
  await deps.db.transaction(async (tx) => {
    if (person) await sendOnce(tx, deps, asking, person.id)
    await record(
      tx,
      deps,
      { ...asking, ...where, purpose: 'SYSADMIN' },
      {
        action: 'E',
        type: 'staff.password-link-asked',
        outcome: person ? '0' : '4',
        ...(person ? { object: { type: 'staff', id: person.id } } : {}),
      },
    )
  })
}

async function sendOnce(tx: Tx, deps: Deps, asking: Ctx, staffId: string) {
  const person = await holdStaff(tx, asking, staffId) // two who ask at once take turns
  const link = { staffId, kind: 'password', minutes: AGAIN_MINUTES } as const
  if (!(await hasRecentLink(tx, deps, link))) await sendLink(tx, deps, person, 'password')
}
