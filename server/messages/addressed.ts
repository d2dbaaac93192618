import type { Moment } from '../../core/outcome-sets/moment.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import { whoseMail } from '../patients/whose-mail.ts'
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
  house: Pick<Organisation, 'timeZone' | 'answersFrom'>,
  now: string,
): Addressed | null {
  const { proxy } = candidate
  if (!proxy) return { ...candidate, proxyId: null }
  const whose = whoseMail(deps, { ...candidate, id: candidate.patientId }, proxy, moment, house, now)
  if (whose !== 'proxy') return whose && { ...candidate, proxyId: null }
  const { id: proxyId, email, emailDeadAt } = proxy
  return { ...candidate, proxyId, email, emailDeadAt, phone: null, prefersTexts: false, mailOff: [] }
}
