import { ageOn } from '../../core/instruments/norm.ts'
import { type Respondent, respondentsAt } from '../../core/patients/proxy.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Deps } from '../deps.ts'
import { type PatientProxy, proxyOf } from '../patients/proxies.ts'
import type { PatientSession } from './session.ts'

/** Who may say that they answer, by the patient's age; and who was named for it. */
export type WhoAnswers = { kinds: readonly Respondent[]; proxy: PatientProxy | null }

export async function readWhoAnswers(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  session: Pick<PatientSession, 'patientId' | 'birthDate' | 'timeZone' | 'answersFrom' | 'aloneFrom'>,
): Promise<WhoAnswers> {
  const proxy = await proxyOf(db, session.patientId)
  const age = ageOn(session.birthDate, localDate(now().toISOString(), session.timeZone))
  return { kinds: respondentsAt(age, session, proxy !== null), proxy }
}
