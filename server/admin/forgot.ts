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
import { countStrangers } from '../staff/tries.ts'
import { mailWorks, sendLink } from './send-link.ts'

const AGAIN_MINUTES = 5

/**
 * Mails a link to set a new password, if this address has an account. Who asks cannot tell whether it has. Who was
 * sent one just now keeps that one, so that nobody can fill another's mailbox or end the link they are about to open;
 * and where no mail goes out no link is made, as it would end the one that an administrator handed over. What sends
 * nothing is counted, as anybody can ask without end.
 */
export async function askNewPassword(deps: Deps, where: Where, email: string): Promise<void> {
  const [person] = await deps.db
    .select()
    .from(staff)
    .where(and(eq(staff.email, email.toLowerCase()), isNull(staff.leftAt), isNotNull(staff.userId)))
  const asking = systemCtx(person?.organisationId ?? NOWHERE, 'sign-in', person?.language as Language)
  const ctx = { ...asking, ...where, purpose: 'SYSADMIN' as const }
  const isSent = person && mailWorks(deps.config) ? await sendOnce(deps, ctx, person.id) : false
  if (isSent) return
  const whose = person ? `password-link ${person.id}` : 'password-link' // a line about somebody counts theirs only
  const { times, isTelling } = await countStrangers(deps.db, deps, whose)
  if (isTelling) await deps.db.transaction((tx) => recordAsked(tx, deps, ctx, person?.id, { times }))
}

type Where = Pick<Ctx, 'requestId' | 'address'>

/** False when one was sent just now. */
const sendOnce = (deps: Deps, ctx: Ctx, staffId: string): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const person = await holdStaff(tx, ctx, staffId) // two who ask at once take turns
    const link = { staffId, kind: 'password', minutes: AGAIN_MINUTES } as const
    if (await hasRecentLink(tx, deps, link)) return false
    await sendLink(tx, deps, person, 'password')
    await recordAsked(tx, deps, ctx, staffId)
    return true
  })

/** `unsent` says how many askings there were that sent no link. */
const recordAsked = (tx: Tx, deps: Deps, ctx: Ctx, staffId: string | undefined, unsent?: { times: number }) =>
  record(tx, deps, ctx, {
    action: 'E',
    type: 'staff.password-link-asked',
    outcome: unsent ? '4' : '0',
    ...(staffId ? { object: { type: 'staff', id: staffId } } : {}),
    ...(unsent ? { detail: unsent } : {}),
  })
