import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, notExists, or } from 'drizzle-orm'
import { teamRoles } from '../../core/access/access.ts'
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
