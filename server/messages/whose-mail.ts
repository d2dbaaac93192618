import { ageOn } from '../../core/instruments/norm.ts'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import { mailedTo } from '../../core/patients/proxy.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import { isReached } from '../patients/proxy-address.ts'
import { channelOf } from '../patients/texting.ts'
import type { Candidate } from './candidates.ts'

/** A candidate with the address at which it is asked about; `proxyId`: of whom that is, null for the patient's. */
export type Addressed = Candidate & { proxyId: string | null }

/** Of one patient's day of mail, one per address: the patient's, or the own one of who answers for them. */
export const recipientOf = ({ patientId, proxyId }: { patientId: string; proxyId: string | null }): string =>
  proxyId === null ? patientId : `${patientId} ${proxyId}`

/** Where mail about this assessment goes; null where nobody who answers it is reached. */
export function addressed(
  deps: Pick<Deps, 'seal' | 'config'>,
  candidate: Candidate,
  moment: Pick<Moment, 'respondent'> | undefined,
  { timeZone, answersFrom }: Pick<Organisation, 'timeZone' | 'answersFrom'>,
  now: string,
): Addressed | null {
  const { proxy } = candidate
  if (!proxy) return { ...candidate, proxyId: null }
  const whose = mailedTo(moment ?? {}, {
    age: ageOn(candidate.birthDate, localDate(now, timeZone)),
    answersFrom,
    patient: channelOf(deps, { ...candidate, id: candidate.patientId }) !== null,
    proxy: isReached(proxy, now, timeZone),
  })
  if (whose !== 'proxy') return whose && { ...candidate, proxyId: null }
  const { id: proxyId, email, emailDeadAt } = proxy
  return { ...candidate, proxyId, email, emailDeadAt, phone: null, prefersTexts: false, mailOff: [] }
}
