import { useQuery } from '@tanstack/react-query'
import { Button } from '../../kit/button.tsx'
import { useWords } from '../../kit/words.tsx'
import { consultDesk, dropTemplate, keepTemplate, useAct } from './acts.ts'
import { consultWords } from './consult-words.ts'

type TemplatesProps = { enrolmentId: string; sentence: string; write: (sentence: string) => void }

/** The team's own sentences to begin from; and keeping the one that was just written. */
export function Templates({ enrolmentId, sentence, write }: TemplatesProps) {
  const say = useWords(consultWords)
  const { data: desk } = useQuery(consultDesk(enrolmentId))
  const keep = useAct(keepTemplate, say.templateKept, say.templateProblems)
  const drop = useAct(dropTemplate)
  const templates = desk?.templates ?? []
  const chosen = templates.find((one) => one.sentence === sentence.trim())
  if (templates.length === 0 && sentence.trim() === '') return null
  return (
    <div className="templates">
      {templates.length > 0 ? (
        <select aria-label={say.templates} value="" onChange={(event) => write(event.target.value)}>
          <option value="">{say.templates}</option>
          {templates.map((one) => (
            <option key={one.id} value={one.sentence}>
              {one.sentence}
            </option>
          ))}
        </select>
      ) : null}
      {chosen ? (
        <Button
          look="text"
          disabled={drop.isPending}
          onClick={() => drop.mutate({ enrolmentId, templateId: chosen.id })}
        >
          {say.dropTemplate}
        </Button>
      ) : sentence.trim() === '' ? null : (
        <Button
          look="text"
          disabled={keep.isPending}
          onClick={() => keep.mutate({ enrolmentId, sentence: sentence.trim() })}
        >
          {say.keepTemplate}
        </Button>
      )}
    </div>
  )
}
