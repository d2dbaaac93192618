import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Fault } from '../../../../core/definitions/definition-text.ts'
import { Button } from '../../../kit/button.tsx'
import { useWords } from '../../../kit/words.tsx'
import { FormProblem } from '../../sign-in/door.tsx'
import { useProblem } from '../../sign-in/problem.ts'
import { takeDefinitions, useDefinitionAct, type Version } from '../queries.ts'
import { CodeArea } from './code/code-area.tsx'
import type { CodeHandle } from './code/code-editor.tsx'
import { designWords } from './design/design-words.ts'
import { Form } from './design/form.tsx'
import { FaultList, faultsOf } from './faults.tsx'
import { useChecked } from './use-checked.ts'
import { words } from './words.ts'
import { Meanwhile } from './writing/meanwhile.tsx'
import { Stored, useNotStored } from './writing/stored.tsx'
import { storedText, type Writing } from './writing/use-writing.ts'
import { writingWords } from './writing/writing-words.ts'
import { written } from './written.ts'

const NONE: readonly Fault[] = []
const kindOf = ({ set }: Version) => (set ? 'outcome-set' : 'instrument')

type TextProps = { of: Version; mayWrite: boolean; writing: Writing }

/** The definition as it is written: a draft to be changed, anything else to begin the next version from. */
export function Text({ of, mayWrite, writing }: TextProps) {
  return (
    <>
      <Meanwhile of={of} writing={writing} />
      {mayWrite && of.status === 'draft' ? (
        <Editing key={writing.opened} of={of} writing={writing} />
      ) : (
        <Reading of={of} mayWrite={mayWrite} />
      )}
    </>
  )
}

function Reading({ of, mayWrite }: Omit<TextProps, 'writing'>) {
  const say = useWords(words)
  const saying = useWords(writingWords)
  const isEnded = of.status === 'retired' && of.unfinished !== null
  return (
    <>
      <p className="version-lead quiet">{of.status === 'review' ? say.handedIn : say.readOnly}</p>
      {mayWrite && of.status !== 'review' ? <Next of={of} /> : null}
      {isEnded ? <p className="quiet">{saying.unfinishedRead}</p> : null}
      <CodeArea label={say.editing} kind={kindOf(of)} text={storedText(of)} faults={NONE} />
    </>
  )
}

/** A new version is a draft from its first word: what is written in it is kept. */
function Next({ of }: { of: Version }) {
  const say = useWords(words)
  const problem = useProblem(say.problems)
  const navigate = useNavigate()
  const beginning = useDefinitionAct(takeDefinitions)
  const begin = () =>
    beginning.mutate(
      { text: written({ ...(of.set ?? of.instrument), version: of.newest + 1 }) },
      {
        onSuccess: ({ written: [draft] }) => {
          if (!draft) return
          const params = { versionId: draft.id }
          void navigate({ to: '/staff/definitions/$versionId', params, search: { show: 'text' } })
        },
      },
    )
  return (
    <>
      <p>
        <Button look="primary" size="page" disabled={beginning.isPending} onClick={begin}>
          {say.next}
        </Button>
      </p>
      <FormProblem>{beginning.error ? problem(beginning.error) : null}</FormProblem>
      <FaultList faults={faultsOf(beginning.error)} />
    </>
  )
}

/** As a form, or as text that opens at a line. */
type Side = { isForm: boolean; line: number | null }

function Editing({ of, writing }: { of: Version; writing: Writing }) {
  const say = useWords(words)
  const code = useRef<CodeHandle>(null)
  const [{ isForm, line }, show] = useState<Side>({ isForm: of.set !== null, line: null })
  const { text, write } = writing
  const { faults, isChecking } = useChecked(of.id, text)
  const notStored = useNotStored(writing)
  const shown = faults.length > 0 ? faults : faultsOf(writing.error)
  return (
    <>
      {of.set ? <Views isForm={isForm} choose={(next) => show({ isForm: next, line: null })} /> : null}
      <p className="version-keys" role="status">
        <span className="quiet">
          {isChecking ? say.checking : shown.length > 0 ? `${say.faults(shown.length)}.` : say.noFaults}
        </span>
        <Stored writing={writing} isFaulty={of.unfinished !== null} />
      </p>
      <FormProblem>{notStored}</FormProblem>
      {isForm ? (
        <Form
          of={of}
          text={text}
          write={write}
          faults={shown}
          toText={(at) => show({ isForm: false, line: at })}
        />
      ) : (
        <>
          <FaultList faults={shown} go={(at) => code.current?.goTo(at)} />
          <CodeArea
            label={say.editing}
            kind={kindOf(of)}
            text={text}
            change={write}
            faults={shown}
            line={line}
            ref={code}
          />
        </>
      )}
    </>
  )
}

/** Two views of one text: as a form, and as it lies in a file. */
function Views({ isForm, choose }: { isForm: boolean; choose: (isForm: boolean) => void }) {
  const say = useWords(designWords)
  return (
    <fieldset className="design-views" aria-label={say.views}>
      <Button look={isForm ? 'soft' : 'text'} aria-pressed={isForm} onClick={() => choose(true)}>
        {say.form}
      </Button>
      <Button look={isForm ? 'text' : 'soft'} aria-pressed={!isForm} onClick={() => choose(false)}>
        {say.json}
      </Button>
    </fieldset>
  )
}
