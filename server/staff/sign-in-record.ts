import { eq } from 'drizzle-orm'
import type { Language } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { countStrangers } from './tries.ts'

/** Stands for "of no organisation here" on lines about an address that nobody here has. */
export const NOWHERE = 'none'

type About = { userId: string } | { email: string } | { staffId: string }
type Where = Pick<Ctx, 'requestId' | 'address'>
type Event = { type: string; outcome?: '0' | '4'; detail?: Record<string, unknown> }
type Telling = Pick<Deps, 'db' | 'now' | 'newId'>

/** A line in the log about signing in or out, on the name of the person whose account it is about. */
export async function recordSignIn(deps: Telling, who: About, where: Where, event: Event): Promise<void> {
  const person = await findPerson(deps, who)
  await write(deps, person ? ctxOf(person) : unknown, where, event)
}

/** A line about a refusal. Addresses that nobody here has are counted: anybody can make up more of them than a disk holds. */
export async function recordRefusal(deps: Telling, who: About, where: Where, how: string): Promise<void> {
  const refusal = { type: 'session.refused', outcome: '4' } as const
  const person = await findPerson(deps, who)
  if (person) return write(deps, ctxOf(person), where, { ...refusal, detail: { how } })
  const { times, isTelling } = await countStrangers(deps.db, deps, how)
  if (isTelling) await write(deps, unknown, where, { ...refusal, detail: { how, times } })
}

const write = (deps: Telling, ctx: Ctx, where: Where, event: Event): Promise<void> =>
  deps.db.transaction((tx) =>
    record(tx, deps, { ...ctx, ...where, purpose: 'SYSADMIN' }, { action: 'E', ...event }),
  )

async function findPerson({ db }: Pick<Deps, 'db'>, who: About) {
  const isWho =
    'userId' in who
      ? eq(staff.userId, who.userId)
      : 'email' in who
        ? eq(staff.email, who.email.toLowerCase())
        : eq(staff.id, who.staffId)
  const [person] = await db.select().from(staff).where(isWho)
  return person
}

const unknown: Ctx = {
  ...systemCtx(NOWHERE, 'unknown'),
  actor: { kind: 'staff', id: 'unknown', name: '' },
}

const ctxOf = (person: typeof staff.$inferSelect): Ctx => ({
  ...systemCtx(person.organisationId, person.id, person.language as Language),
  actor: { kind: 'staff', id: person.id, name: person.name },
})
