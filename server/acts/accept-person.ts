import { eq } from 'drizzle-orm'
import { fold } from '../../core/fold.ts'
import type { Directory } from '../appointments/directory.ts'
import type { FeedSource } from '../appointments/feed-days.ts'
import type { Ctx } from '../ctx.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { openPerson } from './aside-person.ts'
import { type Aside, closeAsides, isThere } from './aside-verdict.ts'
import { updatePeople } from './update-people.ts'

/** It is the same person after all: what was said of them is taken over, the name and birth date too where theirs hold. */
export async function acceptPerson(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  directory: Directory,
  aside: Aside,
  winner: 'ours' | 'theirs',
): Promise<void> {
  const person = openPerson(deps.seal, aside.id, aside.message)
  const { givenName, familyName, birthDate } = person
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [aside.patientId].filter(isThere))
    await closeAsides(tx, deps, ctx, [aside], 'accepted')
    if (winner === 'theirs' && aside.patientId)
      await tx
        .update(patients)
        .set({ givenName, familyName, birthDate, searchName: fold(`${givenName} ${familyName}`) })
        .where(eq(patients.id, aside.patientId))
    await updatePeople(tx, deps, ctx, directory, [person], aside.source as FeedSource)
  })
}
