import { and, asc, count, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { teamRoles } from '../../core/access/access.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import { alerts } from '../db/schema/outcomes.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { keepFormer } from '../enrolments/former-choices.ts'
import { notFound, refused } from '../http/problem.ts'
import { dayOf } from '../staff/roles.ts'

/** Who takes over what somebody leaves behind in one team. */
export type Successor = { teamId: string; staffId: string }

const leads = (staffId: string) => and(eq(enrolments.leadClinicianId, staffId), isNull(enrolments.endedOn))
const hasInHand = (staffId: string) => and(eq(alerts.acknowledgedBy, staffId), isNull(alerts.closedAt))

/** What somebody would leave behind, per team in numbers, with the colleagues there who can take it over. */
export async function whatIsLeft({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx, staffId: string) {
  const [person] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.organisationId, ctx.organisationId)))
  if (!person) throw notFound('member of staff')
  const left = await leftPerTeam(db, staffId)
  const colleagues = await colleaguesIn(db, ctx, [...left.keys()], staffId, dayOf(now()))
  const names = await db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(inArray(teams.id, [...left.keys(), '']))
    .orderBy(asc(teams.name))
  return {
    teams: names.map(({ id, name }) => ({
      id,
      name,
      leadClinicianOf: left.get(id)?.led ?? 0,
      openAlerts: left.get(id)?.inHand ?? 0,
      colleagues: colleagues
        .filter(({ teamId }) => teamId === id)
        .map((one) => ({ id: one.id, name: one.name, profession: one.profession })),
    })),
  }
}

async function leftPerTeam(db: Tx, staffId: string) {
  const number = count().mapWith(Number)
  const led = await db
    .select({ teamId: enrolments.teamId, number })
    .from(enrolments)
    .where(leads(staffId))
    .groupBy(enrolments.teamId)
  const inHand = await db
    .select({ teamId: alerts.teamId, number })
    .from(alerts)
    .where(hasInHand(staffId))
    .groupBy(alerts.teamId)
  const numberOf = (rows: typeof led, teamId: string) =>
    rows.find((row) => row.teamId === teamId)?.number ?? 0
  const ids = new Set([...led, ...inHand].map(({ teamId }) => teamId))
  return new Map([...ids].map((id) => [id, { led: numberOf(led, id), inHand: numberOf(inHand, id) }]))
}

/** Who gives care in these teams today, with an account to do it from; once for each team. */
const colleaguesIn = (db: Tx, ctx: Ctx, teamIds: string[], except: string, today: string) =>
  db
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
        inArray(memberships.teamId, [...teamIds, '']),
        inArray(memberships.role, [...teamRoles]),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .orderBy(asc(staff.name))
    .then((rows) => rows.filter(({ id }) => id !== except))

/**
 * Gives lead clinicianship and alerts in hand to a colleague in each team; gives the patients concerned. 422
 * ('hand_over') where a team has nobody named who can.
 */
export async function handOver(
  tx: Tx,
  tools: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  staffId: string,
  successors: readonly Successor[],
): Promise<string[]> {
  const teamIds = [...(await leftPerTeam(tx, staffId)).keys()]
  const today = dayOf(tools.now())
  const colleagues = await colleaguesIn(tx, ctx, teamIds, staffId, today)
  const patients: string[] = []
  for (const teamId of teamIds) {
    const to = successors.find((one) => one.teamId === teamId)?.staffId
    if (!to || !colleagues.some((one) => one.id === to && one.teamId === teamId))
      throw refused('hand_over', 'Choose in each team a colleague who takes over', { teamId })
    const led = await tx
      .update(enrolments)
      .set({ leadClinicianId: to })
      .where(and(leads(staffId), eq(enrolments.teamId, teamId)))
      .returning({ enrolmentId: enrolments.id, patientId: enrolments.patientId })
    const former = { teamId, kind: 'lead', value: staffId, from: null, until: today } as const
    await keepFormer(
      tx,
      tools,
      led.map(({ enrolmentId }) => ({ ...former, enrolmentId })),
    )
    await tx
      .update(alerts)
      .set({ acknowledgedBy: to, holderId: to })
      .where(and(hasInHand(staffId), eq(alerts.teamId, teamId)))
    patients.push(...led.map(({ patientId }) => patientId))
  }
  return patients
}
