import './definitions.css'
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { say as inLanguage } from '../../../core/words.ts'
import { api, read } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page, Section } from '../../kit/frame.tsx'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { words } from './words.ts'

const definitions = queryOptions({ queryKey: ['definitions'], queryFn: () => read(api.definitions.$get()) })

type Definition = Awaited<ReturnType<NonNullable<typeof definitions.queryFn>>>['versions'][number]

/** Everything this installation measures with, in its versions; an editor publishes what changed. */
export function DefinitionsPage() {
  const say = useWords(words)
  const problem = useProblem(say.problems)
  const { data } = useSuspenseQuery(definitions)
  const { data: who } = useSuspenseQuery(me)
  const mayPublish = data.keptHere && who.permissions.includes('definitions:write')
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: (versionId: string) =>
      read(api.definitions[':versionId'].publish.$post({ param: { versionId } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['definitions'] }),
  })
  const list = (kind: string) => (
    <Versions
      versions={data.versions.filter((one) => one.kind === kind)}
      publish={mayPublish ? publish.mutate : null}
      busy={publish.isPending}
    />
  )
  return (
    <Page title={say.title} about={data.keptBy ? `${say.about} ${say.keptBy(data.keptBy)}` : say.about}>
      <FormProblem>{publish.error ? problem(publish.error) : null}</FormProblem>
      <Section title={say.sets}>{list('outcome-set')}</Section>
      <Section title={say.instruments}>{list('instrument')}</Section>
    </Page>
  )
}

type ListProps = { versions: readonly Definition[]; publish: ((id: string) => void) | null; busy: boolean }

function Versions({ versions, publish, busy }: ListProps) {
  const say = useWords(words)
  return (
    <table className="table definitions">
      <thead>
        <tr>
          {[say.name, say.version, say.state, say.licence].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((one) => (
          <Version key={one.id} one={one} publish={publish} busy={busy} />
        ))}
      </tbody>
    </table>
  )
}

function Version({ one, publish, busy }: { one: Definition; publish: ListProps['publish']; busy: boolean }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { day } = useFormats()
  const name = inLanguage(one.title, language)
  const isDraft = one.status === 'draft'
  return (
    <tr>
      <th scope="row">
        {name}
        {one.canBeSent ? null : <small>{say.cannotBeSent}</small>}
        {isDraft ? <small>{say.draftAbout}</small> : null}
      </th>
      <td>{one.version}</td>
      <td>
        {say.states[one.status]}
        {one.publishedAt ? <small>{say.since(day(one.publishedAt))}</small> : null}
        {isDraft && publish ? (
          <Button
            look="soft"
            disabled={busy}
            aria-label={say.publishAs(name, one.version)}
            onClick={() => publish(one.id)}
          >
            {say.publish}
          </Button>
        ) : null}
      </td>
      <td>
        {one.licence
          ? one.licence.class === 'own'
            ? say.own
            : say.licenceOf(one.licence.class, one.licence.owner)
          : null}
      </td>
    </tr>
  )
}
