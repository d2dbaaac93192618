import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notExists,
  or,
} from 'drizzle-orm'
import { teamRoles } from '../../core/access.ts'
import type { Rung } from '../../core/alert-ladder.ts'
import { RENEWED } from '../../core/alert-outcome.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { organisations } from '../db/schema/organisations.ts'
import { alerts } from '../db/schema/outcomes.ts'
import { memberships, staff } from '../db/schema/staff.ts'

export type DueAlert = Awaited<ReturnType<typeof dueAlerts>>[number]

/**
 * Open alerts that nobody was told of, whose time on their rung is over, or whose holder gives no care in the team any
 * more; the oldest first, from the one `after` another on: what cannot be moved holds up nothing that came later.
 */
export const dueAlerts = (
  db: Tx,
  now: string,
  { most, after }: { most: number; after: { raisedAt: string; id: string } | undefined },
) =>
  db
    .select({
      id: alerts.id,
      enrolmentId: alerts.enrolmentId,
      teamId: alerts.teamId,
      rule: alerts.rule,
      severity: alerts.severity,
      value: alerts.value,
      raisedAt: alerts.raisedAt,
      respondBy: alerts.respondBy,
      rung: alerts.rung,
      holderId: alerts.holderId,
      climbsAt: alerts.climbsAt,
      acknowledgedAt: alerts.acknowledgedAt,
      acknowledgedBy: alerts.acknowledgedBy,
      patientId: enrolments.patientId,
      setVersionId: enrolments.setVersionId,
      organisationId: enrolments.organisationId,
      zone: organisations.timeZone,
    })
    .from(alerts)
    .innerJoin(enrolments, eq(enrolments.id, alerts.enrolmentId))
    .innerJoin(organisations, eq(organisations.id, enrolments.organisationId))
    .where(
      and(
        isNull(alerts.closedAt),
        after &&
          or(
            gt(alerts.raisedAt, after.raisedAt),
            and(eq(alerts.raisedAt, after.raisedAt), gt(alerts.id, after.id)),
          ),
        or(
          isNull(alerts.climbsAt),
          lte(alerts.climbsAt, now),
          and(isNotNull(alerts.holderId), notExists(holderAtWork(db, now.slice(0, 10)))),
        ),
      ),
    )
    .orderBy(asc(alerts.raisedAt), asc(alerts.id))
    .limit(most)

const holderAtWork = (db: Tx, today: string) =>
  db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(
      and(
        eq(memberships.staffId, alerts.holderId),
        eq(memberships.teamId, alerts.teamId),
        inArray(memberships.role, [...teamRoles]),
        isNull(staff.leftAt),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )

export type Move = {
  rung: Rung
  holderId: string | null
  climbsAt: string
  /** Given to somebody afresh: whoever had taken it up has left. */
  isFresh: boolean
}

/** True for the first who moves it from where it was seen. */
export async function moveAlert(tx: Tx, seen: DueAlert, { isFresh, ...move }: Move): Promise<boolean> {
  const same = (column: AnyColumn, value: string | null) =>
    value === null ? isNull(column) : eq(column, value)
  const moved = await tx
    .update(alerts)
    .set({ ...move, ...(isFresh ? { acknowledgedAt: null, acknowledgedBy: null } : {}) })
    .where(
      and(
        eq(alerts.id, seen.id),
        isNull(alerts.closedAt),
        same(alerts.rung, seen.rung),
        same(alerts.climbsAt, seen.climbsAt),
        same(alerts.holderId, seen.holderId),
      ),
    )
    .returning({ id: alerts.id })
  return moved.length > 0
}

/** Closes what is still open of the same rule: this alert goes on with it. Gives the last of them. */
export async function renewOpen(tx: Tx, alert: DueAlert, now: string) {
  const renewed = await tx
    .update(alerts)
    .set({ closedAt: now, outcomeCode: RENEWED })
    .where(and(before(alert), isNull(alerts.closedAt)))
    .returning()
  return renewed.toSorted((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1)).at(-1) ?? null
}

/** The alert of the same rule before this one. */
export async function previousOf(tx: Tx, alert: DueAlert) {
  const [last] = await tx
    .select({ id: alerts.id, value: alerts.value })
    .from(alerts)
    .where(before(alert))
    .orderBy(desc(alerts.raisedAt), desc(alerts.id))
    .limit(1)
  return last ?? null
}

const before = ({ id, enrolmentId, rule, raisedAt }: DueAlert) =>
  and(
    eq(alerts.enrolmentId, enrolmentId),
    eq(alerts.rule, rule),
    ne(alerts.id, id),
    or(lt(alerts.raisedAt, raisedAt), and(eq(alerts.raisedAt, raisedAt), lt(alerts.id, id))),
  )

type Link = Partial<
  Pick<
    typeof alerts.$inferInsert,
    | 'follows'
    | 'isWorse'
    | 'severity'
    | 'respondBy'
    | 'rung'
    | 'holderId'
    | 'acknowledgedAt'
    | 'acknowledgedBy'
    | 'climbsAt'
  >
>

export const linkAlert = (tx: Tx, id: string, link: Link) =>
  tx.update(alerts).set(link).where(eq(alerts.id, id))
