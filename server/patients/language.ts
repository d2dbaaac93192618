import { and, eq, ne } from 'drizzle-orm'
import type { PatientLanguage } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { keepingTraits } from './former-traits.ts'

/** Chosen by the patient on a page: the next mail comes in it too. Again is harmless. */
export async function chooseLanguage(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  patientId: string,
  language: PatientLanguage,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const changed = await keepingTraits(tx, deps, [patientId], async () =>
      tx
        .update(patients)
        .set({ language })
        .where(and(eq(patients.id, patientId), ne(patients.language, language)))
        .returning({ id: patients.id }),
    )
    if (changed.length === 0) return
    await record(tx, deps, ctx, { action: 'U', type: 'patient.language-chosen', patients: [patientId] })
  })
}
