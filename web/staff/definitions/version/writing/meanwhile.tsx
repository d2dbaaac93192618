import { textDifference } from '../../../../../core/design/text-difference.ts'
import { Button } from '../../../../kit/button.tsx'
import { useFormats } from '../../../../kit/format.ts'
import { State } from '../../../../kit/status.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { keep } from '../../../keep-file.ts'
import type { Version } from '../../queries.ts'
import { ChangeTable } from '../changes.tsx'
import { isConflict, storedText, type Writing } from './use-writing.ts'
import { writingWords } from './writing-words.ts'

type Told = { by: string | null; at: string; mine: boolean; seen: string }

/** Somebody else was first: what both wrote is there, and whoever was second chooses. */
export function Meanwhile({ of, writing }: { of: Version; writing: Writing }) {
  const say = useWords(writingWords)
  const { dayTime } = useFormats()
  const { error, state, text, insist, giveUp } = writing
  if (state !== 'refused' || !isConflict(error)) return null
  const told = error.code === 'changed_meanwhile' ? (error.detail as Told) : null
  const when = told ? dayTime(told.at) : ''
  const name = `${of.definition}-${of.version}.json`
  return (
    <div className="version-meanwhile">
      <p role="alert">
        <State sign="alert" tone="worse">
          {!told ? say.closed : told.mine ? say.meanwhileMine(when) : say.meanwhile(told.by, when)}
        </State>
      </p>
      <Differing of={of} text={text} />
      <p className="version-keys">
        <Button look="soft" onClick={() => keep({ blob: new Blob([text]), name })}>
          {say.keep}
        </Button>
        <Button look="soft" onClick={() => void giveUp()}>
          {say.theirs}
        </Button>
        {told ? (
          <Button look="soft" onClick={() => insist(told.seen)}>
            {say.mine}
          </Button>
        ) : null}
      </p>
    </div>
  )
}

/** What whoever has to choose between the two would choose between. */
function Differing({ of, text }: { of: Version; text: string }) {
  const say = useWords(writingWords)
  const changes = textDifference(storedText(of), text, of.instruments)
  if (!changes) return <p className="quiet">{say.cannotCompare}</p>
  if (changes.length === 0) return <p className="quiet">{say.theSame}</p>
  return <ChangeTable changes={changes} label={say.differing} heads={say.heads} />
}
