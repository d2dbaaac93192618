import { type LicenceStanding, licenceStanding } from '../../core/instruments/licence.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Localised } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { teamsWithin } from './reach.ts'

/** A questionnaire that is not asked, or soon will not be, because of its licence; and the sets that ask it. */
export type LicenceToMind = {
  id: string
  title: Localised
  standing: Exclude<LicenceStanding, 'valid'>
  validFrom: string | null
  validTo: string | null
  sets: Localised[]
}

/** The licences that somebody has to see to, of what the teams within reach ask now; the first to end in front. */
export async function licencesToMind(
  { db, definitions, now }: Pick<Deps, 'db' | 'definitions' | 'now'>,
  ctx: Ctx,
  { timeZone }: { timeZone: string },
  reach: readonly string[] | null,
): Promise<LicenceToMind[]> {
  const today = localDate(now().toISOString(), timeZone)
  const ids = [...new Set((await teamsWithin(db, ctx, reach)).map(({ outcomeSet }) => outcomeSet))]
  const running = (await Promise.all(ids.map((id) => definitions.current(id)))).flatMap((one) => one ?? [])
  const minded = new Map<string, LicenceToMind>()
  for (const { set, instruments } of running)
    for (const one of instruments.values()) {
      const standing = licenceStanding(one.licence, today)
      if (one.form === null || standing === 'valid') continue
      const { validFrom = null, validTo = null } = one.licence
      const before = minded.get(one.id)?.sets ?? []
      const sets = [...before, set.title]
      minded.set(one.id, { id: one.id, title: titleForStaff(one), standing, validFrom, validTo, sets })
    }
  return [...minded.values()].toSorted((one, other) => ((one.validTo ?? '') < (other.validTo ?? '') ? -1 : 1))
}
