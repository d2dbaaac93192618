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

type House = Pick<Organisation, 'timeZone' | 'answersFrom'>
type Person = Parameters<typeof channelOf>[1] & { birthDate: string }
type Asks = Pick<Moment, 'respondent'> | undefined

/** To whose address mail about a moment goes, where who answers has one of their own; null for nobody. */
export const whoseMail = (
  deps: Pick<Deps, 'seal' | 'config'>,
  person: Person,
  proxy: Parameters<typeof isReached>[0],
  moment: Asks,
  { timeZone, answersFrom }: House,
  now: string,
) =>
  mailedTo(moment ?? {}, {
    age: ageOn(person.birthDate, localDate(now, timeZone)),
    answersFrom,
    patient: channelOf(deps, person) !== null,
    proxy: isReached(proxy, now, timeZone),
  })

/** Where mail about this assessment goes; null where nobody who answers it is reached. */
export function addressed(
  deps: Pick<Deps, 'seal' | 'config'>,
  candidate: Candidate,
  moment: Asks,
  house: House,
  now: string,
): Addressed | null {
  const { proxy } = candidate
  if (!proxy) return { ...candidate, proxyId: null }
  const whose = whoseMail(deps, { ...candidate, id: candidate.patientId }, proxy, moment, house, now)
  if (whose !== 'proxy') return whose && { ...candidate, proxyId: null }
  const { id: proxyId, email, emailDeadAt } = proxy
  return { ...candidate, proxyId, email, emailDeadAt, phone: null, prefersTexts: false, mailOff: [] }
}
