import { and, eq } from 'drizzle-orm'
import type { ContactLine } from '../../core/patients/contacts.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict } from '../http/problem.ts'

/** Whose lines: this patient's own on one care path, or those that all patients of the team read. */
export type ContactsChange = { of: 'patient' | 'team'; seen: ContactLine[]; lines: ContactLine[] }

/** The lines of a team. */
export async function teamContacts(db: Tx, teamId: string): Promise<ContactLine[]> {
  const [found] = await db.select({ lines: teams.contacts }).from(teams).where(eq(teams.id, teamId))
  return found?.lines ?? []
}

/**
 * Writes whom patients call for what, instead of the lines that were seen: 409 ('changed_elsewhere') where somebody
 * changed them meanwhile, 404 for a care path of another team.
 */
export async function saveContacts(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  enrolmentId: string,
  { of, seen, lines }: ContactsChange,
): Promise<void> {
  const { patientId, teamId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  await deps.db.transaction(async (tx) => {
    const change = { contacts: lines }
    const written =
      of === 'team'
        ? await tx
            .update(teams)
            .set(change)
            .where(and(eq(teams.id, teamId), eq(teams.contacts, seen)))
            .returning({ id: teams.id })
        : await tx
            .update(enrolments)
            .set(change)
            .where(and(eq(enrolments.id, enrolmentId), eq(enrolments.contacts, seen)))
            .returning({ id: enrolments.id })
    if (written.length === 0) throw conflict('changed_elsewhere', 'Somebody else changed this list meanwhile')
    const ofTeam = { type: 'team.contacts-changed', object: { type: 'team', id: teamId } }
    const ofPath = { type: 'enrolment.contacts-changed', object: { type: 'enrolment', id: enrolmentId } }
    await record(tx, deps, ctx, {
      action: 'U',
      ...(of === 'team' ? ofTeam : { ...ofPath, patients: [patientId] }),
      detail: { lines: lines.length },
    })
  })
}
