import { and, count, desc, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'
import { messages } from '../db/schema/messages.ts'
import { teams } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { canSignIn } from '../patients/issuer.ts'
import { mailWorks } from './send-link.ts'

/** How far a new organisation is on its way to the first invitation: read from the facts, never ticked off by hand. */
export async function startState({ db, config }: Pick<Deps, 'db' | 'config'>, ctx: Ctx) {
  const organisation = await readOrganisation(db, ctx)
  const people = await peopleByRole(db, ctx)
  const of = (...roles: string[]) => people.filter(({ role }) => roles.includes(role))
  return {
    organisation: { name: organisation.name, done: organisation.urgentPhone !== '' },
    teams: {
      number: await howMany(
        db
          .select({ n: count().mapWith(Number) })
          .from(teams)
          .where(eq(teams.organisationId, ctx.organisationId)),
      ),
    },
    clinicians: numbers(of('clinician', 'team-lead')),
    dataManagers: numbers(of('data-manager')),
    mail: { works: mailWorks(config), test: await lastTest(db, ctx) },
    appointments: {
      number: await howMany(
        db
          .select({ n: count().mapWith(Number) })
          .from(appointments)
          .where(eq(appointments.organisationId, ctx.organisationId)),
      ),
    },
    invitations: await invitations(db, ctx),
    signingIn: { works: canSignIn(config) },
  }
}

const howMany = async (question: PromiseLike<{ n: number }[]>) => (await question)[0]?.n ?? 0

const numbers = (people: { staffId: string; userId: string | null }[]) => ({
  active: new Set(people.filter(({ userId }) => userId).map(({ staffId }) => staffId)).size,
  invited: new Set(people.filter(({ userId }) => !userId).map(({ staffId }) => staffId)).size,
})

const peopleByRole = (db: Tx, ctx: Ctx) =>
  db
    .select({ staffId: staff.id, userId: staff.userId, role: memberships.role })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        eq(staff.organisationId, ctx.organisationId),
        isNull(staff.leftAt),
        isNull(memberships.until),
        inArray(memberships.role, ['clinician', 'team-lead', 'data-manager']),
      ),
    )

async function lastTest(db: Tx, ctx: Ctx) {
  const [last] = await db
    .select({
      askedAt: messages.createdAt,
      sentAt: messages.sentAt,
      failedAt: messages.failedAt,
      why: messages.why,
    })
    .from(messages)
    .where(and(eq(messages.organisationId, ctx.organisationId), eq(messages.kind, 'test')))
    .orderBy(desc(messages.createdAt))
    .limit(1)
  return last ?? null
}

async function invitations(db: Tx, ctx: Ctx) {
  const mine = and(eq(messages.organisationId, ctx.organisationId), eq(messages.kind, 'invitation'))
  const [sent] = await db
    .select({ n: count().mapWith(Number), last: max(messages.sentAt) })
    .from(messages)
    .where(and(mine, isNotNull(messages.sentAt)))
  const waiting = await howMany(
    db
      .select({ n: count().mapWith(Number) })
      .from(messages)
      .where(and(mine, isNull(messages.sentAt), isNull(messages.failedAt), isNull(messages.suppressedAt))),
  )
  return { sent: sent?.n ?? 0, lastSentAt: sent?.last ?? null, waiting }
}
