import { ageOn } from '../../core/instruments/norm.ts'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import { mailedTo } from '../../core/patients/proxy.ts'
import { localDate } from '../../core/time/dates.ts'
import type { organisations } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { isReached } from './proxy-address.ts'
import { channelOf } from './texting.ts'

type House = Pick<typeof organisations.$inferSelect, 'timeZone' | 'answersFrom'>
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
