import type { Directory } from '../appointments/directory.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { takePerson } from '../patients/take-person.ts'
import type { Source } from './admit/desk.ts'
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
  const told = openPerson({ seal: deps.seal, bsn: directory.bsn }, aside.id, aside.message)
  const person = { ...told, changedAt: told.changedAt ?? aside.receivedAt } // it is no newer for having waited
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [aside.patientId].filter(isThere))
    await closeAsides(tx, deps, ctx, [aside], 'accepted')
    if (winner === 'theirs' && aside.patientId) await takePerson(tx, deps, aside.patientId, person)
    await updatePeople(tx, deps, ctx, directory, [person], aside.source as Source)
  })
}
