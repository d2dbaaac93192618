import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { teamRoles } from '../../core/access.ts'
import { once } from '../../core/memo.ts'
import type { Language } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { messages } from '../db/schema/messages.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { type StaffContent, type StaffLinkKind, sealStaffMail } from './content.ts'
import type { MessageKind } from './kinds.ts'

// Mail is written down in the transaction of the act it belongs to, and sent afterwards: server/messages/send-due.ts.

type Makes = Pick<Deps, 'now' | 'newId'>
type Seals = Makes & Pick<Deps, 'seal'>

/** A one-time link for a member of staff: an invitation, a new password, a lost second factor. Gives the message's id. */
export function enqueueStaffMail(
  tx: Tx,
  deps: Seals,
  mail: { organisationId: string; to: string; language: Language; kind: StaffLinkKind; link: string },
): Promise<string> {
  const { organisationId, to, language, kind, link } = mail
  return enqueueForStaff(tx, deps, 'staff-link', {
    organisationId,
    to,
    content: { language, link, purpose: kind },
  })
}

/** A mail that shows that mail works. Gives the message's id. */
export const enqueueTestMail = (
  tx: Tx,
  deps: Seals & Pick<Deps, 'config'>,
  { organisationId, to, language }: { organisationId: string; to: string; language: Language },
): Promise<string> =>
  enqueueForStaff(tx, deps, 'test', {
    organisationId,
    to,
    content: { language, link: deps.config.STAFF_URL },
  })

async function enqueueForStaff(
  tx: Tx,
  deps: Seals,
  kind: MessageKind,
  { organisationId, to, content }: { organisationId: string; to: string; content: StaffContent },
): Promise<string> {
  const row = { ...blank(deps, organisationId, kind), patientId: null }
  await tx
    .insert(messages)
    .values({ ...row, batch: row.id, ...sealStaffMail(deps.seal, row.id, to, content) })
  return row.id
}

/**
 * Tells a team that an alert waits for it, without a word about whom; the administrators where nobody works in that
 * team. At most one mail per person, hour and severity: an urgent alert is told even right after another one.
 */
export async function enqueueAlertNotice(
  tx: Tx,
  deps: Seals & Pick<Deps, 'config'>,
  alert: { organisationId: string; teamId: string; severity: 'attention' | 'urgent' },
): Promise<void> {
  const { organisationId, teamId, severity } = alert
  const hour = deps.now().toISOString().slice(0, 13)
  const told = `alert ${severity} ${hour}`
  const asked = { organisationId, told, today: hour.slice(0, 10) }
  const members = await membersOf(tx).execute({ ...asked, teamId })
  const teamIsEmpty = members.length === 0
  const readers = teamIsEmpty ? await administratorsOf(tx).execute(asked) : members
  const rows = readers
    .filter(({ wasTold }) => wasTold === null)
    .map(({ id, email, language }) => {
      const row = { ...blank(deps, organisationId, 'alert'), batch: `${id} ${told}` }
      const content = { language: language as Language, link: deps.config.STAFF_URL, teamIsEmpty }
      return { ...row, ...sealStaffMail(deps.seal, row.id, email, content) }
    })
  if (rows.length > 0) await tx.insert(messages).values(rows).onConflictDoNothing()
}

/** Colleagues in a role, with the mail that told them already, if one did. */
const colleagues = (tx: Tx, inRole: SQL | undefined) =>
  tx
    .selectDistinct({ id: staff.id, email: staff.email, language: staff.language, wasTold: messages.id })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .leftJoin(
      messages,
      and(
        eq(messages.organisationId, sql.placeholder('organisationId')),
        eq(messages.batch, sql`${staff.id} || ' ' || ${sql.placeholder('told')}`),
      ),
    )
    .where(
      and(
        inRole,
        eq(staff.organisationId, sql.placeholder('organisationId')),
        lte(memberships.from, sql.placeholder('today')),
        or(isNull(memberships.until), gte(memberships.until, sql.placeholder('today'))),
        isNull(staff.leftAt),
      ),
    )

const membersOf = once((tx: Tx) =>
  colleagues(
    tx,
    and(eq(memberships.teamId, sql.placeholder('teamId')), inArray(memberships.role, [...teamRoles])),
  ).prepare('alert_members'),
)

const administratorsOf = once((tx: Tx) =>
  colleagues(tx, eq(memberships.role, 'administrator')).prepare('alert_administrators'),
)

/** A message that waits to be sent as soon as can be. */
export function blank({ now, newId }: Makes, organisationId: string, kind: MessageKind) {
  const at = now().toISOString()
  return { id: newId('msg'), organisationId, kind, channel: 'mail', dueAt: at, createdAt: at, attempts: 0 }
}
