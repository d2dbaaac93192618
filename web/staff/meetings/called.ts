import type { AgendaItem } from '../../../core/meetings/meeting.ts'
import { subjectSaid } from '../../../core/meetings/subject-words.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage } from '../../kit/words.tsx'

type Called = Pick<AgendaItem, 'patient' | 'code' | 'subject' | 'question'>

/** The name of a patient where the reader may know it, else the code; of a subject its title, else the question. */
export function useCalled(): (item: Called) => string {
  const said = useSubjectSaid()
  return ({ patient, code, subject, question }) => {
    if (subject) return said.title(subject) ?? question
    return patient ? `${patient.givenName} ${patient.familyName}` : code
  }
}

export const useSubjectSaid = () => subjectSaid(useLanguage().language, useFormats())
