import type { Db } from '../../../server/db/database.ts'
import { organisations, teams } from '../../../server/db/schema/organisations.ts'
import { memberships, session, staff, user } from '../../../server/db/schema/staff.ts'
import type { Deps } from '../../../server/deps.ts'

export type BenchHouse = { outcomeSet: string; role: 'clinician' | 'data-manager' }

const HOUR = 3_600_000

/** One organisation with one team, and one member of staff who is signed in behind a second factor. */
export async function addHouse(
  { db, now, newId }: { db: Db } & Pick<Deps, 'now' | 'newId'>,
  sessionToken: string,
  { outcomeSet, role }: BenchHouse,
): Promise<{ organisationId: string; teamId: string }> {
  const createdAt = now().toISOString()
  const expiresAt = new Date(now().getTime() + 6 * HOUR).toISOString()
  const [organisationId, teamId, staffId, userId] = [newId('org'), newId('tea'), newId('sta'), newId('usr')]
  const person = { name: 'B. Ench', email: 'clinician@example.org' }
  await db.transaction(async (tx) => {
    await tx.insert(organisations).values({
      id: organisationId,
      name: 'Bench',
      timeZone: 'Europe/Amsterdam',
      language: 'nl',
      urgentPhone: '010 000 00 00',
      confirmBirthDate: false,
      sendFrom: '08:00',
      sendUntil: '20:00',
      createdAt,
    })
    await tx.insert(teams).values({
      id: teamId,
      organisationId,
      name: 'Team',
      outcomeSet,
      phone: '010 000 00 01',
      createdAt,
    })
    await tx.insert(user).values({
      id: userId,
      ...person,
      emailVerified: true,
      createdAt,
      updatedAt: createdAt,
      twoFactorEnabled: true,
    })
    await tx.insert(session).values({
      id: newId('ses'),
      token: sessionToken,
      userId,
      createdAt,
      updatedAt: expiresAt, // seen in the time to come: it does not fall asleep however slow the machine is
      expiresAt,
    })
    await tx.insert(staff).values({
      id: staffId,
      userId,
      organisationId,
      ...person,
      profession: 'nurse-specialist',
      language: 'nl',
      createdAt,
    })
    await tx.insert(memberships).values({
      id: newId('mem'),
      staffId,
      teamId: role === 'clinician' ? teamId : null,
      role,
      from: '2020-01-01',
    })
  })
  return { organisationId, teamId }
}
