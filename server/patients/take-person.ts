import { eq } from 'drizzle-orm'
import { fold } from '../../core/words/fold.ts'
import type { Tx } from '../db/database.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { keepingTraits } from './former-traits.ts'

/** The name and birth date that somebody decided for become the patient's. The caller holds their lock. */
export const takePerson = (
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'now'>,
  patientId: string,
  { givenName, familyName, birthDate }: { givenName: string; familyName: string; birthDate: string },
): Promise<unknown> =>
  keepingTraits(tx, deps, [patientId], async () =>
    tx
      .update(patients)
      .set({ givenName, familyName, birthDate, searchName: fold(`${givenName} ${familyName}`) })
      .where(eq(patients.id, patientId)),
  )
