import type { ReactNode } from 'react'
import { say as inLanguage } from '../../../core/words.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { State } from '../../kit/status.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { Losses } from './losses.tsx'
import type { Definition } from './queries.ts'
import { words } from './words.ts'

/** `publish` null for who may only look. */
type Acts = { publish: ((id: string) => void) | null; busy: boolean }

type ListProps = Acts & { title: string; about?: string; versions: readonly Definition[] }

/** Definitions of one kind as lines that open: what each is made of, and who owns it. */
export function Definitions({ title, about, versions, ...acts }: ListProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  if (versions.length === 0) return null
  const name = (one: Definition) => inLanguage(one.title, language)
  const sorted = versions.toSorted(
    (a, b) => name(a).localeCompare(name(b), language) || b.version - a.version,
  )
  return (
    <section className="section definitions">
      <h2>{title}</h2>
      {about ? <p className="quiet">{about}</p> : null}
      <p className="definition-line definition-heads" aria-hidden="true">
        <span>{say.name}</span>
        <span>{say.version}</span>
        <span>{say.state}</span>
        <span>{versions.some(({ licence }) => licence) ? say.licence : ''}</span>
      </p>
      <ul>
        {sorted.map((one) => (
          <li key={one.id}>
            <One one={one} {...acts} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ one, publish, busy }: Acts & { one: Definition }) {
  const say = useWords(words)
  const local = useLocal()
  const { date } = useFormats()
  const isDraft = one.status === 'draft'
  const name = local(one.title)
  return (
    <>
      <details>
        <summary className="definition-line">
          <b>{name}</b>
          <span>{say.versionOf(one.version)}</span>
          <span>
            <State sign={SIGNS[one.status] ?? 'open'} tone={isDraft ? 'watch' : 'quiet'}>
              {say.states[one.status] ?? one.status}
            </State>
            {one.publishedAt ? <small>{say.since(date(one.publishedAt))}</small> : null}
          </span>
          <span>{one.licence ? say.licences[one.licence.class] : null}</span>
        </summary>
        <Inside one={one} />
        {one.set && !isDraft ? <Losses versionId={one.id} name={name} /> : null}
      </details>
      {isDraft ? (
        <p className="definition-draft">
          {say.draftAbout}{' '}
          {publish ? (
            <Button
              look="soft"
              disabled={busy}
              aria-label={say.publishAs(name, one.version)}
              onClick={() => publish(one.id)}
            >
              {say.publish}
            </Button>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

const SIGNS: Record<string, 'done' | 'half' | 'dash'> = { published: 'done', draft: 'half', retired: 'dash' }

function Inside({ one: { about, instrument, set, licence } }: { one: Definition }) {
  const say = useWords(words)
  const local = useLocal()
  const list = (titles: readonly string[]) => titles.join(', ')
  return (
    <div className="definition-inside">
      <p>{local(about)}</p>
      <dl className="facts">
        {instrument ? (
          <>
            <Fact name={say.asks}>{say.questions(instrument.questions, instrument.minutes)}</Fact>
            <Fact name={say.period}>{local(instrument.recall)}</Fact>
            <Fact name={say.scales}>{list(instrument.scales.map(local)) || say.noScales}</Fact>
          </>
        ) : null}
        {set ? (
          <>
            <Fact name={say.moments}>{list(set.moments.map(local))}</Fact>
            <Fact name={say.instruments}>
              {list(set.instruments.map(({ title, version }) => `${local(title)} (${version})`))}
            </Fact>
          </>
        ) : null}
        {licence && licence.class !== 'own' ? <Licence licence={licence} /> : null}
      </dl>
    </div>
  )
}

/** The owner's own name and conditions stay in the language they were written in. */
function Licence({ licence: { owner, note, evidenceUrl } }: { licence: NonNullable<Definition['licence']> }) {
  const say = useWords(words)
  return (
    <>
      <Fact name={say.owner}>
        <span lang="en">{owner}</span>
      </Fact>
      {note ? (
        <Fact name={say.conditions}>
          <span lang="en">{note}</span>
        </Fact>
      ) : null}
      {evidenceUrl ? (
        <Fact name={say.readMore}>
          <a href={evidenceUrl} target="_blank" rel="noreferrer">
            {new URL(evidenceUrl).hostname}
          </a>
        </Fact>
      ) : null}
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
