import { useRef, useState } from 'react'
import type { Fault } from '../../../../core/definitions/definition-text.ts'
import { Button } from '../../../kit/button.tsx'
import { useWords } from '../../../kit/words.tsx'
import { FormProblem } from '../../sign-in/door.tsx'
import type { Version } from '../queries.ts'
import { CodeArea } from './code/code-area.tsx'
import type { CodeHandle } from './code/code-editor.tsx'
import { designWords } from './design/design-words.ts'
import { Form } from './design/form.tsx'
import { FaultList } from './faults.tsx'
import { useChecked } from './use-checked.ts'
import { useSave } from './use-save.ts'
import { words } from './words.ts'
import { written } from './written.ts'

const NONE: readonly Fault[] = []
const kindOf = ({ set }: Version) => (set ? 'outcome-set' : 'instrument')

/** What somebody is writing, kept while they look at the other sides of the version; null before they begin. */
export type Writing = { text: string | null; write: (text: string) => void }

type TextProps = { of: Version; mayWrite: boolean; writing: Writing }

/** The definition as it is written: a draft to be changed, anything else to begin the next version from. */
export function Text({ of, mayWrite, writing }: TextProps) {
  const say = useWords(words)
  const own = of.set ?? of.instrument
  const isDraft = of.status === 'draft'
  if (mayWrite && (isDraft || writing.text !== null))
    return <Editing of={of} text={writing.text ?? written(own)} write={writing.write} />
  return (
    <>
      <p className="version-lead quiet">{of.status === 'review' ? say.handedIn : say.readOnly}</p>
      {mayWrite && of.status !== 'review' ? (
        <p>
          <Button
            look="primary"
            size="page"
            onClick={() => writing.write(written({ ...own, version: of.newest + 1 }))}
          >
            {say.next}
          </Button>
        </p>
      ) : null}
      <CodeArea label={say.editing} kind={kindOf(of)} text={written(own)} faults={NONE} />
    </>
  )
}

/** As a form, or as text that opens at a line. */
type Side = { isForm: boolean; line: number | null }

type EditingProps = { of: Version; text: string; write: Writing['write'] }

function Editing({ of, text, write }: EditingProps) {
  const say = useWords(words)
  const code = useRef<CodeHandle>(null)
  const [{ isForm, line }, show] = useState<Side>({ isForm: of.set !== null, line: null })
  const { faults, isChecking } = useChecked(text)
  const { save, busy, problem, refused } = useSave(of)
  const isSame = text === written(of.set ?? of.instrument)
  const shown = faults.length > 0 ? faults : refused
  return (
    <>
      {of.set ? <Views isForm={isForm} choose={(next) => show({ isForm: next, line: null })} /> : null}
      <p className="version-keys">
        <Button look="primary" size="page" disabled={busy || isSame} onClick={() => save(text)}>
          {of.status === 'draft' ? say.save : say.saveNew(of.newest + 1)}
        </Button>
        <span className="quiet" role="status">
          {isChecking ? say.checking : shown.length > 0 ? `${say.faults(shown.length)}.` : say.noFaults}{' '}
          {isSame ? '' : say.unsaved}
        </span>
      </p>
      <FormProblem>{problem}</FormProblem>
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
