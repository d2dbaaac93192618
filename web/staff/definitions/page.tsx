import './definitions.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { Definitions } from './one.tsx'
import { definitions, publishDefinition } from './queries.ts'
import { words } from './words.ts'

/** Everything this installation measures with, in its versions; an editor publishes what changed. */
export function DefinitionsPage() {
  const say = useWords(words)
  const problem = useProblem(say.problems)
  const { data } = useSuspenseQuery(definitions)
  const { data: who } = useSuspenseQuery(me)
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: publishDefinition,
    onSettled: () => queries.invalidateQueries({ queryKey: ['definitions'] }),
  })
  const mayPublish = data.keptHere && who.permissions.includes('definitions:write')
  const acts = { publish: mayPublish ? publish.mutate : null, busy: publish.isPending }
  const sets = data.versions.filter(({ kind }) => kind === 'outcome-set')
  const instruments = data.versions.filter(({ kind }) => kind === 'instrument')
  return (
    <Page title={say.title} about={data.keptBy ? `${say.about} ${say.keptBy(data.keptBy)}` : say.about}>
      <FormProblem>{publish.error ? problem(publish.error) : null}</FormProblem>
      <Definitions title={say.sets} versions={sets} {...acts} />
      <Definitions
        title={say.sendable}
        versions={instruments.filter(({ canBeSent }) => canBeSent)}
        {...acts}
      />
      <Definitions
        title={say.wordless}
        about={say.wordlessAbout}
        versions={instruments.filter(({ canBeSent }) => !canBeSent)}
        {...acts}
      />
    </Page>
  )
}
