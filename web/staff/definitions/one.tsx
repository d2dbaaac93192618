import { Link } from '@tanstack/react-router'
import { say as inLanguage } from '../../../core/words.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { State } from '../../kit/status.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { Fact, LicenceFacts } from './facts.tsx'
import { licenceWords } from './licence-words.ts'
import { Losses } from './losses.tsx'
import type { Definition } from './queries.ts'
import { wayWords } from './way-words.ts'
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
  const licenceSay = useWords(licenceWords)
  const { date } = useFormats()
  const name = local(one.title)
  return (
    <details>
      <summary className="definition-line">
        <b>{name}</b>
        <span>{say.versionOf(one.version)}</span>
        <span>
          <Standing one={one} />
          {one.publishedAt ? <small>{say.since(date(one.publishedAt))}</small> : null}
        </span>
        <span>
          {one.licence ? say.licences[one.licence.class] : null}
          {one.licence && one.licence.standing !== 'valid' ? (
            <State sign="alert" tone="watch">
              {licenceSay.short[one.licence.standing]}
            </State>
          ) : null}
        </span>
      </summary>
      <Inside one={one} />
      {one.unreadable === null ? (
        <p className="definition-inside">
          <Link
            to="/staff/definitions/$versionId"
            params={{ versionId: one.id }}
            className={buttonClass('soft')}
          >
            {say.look(name, one.version)}
          </Link>
        </p>
      ) : null}
      {one.set && one.publishedAt ? <Losses versionId={one.id} name={name} /> : null}
    </details>
  )
}

function Standing({ one: { status, hasFaults, unreadable } }: { one: Definition }) {
  const say = useWords(words)
  const state = unreadable === null ? (hasFaults ? 'faulty' : status) : 'unreadable'
  const isWaiting = status === 'draft' || status === 'review'
  return (
    <State sign={SIGNS[state] ?? SIGNS[status] ?? 'open'} tone={isWaiting ? 'watch' : 'quiet'}>
      {say.states[state] ?? status}
    </State>
  )
}

const SIGNS: Record<string, 'done' | 'half' | 'question' | 'dash' | 'alert'> = {
  unreadable: 'alert',
  published: 'done',
  draft: 'half',
  review: 'question',
  retired: 'dash',
}

function Inside({ one: { about, instrument, set, licence, unreadable } }: { one: Definition }) {
  const say = useWords(words)
  const local = useLocal()
  const waySay = useWords(wayWords)
  const list = (titles: readonly string[]) => titles.join(', ')
  return (
    <div className="definition-inside">
      <p>{unreadable === null ? local(about) : say.unreadable(unreadable)}</p>
      <dl className="facts">
        {instrument ? (
          <>
            <Fact name={say.asks}>{say.questions(instrument.questions, instrument.minutes)}</Fact>
            <Fact name={say.period}>{local(instrument.recall)}</Fact>
            <Fact name={waySay.way}>{waySay.ways[instrument.way]}</Fact>
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
        {licence && licence.class !== 'own' ? <LicenceFacts licence={licence} /> : null}
      </dl>
    </div>
  )
}
