import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { useWords } from '../../../kit/words.tsx'
import { FormProblem } from '../../sign-in/door.tsx'
import { useProblem } from '../../sign-in/problem.ts'
import { changeDraft, takeDefinitions, useDefinitionAct, type Version } from '../queries.ts'
import { CodeArea } from './code-area.tsx'
import { FaultList, faultsOf } from './faults.tsx'
import { useChecked } from './use-checked.ts'
import { words } from './words.ts'

const written = (definition: unknown) => `${JSON.stringify(definition, null, 2)}\n`

/** The definition as it lies in a file: a draft to be changed, anything else to begin the next version from. */
export function Text({ of, mayWrite }: { of: Version; mayWrite: boolean }) {
  const say = useWords(words)
  const isDraft = of.status === 'draft'
  const [isNext, setNext] = useState(false)
  const own = of.set ?? of.instrument
  if (mayWrite && (isDraft || isNext))
    return (
      <Editing
        key={`${of.id} ${of.contentHash}`}
        of={of}
        first={isDraft ? own : { ...own, version: of.newest + 1 }}
      />
    )
  return (
    <>
      <p className="version-lead quiet">{of.status === 'review' ? say.handedIn : say.readOnly}</p>
      {mayWrite && of.status !== 'review' ? (
        <p>
          <Button look="primary" size="page" onClick={() => setNext(true)}>
            {say.next}
          </Button>
        </p>
      ) : null}
      <CodeArea label={say.editing} text={written(own)} faulty={[]} />
    </>
  )
}

function Editing({ of, first }: { of: Version; first: unknown }) {
  const say = useWords(words)
  const [text, setText] = useState(() => written(first))
  const area = useRef<HTMLTextAreaElement>(null)
  const { faults, isChecking } = useChecked(text)
  const { save, busy, problem, refused } = useSave(of)
  const isSame = text === written(of.set ?? of.instrument)
  const shown = faults.length > 0 ? faults : refused
  return (
    <>
      <p className="version-keys">
        <Button look="primary" size="page" disabled={busy || isSame} onClick={() => save(text)}>
          {of.status === 'draft' ? say.save : say.saveNew(of.newest + 1)}
        </Button>
        <span className="quiet" role="status">
          {isChecking ? say.checking : shown.length > 0 ? say.faults(shown.length) : say.noFaults}{' '}
          {isSame ? '' : say.unsaved}
        </span>
      </p>
      <FormProblem>{problem}</FormProblem>
      <FaultList faults={shown} go={(line) => goToLine(area.current, line)} />
      <CodeArea
        label={say.editing}
        text={text}
        change={setText}
        area={area}
        faulty={shown.flatMap(({ line }) => line ?? [])}
      />
    </>
  )
}

function useSave(of: Version) {
  const problem = useProblem(useWords(words).problems)
  const navigate = useNavigate()
  const changing = useDefinitionAct(changeDraft)
  const taking = useDefinitionAct(takeDefinitions)
  const error = changing.error ?? taking.error
  return {
    save: (text: string) => {
      if (of.status === 'draft') return changing.mutate({ versionId: of.id, text, seen: of.contentHash })
      return taking.mutate(text, {
        onSuccess: ({ written }) => {
          const [draft] = written
          if (draft)
            void navigate({
              to: '/staff/definitions/$versionId',
              params: { versionId: draft.id },
              search: { show: 'text' },
            })
        },
      })
    },
    busy: changing.isPending || taking.isPending,
    problem: error ? problem(error) : null,
    refused: faultsOf(error),
  }
}

/** Puts the cursor on a line and brings it into view. */
function goToLine(area: HTMLTextAreaElement | null, line: number) {
  if (!area) return
  const lines = area.value.split('\n')
  const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  area.focus()
  area.setSelectionRange(at, at + (lines[line - 1]?.length ?? 0))
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 6)
}
