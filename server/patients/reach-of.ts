import { ageOn } from '../../core/instruments/norm.ts'
import type { NoMail } from '../../core/mail/outreach.ts'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import { mailedTo } from '../../core/patients/proxy.ts'
import { localDate } from '../../core/time/dates.ts'
import type { patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { noMailTo } from './own-address.ts'
import { isReached } from './proxy-address.ts'
import { channelOf } from './texting.ts'
import { whoseMail } from './whose-mail.ts'

type Proxy = Pick<
  typeof patientProxies.$inferSelect,
  'endedAt' | 'untilOn' | 'email' | 'emailDeadAt' | 'mailOffAt'
>
type House = Parameters<typeof whoseMail>[4]

export type ReachOf = { to: 'patient' | 'proxy'; why: null } | { to: null; why: NoMail }

/**
 * To whom something about a moment goes by mail or text message; where to nobody, why not to the one who is to be asked.
 * `proxy`: who answers for the patient now, null for nobody.
 */
export function reachOf(
  deps: Pick<Deps, 'seal' | 'config'>,
  person: typeof patients.$inferSelect,
  proxy: Proxy | null,
  moment: Pick<Moment, 'respondent'> | undefined,
  house: House,
  now: string,
): ReachOf {
  const own = proxy?.email ? proxy : null // who has no address of their own is reached at the patient's
  const to = own ? whoseMail(deps, person, own, moment, house, now) : channelOf(deps, person) && 'patient'
  if (to) return { to, why: null }
  const isTheirs = own && isNamed(own, now, house.timeZone) && isMeantFor(person, moment, house, now)
  if (!isTheirs) return { to: null, why: noMailTo(person) ?? 'no-address' }
  return { to: null, why: own.emailDeadAt ? 'proxy-address-dead' : 'proxy-mail-off' }
}

/** Whether they answer on that day, whatever became of their address. */
const isNamed = (proxy: Proxy, now: string, zone: string) =>
  isReached({ ...proxy, emailDeadAt: null, mailOffAt: null }, now, zone)

/** Whether who answers is to be written to where both are reached. */
const isMeantFor = (
  { birthDate }: { birthDate: string },
  moment: Pick<Moment, 'respondent'> | undefined,
  { timeZone, answersFrom }: House,
  now: string,
) =>
  mailedTo(moment ?? {}, {
    age: ageOn(birthDate, localDate(now, timeZone)),
    answersFrom,
    patient: true,
    proxy: true,
  }) === 'proxy'
