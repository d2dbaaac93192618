import { useQuery } from '@tanstack/react-query'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { recordLines, recordOf } from '../../../core/consult/record.ts'
import { api } from '../../kit/api.ts'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { useZone } from '../../kit/zone.tsx'
import { CopyButton } from '../copy.tsx'
import { PdfButton } from '../pdf-button.tsx'
import { consultDesk } from './acts.ts'
import { deskWords } from './desk-words.ts'

/** What was seen, discussed and agreed, as plain text to paste into the record, or as a PDF to keep there. */
export function RecordText({ page }: { page: OnePager }) {
  const say = useWords(deskWords)
  const { language } = useLanguage()
  const zone = useZone()
  const { data: desk } = useQuery(consultDesk(page.enrolment.id))
  const text = recordLines(recordOf(page, desk?.plan ?? null, { language, zone }))
  const param = { patientId: page.patient.id }
  const query = { enrolment: page.enrolment.id, language }
  return (
    <details className="fold record-text">
      <summary>{say.record}</summary>
      <p className="quiet">{say.recordAbout}</p>
      <pre>{text}</pre>
      <div className="choices">
        <CopyButton text={text} />
        <PdfButton get={() => api.documents.patients[':patientId'].record.$get({ param, query })} />
      </div>
    </details>
  )
}
