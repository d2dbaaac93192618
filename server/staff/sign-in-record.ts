import { eq, or } from 'drizzle-orm'
import type { Language } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'

/** Stands for "of no organisation here" on lines about an address that nobody here has. */
export const NOWHERE = 'none'

type About = { userId: string } | { email: string } | { staffId: string }
type Where = { requestId: string | null; address: string | null }

/** A line in the log about signing in or out, on the name of the person whose account it is about. */
export async function recordSignIn(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  who: About,
  where: Where,
  event: { type: string; outcome?: '0' | '4'; detail?: Record<string, unknown> },
): Promise<void> {
  const ctx = { ...(await personCtx(deps, who)), ...where, purpose: 'SYSADMIN' as const }
  await deps.db.transaction((tx) => record(tx, deps, ctx, { action: 'E', ...event }))
}

async function personCtx({ db }: Pick<Deps, 'db'>, who: About): Promise<Ctx> {
  const [person] = await db
    .select()
    .from(staff)
    .where(
      or(
        'userId' in who ? eq(staff.userId, who.userId) : undefined,
        'email' in who ? eq(staff.email, who.email.toLowerCase()) : undefined,
        'staffId' in who ? eq(staff.id, who.staffId) : undefined,
      ),
    )
  if (!person) return { ...systemCtx(NOWHERE, 'unknown'), actor: { kind: 'staff', id: 'unknown', name: '' } }
  return {
    ...systemCtx(person.organisationId, person.id, person.language as Language),
    actor: { kind: 'staff', id: person.id, name: person.name },
  }
}
