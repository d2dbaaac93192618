import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { dayOf, grantRole, holdStaff } from '../staff/roles.ts'
import { GivenRole, Person } from './inputs.ts'
import { sendLink } from './send-link.ts'

export const Invitation = Person.extend({ roles: z.array(GivenRole).max(20) })

/** Adds a colleague with their roles and mails them an invitation; gives the link where there is no mail. */
export async function invite(deps: Deps, ctx: Ctx, { roles, ...person }: z.infer<typeof Invitation>) {
  const id = deps.newId('sta')
  const createdAt = deps.now().toISOString()
  const row = { id, organisationId: ctx.organisationId, createdAt, ...person }
  const link = await deps.db
    .transaction(async (tx) => {
      await tx.insert(staff).values(row)
      for (const { role, teamId, from = dayOf(deps.now()) } of roles)
        await grantRole(tx, deps, ctx, id, { role, teamId, from })
      await record(tx, deps, ctx, {
        action: 'C',
        type: 'staff.invited',
        object: { type: 'staff', id },
        detail: { roles: roles.map(({ role, teamId }) => ({ role, teamId })) },
      })
      return sendLink(tx, deps, row, 'invitation', ctx.actor.name)
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error)
        ? conflict('address_taken', 'Somebody here has this address already')
        : error
    })
  return { id, link }
}

export const NewLink = z.strictObject({ kind: z.enum(['invitation', 'password', 'second-factor']) })

/** A new one-time link for a colleague: the invitation again, or what they lost. Nobody makes one for themselves. */
export async function giveLink(deps: Deps, ctx: Ctx, staffId: string, { kind }: z.infer<typeof NewLink>) {
  if (staffId === ctx.actor.id)
    throw refused('own_link', 'Ask another administrator to make this link for you')
  return deps.db.transaction(async (tx) => {
    const person = await holdStaff(tx, ctx, staffId)
    if (person.leftAt) throw refused('has_left', 'This colleague has left; let them come back first')
    if ((kind === 'invitation') === (person.userId !== null))
      throw refused(
        'link_kind',
        'An invitation is for who has no account; the other links are for who has one',
      )
    await record(tx, deps, ctx, {
      action: 'E',
      type: 'staff.link-given',
      object: { type: 'staff', id: staffId },
      detail: { kind },
    })
    return { link: await sendLink(tx, deps, person, kind, ctx.actor.name) }
  })
}

/** Somebody who left comes back, with an invitation and without their old roles. */
export async function rejoin(deps: Deps, ctx: Ctx, staffId: string) {
  return deps.db.transaction(async (tx) => {
    const person = await holdStaff(tx, ctx, staffId)
    const back = await tx
      .update(staff)
      .set({ leftAt: null })
      .where(and(eq(staff.id, staffId), eq(staff.organisationId, ctx.organisationId)))
      .returning({ id: staff.id })
    if (back.length === 0 || !person.leftAt) throw notFound('colleague who left')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'staff.rejoined',
      object: { type: 'staff', id: staffId },
    })
    return { link: await sendLink(tx, deps, person, 'invitation', ctx.actor.name) }
  })
}

/** A colleague's own particulars. The address of who has an account stays: they sign in with it. */
export async function changePerson(deps: Deps, ctx: Ctx, staffId: string, change: z.infer<typeof Change>) {
  await deps.db.transaction(async (tx) => {
    const changed = await tx
      .update(staff)
      .set(change)
      .where(and(eq(staff.id, staffId), eq(staff.organisationId, ctx.organisationId), isNull(staff.leftAt)))
      .returning({ id: staff.id })
    if (changed.length === 0) throw notFound('member of staff')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'staff.changed',
      object: { type: 'staff', id: staffId },
    })
  })
}
export const Change = Person.omit({ email: true })
