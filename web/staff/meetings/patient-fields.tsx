import { patientParts } from '../../../core/consult/decision.ts'
import type { AgendaItem, Meeting } from '../../../core/meetings/meeting.ts'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { roomWords } from './room-words.ts'
import { words } from './words.ts'

/** How the patient took part, and what they read of it. */
export function PatientFields({ meeting, item }: { meeting: Meeting; item: AgendaItem }) {
  const say = useWords(roomWords)
  const { parts } = useWords(words)
  return (
    <>
      <SelectField label={say.part} hint={say.partHint} name="part" defaultValue={item.patientPart ?? ''}>
        <option value="">{say.noPart}</option>
        {patientParts.map((part) => (
          <option key={part} value={part}>
            {parts[part]}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={meeting.readable ? say.sentence : say.agreed}
        hint={meeting.readable ? (item.told === false ? say.untoldHint : say.sentenceHint) : say.kept}
        name="sentence"
        maxLength={500}
        defaultValue={item.sentence ?? ''}
      />
    </>
  )
}
