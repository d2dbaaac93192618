import { isDoneWithout } from '../../core/mail/mail-topics.ts'
import type { Config } from '../config.ts'
import { canSignIn } from '../patients/issuer.ts'
import { type Reach, silenceOf } from './standing.ts'

type Told = Omit<Reach, 'proxyAddress'> & {
  deceasedOn: string | null
  mailOff: Parameters<typeof isDoneWithout>[0]
}

/** Whether a mail tells a patient that there is an agreement to read: who cannot be told so hears it from who treats them. */
export const isToldOfAgreements = (
  config: Pick<Config, 'DEMO' | 'PATIENT_ISSUER'>,
  { deceasedOn, mailOff, ...reach }: Told,
): boolean =>
  canSignIn(config) &&
  !deceasedOn &&
  silenceOf({ ...reach, proxyAddress: null }, 'patient') === null && // it is the patient's own mail
  !isDoneWithout(mailOff, 'agreement')
