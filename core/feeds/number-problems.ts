import { isBsnAuthority } from '../patients/bsn.ts'
import type { MessageProblem, PersonMessage } from './appointment-message.ts'

/** A citizen service number given as a patient number would be kept in the clear. Who gave it is named, and not the number. */
export const numberProblems = ({ authority }: Pick<PersonMessage, 'authority'>): MessageProblem[] =>
  authority !== undefined && isBsnAuthority(authority)
    ? [{ field: 'patient.authority', code: 'bsn-as-number', value: authority }]
    : []
