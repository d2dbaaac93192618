import { ageOn } from '../../core/instruments/norm.ts'
import { isProxy } from '../../core/patients/proxy.ts'
import { localDate } from '../../core/time/dates.ts'
import type { PatientSession } from './session.ts'

type Bound = Pick<PatientSession, 'proxyId' | 'birthDate' | 'answersFrom' | 'timeZone'>

/**
 * Whether this session is bound to who answers for a patient, at their own address, and the patient is old enough to
 * answer: what the patient says is then not theirs to see.
 */
export const seesNoAnswers = ({ proxyId, birthDate, answersFrom, timeZone }: Bound, now: Date): boolean =>
  proxyId !== null && ageOn(birthDate, localDate(now.toISOString(), timeZone)) >= answersFrom

/** Whether what was begun by somebody (`respondent`, null for nobody yet) is kept from this session. */
export const isHidden = (session: Bound, respondent: string | null, now: Date): boolean =>
  respondent !== null && !isProxy(respondent) && seesNoAnswers(session, now)
