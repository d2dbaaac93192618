import type { AgendaItem } from '../../../core/meeting.ts'

/** The name of a patient where the reader may know it, else the code. */
export const calledOf = ({ patient, code }: Pick<AgendaItem, 'patient' | 'code'>): string =>
  patient ? `${patient.givenName} ${patient.familyName}` : code
