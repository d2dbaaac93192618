import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { type Role, teamRoles } from '../../core/access/access.ts'
import { once } from '../../core/memo.ts'
import type { Language } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { messages } from '../db/schema/messages.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { type AlertMail, sealStaffMail } from './content.ts'
import { blank } from './store.ts'

/** Whom a mail about an alert is for: one person, who leads the team, everybody in it, or who runs the house. */
export type Told = { staffId: string } | 'leads' | 'team' | 'administrators'

type AlertNotice = {
  organisationId: string
  teamId: string
  severity: string
  to: Told
  /** Whether somebody before these should have answered it. */
  waits: boolean
}

/**
 * Tells people that an alert waits for them, without a word about whom. Where a team has no lead it is everybody in it;
 * the administrators where nobody works there. At most one mail per person, hour and severity, and one more when one
 * waits too long: an urgent alert is told even right after another one.
 */
export async function enqueueAlertNotice(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal' | 'config'>,
  { organisationId, teamId, severity, to, waits }: AlertNotice,
): Promise<void> {
  const hour = deps.now().toISOString().slice(0, 13)
  const told = `alert${waits ? '-waits' : ''} ${severity} ${hour}`
  const asked = { organisationId, teamId, told, today: hour.slice(0, 10) }
  const { readers, about } = await readersOf(tx, to, asked, waits)
  const rows = readers
    .filter(({ wasTold }) => wasTold === null)
    .map(({ id, email, language }) => {
      const row = { ...blank(deps, organisationId, 'alert'), batch: `${id} ${told}` }
      const content = { language: language as Language, link: deps.config.STAFF_URL, about }
      return { ...row, ...sealStaffMail(deps.seal, row.id, email, content) }
    })
  if (rows.length > 0) await tx.insert(messages).values(rows).onConflictDoNothing()
}

type Asked = { organisationId: string; teamId: string; told: string; today: string }

async function readersOf(tx: Tx, to: Told, asked: Asked, waits: boolean) {
  const ask = questions(tx)
  const about: AlertMail = waits ? 'alert-waits' : 'alert'
  if (typeof to === 'object') {
    const person = await ask.person.execute({ ...asked, staffId: to.staffId })
    if (person.length > 0) return { readers: person, about }
  }
  if (to === 'administrators')
    return { readers: await ask.administrators.execute(asked), about: 'alert-unanswered' as const }
  const leads = to === 'team' ? [] : await ask.leads.execute(asked)
  const members = leads.length > 0 ? leads : await ask.members.execute(asked)
  if (members.length > 0) return { readers: members, about }
  return { readers: await ask.administrators.execute(asked), about: 'alert-to-nobody' as const }
}

const questions = once((tx: Tx) => ({
  person: colleagues(tx, and(ofTeam(teamRoles), eq(staff.id, sql.placeholder('staffId')))).prepare(
    'alert_person',
  ),
  leads: colleagues(tx, ofTeam(['team-lead'])).prepare('alert_leads'),
  members: colleagues(tx, ofTeam(teamRoles)).prepare('alert_members'),
  administrators: colleagues(tx, eq(memberships.role, 'administrator')).prepare('alert_administrators'),
}))

const ofTeam = (roles: readonly Role[]) =>
  and(eq(memberships.teamId, sql.placeholder('teamId')), inArray(memberships.role, [...roles]))

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
