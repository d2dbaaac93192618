import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useState } from 'react'
import { Section } from '../../kit/frame.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { takeDefinitions, useDefinitionAct } from './queries.ts'
import { FaultList, faultsOf } from './version/faults.tsx'
import { words as versionWords } from './version/words.ts'
import { words } from './words.ts'

/** A place for a file: what is right becomes a draft, what is wrong is told with its line. */
export function Upload() {
  const say = useWords(words)
  const problem = useProblem(useWords(versionWords).problems)
  const navigate = useNavigate()
  const taking = useDefinitionAct(async (file: File) => takeDefinitions(await file.text()))
  const take = (file: File) =>
    taking.mutate(file, {
      onSuccess: ({ written }) => {
        // Of a set with its instruments, the set is what is judged.
        const draft = written.find(({ kind }) => kind === 'outcome-set') ?? written[0]
        if (draft) void navigate({ to: '/staff/definitions/$versionId', params: { versionId: draft.id } })
      },
    })
  return (
    <Section title={say.upload}>
      <FileDrop take={take} busy={taking.isPending} />
      <p role="status">
        {taking.isPending ? say.sending : taking.data ? say.takenIn(taking.data.written.length) : ''}
      </p>
      <FormProblem>{taking.error ? problem(taking.error) : null}</FormProblem>
      <FaultList faults={faultsOf(taking.error)} />
    </Section>
  )
}

function FileDrop({ take, busy }: { take: (file: File) => void; busy: boolean }) {
  const say = useWords(words)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !busy) take(file)
  }
  return (
    <label
      className={isOver ? 'definition-drop definition-drop-over' : 'definition-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Sign name="tray" size={20} />
      <span>
        <b>{say.drop}</b> <span className="definition-choose">{say.choose}</span>
        <small>{say.uploadAbout}</small>
      </span>
      <input
        type="file"
        accept=".json,application/json"
        disabled={busy}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = '' // so that the same file, corrected, can be chosen again
          if (file) take(file)
        }}
      />
    </label>
  )
}
