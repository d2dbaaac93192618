import { and, count, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { teamRoles } from '../../core/access.ts'
import { nameShape } from '../../core/shapes.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { alerts } from '../db/schema/outcomes.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { removeAccount } from '../staff/account.ts'
import { killLinks } from '../staff/links.ts'
import { dayBefore, dayOf, endAllRoles, holdStaff, mustHaveAdministrator, rolesOf } from '../staff/roles.ts'

export const Leaving = z.strictObject({ handOverTo: nameShape.nullable() })

const leads = (staffId: string) => and(eq(enrolments.leadClinicianId, staffId), isNull(enrolments.endedOn))
const hasInHand = (staffId: string) => and(eq(alerts.acknowledgedBy, staffId), isNull(alerts.closedAt))

/** What somebody would leave behind, in numbers, and which colleagues are in all the teams concerned. */
export async function whatIsLeft({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx, staffId: string) {
  const [person] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.organisationId, ctx.organisationId)))
  if (!person) throw notFound('member of staff')
  const [led] = await db
    .select({ number: count().mapWith(Number) })
    .from(enrolments)
    .where(leads(staffId))
  const [open] = await db
    .select({ number: count().mapWith(Number) })
    .from(alerts)
    .where(hasInHand(staffId))
  const teams = await teamsConcerned(db, staffId)
  return {
    leadClinicianOf: led?.number ?? 0,
    openAlerts: open?.number ?? 0,
    colleagues:
      teams.length > 0 ? await colleaguesIn(db, ctx, { teams, except: staffId, today: dayOf(now()) }) : [],
  }
}

async function teamsConcerned(db: Tx, staffId: string): Promise<string[]> {
  const ledIn = await db.selectDistinct({ id: enrolments.teamId }).from(enrolments).where(leads(staffId))
  const alertsIn = await db.selectDistinct({ id: alerts.teamId }).from(alerts).where(hasInHand(staffId))
  return [...new Set([...ledIn, ...alertsIn].map(({ id }) => id))]
}

type Wanted = { teams: string[]; except: string; today: string }

/** Colleagues who give care in every one of the teams, with an account to do it from. */
async function colleaguesIn(db: Tx, ctx: Ctx, { teams, except, today }: Wanted) {
  const rows = await db
    .selectDistinct({
      id: staff.id,
      name: staff.name,
      profession: staff.profession,
      teamId: memberships.teamId,
    })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        eq(staff.organisationId, ctx.organisationId),
        isNull(staff.leftAt),
        isNotNull(staff.userId),
        inArray(memberships.teamId, teams),
        inArray(memberships.role, [...teamRoles]),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .orderBy(staff.name)
  const inAll = rows.filter(
    ({ id }) => id !== except && rows.filter((row) => row.id === id).length === teams.length,
  )
  return [...new Map(inAll.map(({ id, name, profession }) => [id, { id, name, profession }])).values()]
}

/**
 * Somebody leaves: out at the next request, every role ended, and what was theirs handed over to a colleague who is
 * in the same teams. Refused when something would be nobody's, and for the last administrator.
 */
export async function leave(deps: Deps, ctx: Ctx, staffId: string, { handOverTo }: z.infer<typeof Leaving>) {
  if (staffId === ctx.actor.id) throw refused('own_leave', 'Ask another administrator to do this for you')
  await deps.db.transaction(async (tx) => {
    const person = await holdStaff(tx, ctx, staffId)
    if (person.leftAt) throw refused('has_left', 'This colleague has left already')
    const at = deps.now().toISOString()
    const handedOver = await handOver(tx, deps, ctx, staffId, handOverTo)
    const held = await rolesOf(tx, [staffId], dayOf(deps.now()))
    await endAllRoles(tx, staffId, dayBefore(deps.now()))
    await tx.update(staff).set({ leftAt: at }).where(eq(staff.id, staffId))
    if (held.some(({ role }) => role === 'administrator'))
      await mustHaveAdministrator(tx, ctx, dayOf(deps.now()))
    await killLinks(tx, staffId, at)
    if (person.userId) await removeAccount(tx, { staffId, userId: person.userId })
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'staff.left',
      object: { type: 'staff', id: staffId },
      patients: handedOver,
      detail: { handOverTo, patients: handedOver.length },
    })
  })
}

/** Gives lead clinicianship and alerts in hand to a colleague; gives the patients concerned. */
async function handOver(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  ctx: Ctx,
  staffId: string,
  to: string | null,
): Promise<string[]> {
  const teams = await teamsConcerned(tx, staffId)
  if (teams.length === 0) return []
  const colleagues = await colleaguesIn(tx, ctx, { teams, except: staffId, today: dayOf(now()) })
  if (!colleagues.some(({ id }) => id === to))
    throw refused('hand_over', 'Choose a colleague in the same teams who takes over')
  const led = await tx
    .update(enrolments)
    .set({ leadClinicianId: to })
    .where(leads(staffId))
    .returning({ patientId: enrolments.patientId })
  await tx.update(alerts).set({ acknowledgedBy: to }).where(hasInHand(staffId))
  return led.map(({ patientId }) => patientId)
}
