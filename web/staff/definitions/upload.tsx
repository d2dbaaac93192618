import { useNavigate } from '@tanstack/react-router'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { FileDrop } from './file-drop.tsx'
import { takeDefinitions, useDefinitionAct } from './queries.ts'
import { draftsIn, Replace } from './replace.tsx'
import { FaultList, faultsOf } from './version/faults.tsx'
import { words as versionWords } from './version/words.ts'
import { words } from './words.ts'

type Taking = { file: File; replacing?: Record<string, string> }

/** A place for a file: what is right becomes a draft, what is wrong is told with its line. */
export function Upload() {
  const say = useWords(words)
  const problem = useProblem(useWords(versionWords).problems)
  const navigate = useNavigate()
  const taking = useDefinitionAct(async ({ file, replacing = {} }: Taking) =>
    takeDefinitions({ text: await file.text(), replacing }),
  )
  const take = (given: Taking) =>
    taking.mutate(given, {
      onSuccess: ({ written }) => {
        // Of a set with its instruments, the set is what is judged.
        const draft = written.find(({ kind }) => kind === 'outcome-set') ?? written[0]
        if (draft) void navigate({ to: '/staff/definitions/$versionId', params: { versionId: draft.id } })
      },
    })
  const drafts = draftsIn(taking.error)
  return (
    <Section title={say.upload}>
      <FileDrop
        title={say.drop}
        choose={say.choose}
        about={say.uploadAbout}
        accept=".json,application/json"
        take={(file) => take({ file })}
        busy={taking.isPending}
      />
      <p role="status">
        {taking.isPending ? say.sending : taking.data ? say.takenIn(taking.data.written.length) : ''}
      </p>
      {drafts && taking.variables ? (
        <Replace
          drafts={drafts}
          keepTheirs={taking.reset}
          replace={(replacing) => take({ file: taking.variables.file, replacing })}
        />
      ) : (
        <FormProblem>{taking.error ? problem(taking.error) : null}</FormProblem>
      )}
      <FaultList faults={faultsOf(taking.error)} />
    </Section>
  )
}
