import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Language } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { NOWHERE } from '../staff/sign-in-record.ts'
import { sendLink } from './send-link.ts'

/**
 * Mails a link to set a new password, if this address has an account. Who asks cannot tell whether it has: a line
 * in the log is written for either, so both take as long.
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
    if (person) await sendLink(tx, deps, person, 'password')
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
