import './definitions.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { countByHeading, find, type Heading } from './find.ts'
import { Finder } from './finder.tsx'
import { Definitions } from './one.tsx'
import { definitions } from './queries.ts'
import { Start } from './start/start.tsx'
import { Upload } from './upload.tsx'
import { words } from './words.ts'

/** Everything this installation measures with, in its versions; editors bring in what changes. */
export function DefinitionsPage() {
  const say = useWords(words)
  const { data } = useSuspenseQuery(definitions)
  const { data: who } = useSuspenseQuery(me)
  const [text, setText] = useState('')
  const [heading, choose] = useState<Heading>('sets')
  const mayWrite = data.keptHere && who.permissions.includes('definitions:write')
  const found = find(data.versions, { text, kind: text.trim() ? 'all' : heading })
  const of = (wanted: Heading) => found.filter((one) => one.kinds.includes(wanted))
  return (
    <Page title={say.title} about={data.keptBy ? `${say.about} ${say.keptBy(data.keptBy)}` : say.about}>
      {mayWrite ? <Start versions={data.versions} /> : null}
      <Finder
        text={text}
        setText={setText}
        heading={heading}
        choose={choose}
        counts={countByHeading(data.versions)}
        found={found.length}
      />
      <Definitions title={say.waiting} about={say.waitingAbout} versions={of('waiting')} />
      <Definitions title={say.sets} versions={of('sets')} />
      <Definitions title={say.sendable} versions={of('sendable')} />
      <Definitions title={say.forStaff} about={say.forStaffAbout} versions={of('forStaff')} />
      <Definitions title={say.wordless} about={say.wordlessAbout} versions={of('wordless')} />
      <Definitions title={say.earlier} versions={of('earlier')} />
      {mayWrite ? <Upload /> : null}
    </Page>
  )
}
