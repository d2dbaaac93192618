import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { say as inLanguage } from '../../../core/words.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { State } from '../../kit/status.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { Losses } from './losses.tsx'
import type { Definition } from './queries.ts'
import { words } from './words.ts'

type ListProps = { title: string; about?: string; versions: readonly Definition[] }

/** Definitions of one kind as lines that open: what each is made of, and who owns it. */
export function Definitions({ title, about, versions }: ListProps) {
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
            <One one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ one }: { one: Definition }) {
  const say = useWords(words)
  const local = useLocal()
  const { date } = useFormats()
  const name = local(one.title)
  const isWaiting = one.status === 'draft' || one.status === 'review'
  return (
    <details>
      <summary className="definition-line">
        <b>{name}</b>
        <span>{say.versionOf(one.version)}</span>
        <span>
          <State sign={SIGNS[one.status] ?? 'open'} tone={isWaiting ? 'watch' : 'quiet'}>
            {say.states[one.status] ?? one.status}
          </State>
          {one.publishedAt ? <small>{say.since(date(one.publishedAt))}</small> : null}
        </span>
        <span>{one.licence ? say.licences[one.licence.class] : null}</span>
      </summary>
      <Inside one={one} />
      <p className="definition-inside">
        <Link
          to="/staff/definitions/$versionId"
          params={{ versionId: one.id }}
          className={buttonClass('soft')}
        >
          {say.look(name, one.version)}
        </Link>
      </p>
      {one.set && one.publishedAt ? <Losses versionId={one.id} name={name} /> : null}
    </details>
  )
}

const SIGNS: Record<string, 'done' | 'half' | 'question' | 'dash'> = {
  published: 'done',
  draft: 'half',
  review: 'question',
  retired: 'dash',
}

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
function Licence({ licence }: { licence: NonNullable<Definition['licence']> }) {
  const say = useWords(words)
  const { date } = useFormats()
  const { owner, note, evidenceUrl, agreementId, validTo, languages, checkedOn, checkedBy } = licence
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
      {agreementId ? <Fact name={say.agreement}>{agreementId}</Fact> : null}
      {validTo ? <Fact name={say.validTo}>{date(validTo)}</Fact> : null}
      {languages ? <Fact name={say.languages}>{languages.join(', ')}</Fact> : null}
      {checkedOn && checkedBy ? (
        <Fact name={say.checked}>{say.checkedBy(checkedBy, date(checkedOn))}</Fact>
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
