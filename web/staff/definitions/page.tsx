import './definitions.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { Definitions } from './one.tsx'
import { definitions } from './queries.ts'
import { Upload } from './upload.tsx'
import { words } from './words.ts'

/** Everything this installation measures with, in its versions; editors bring in what changes. */
export function DefinitionsPage() {
  const say = useWords(words)
  const { data } = useSuspenseQuery(definitions)
  const { data: who } = useSuspenseQuery(me)
  const mayWrite = data.keptHere && who.permissions.includes('definitions:write')
  const isWaiting = ({ status }: { status: string }) => status === 'draft' || status === 'review'
  const settled = data.versions.filter((one) => !isWaiting(one))
  const sets = settled.filter(({ kind }) => kind === 'outcome-set')
  const instruments = settled.filter(({ kind }) => kind === 'instrument')
  return (
    <Page title={say.title} about={data.keptBy ? `${say.about} ${say.keptBy(data.keptBy)}` : say.about}>
      {mayWrite ? <Upload /> : null}
      <Definitions title={say.waiting} about={say.waitingAbout} versions={data.versions.filter(isWaiting)} />
      <Definitions title={say.sets} versions={sets} />
      <Definitions title={say.sendable} versions={instruments.filter(({ canBeSent }) => canBeSent)} />
      <Definitions
        title={say.forStaff}
        about={say.forStaffAbout}
        versions={instruments.filter(({ forStaff }) => forStaff)}
      />
      <Definitions
        title={say.wordless}
        about={say.wordlessAbout}
        versions={instruments.filter(({ canBeSent, forStaff }) => !canBeSent && !forStaff)}
      />
    </Page>
  )
}
