import type { MessageProblem } from '../../core/feeds/appointment-message.ts'
import { explainProblem } from '../../core/feeds/appointment-words.ts'
import { fault, type Issue } from './outcome.ts'

/** Where an appointment and its patient stand; `inPatient` is what the fields of the person begin with. */
export type Places = { appointment: string; patient: string; inPatient: string }

const OF_PERSON: Record<string, string> = {
  authority: 'identifier',
  number: 'identifier',
  bsn: 'identifier',
  givenName: 'name',
  familyName: 'name',
  birthDate: 'birthDate',
  sex: 'gender',
  email: 'telecom',
  phone: 'telecom',
  language: 'communication',
  deceasedOn: 'deceased',
  changedAt: 'meta.lastUpdated',
}
const OF_APPOINTMENT: Record<string, string> = {
  number: 'identifier',
  status: 'status',
  startsAt: 'start',
  kind: 'serviceType',
  at: 'performed, onset, authoredOn, period or effective',
  codes: 'serviceType',
  team: 'serviceType',
  clinician: 'participant',
  location: 'participant',
  preparation: 'patientInstruction',
  changedAt: 'meta.lastUpdated',
}

type Told = Pick<MessageProblem, 'field' | 'code'> & { options?: MessageProblem['options'] | undefined }

/** What is wrong with a field of our message, said of where it stood in what was sent. */
export function fieldFault(
  { field, code, options }: Told,
  { appointment, patient, inPatient }: Places,
): Issue {
  const isOfPerson = inPatient === '' || field.startsWith(inPatient)
  const name = field.slice(isOfPerson ? inPatient.length : 0).split('.')[0] ?? ''
  const element = (isOfPerson ? OF_PERSON : OF_APPOINTMENT)[name]
  const place = isOfPerson ? patient : appointment
  const said = explainProblem({ code: code.startsWith('Invalid input') ? 'empty' : code, options }, 'en')
  return fault('value', element ? `${place}.${element}` : place, said, code)
}
