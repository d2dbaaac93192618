import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { type MailCentre, type MessageState, messageList, messageStates } from './centre-queries.ts'
import { centreWords } from './centre-words.ts'
import { sayReached, sayWhy, words } from './words.ts'

type ListsProps = { centre: MailCentre; state: MessageState; seesNames: boolean; opensMail: boolean }

/** Messages by what became of them: counts with their reasons, and the messages themselves for who may see names. */
export function Lists({ centre, state, seesNames, opensMail }: ListsProps) {
  const say = useWords(centreWords)
  const sum = (counts: readonly { n: number }[]) => counts.reduce((all, { n }) => all + n, 0)
  const { week, waiting } = centre
  const counts = {
    waiting: waiting.due + waiting.asleep + waiting.later,
    sent: week.sent,
    failed: sum(week.failed),
    suppressed: sum(week.suppressed),
  }
  return (
    <Section title={say.lists} about={say.listsAbout(week.days)}>
      <nav className="tabs" aria-label={say.lists}>
        {messageStates.map((one) => (
          <Link
            key={one}
            className="tab"
            to="/staff/mail"
            search={{ list: one }}
            aria-current={one === state ? 'true' : undefined}
            resetScroll={false}
          >
            {`${say.states[one]} ${counts[one]}`}
          </Link>
        ))}
      </nav>
      <p className="quiet">{say.stateAbout[state]}</p>
      {state === 'failed' || state === 'suppressed' ? <Reasons counts={week[state]} /> : null}
      {seesNames ? <MessageList state={state} opensMail={opensMail} /> : null}
    </Section>
  )
}

function Reasons({ counts }: { counts: readonly { why: string; n: number }[] }) {
  const say = useWords(centreWords)
  const mail = useWords(words)
  if (counts.length === 0) return null
  return (
    <table className="table mail-table mail-reasons">
      <thead>
        <tr>
          <th scope="col">{say.reasons}</th>
          <th scope="col" className="number">
            {say.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ why, n }) => (
          <tr key={why}>
            <th scope="row">{sayWhy(mail, why)}</th>
            <td className="number">{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MessageList({ state, opensMail }: { state: MessageState; opensMail: boolean }) {
  const say = useWords(centreWords)
  const list = useInfiniteQuery(messageList(state))
  if (list.error && !list.data) return <Trouble error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <Loading />
  const rows = list.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <p>{say.none[state]}</p>
  return (
    <>
      <table className="table mail-table" aria-label={say.states[state]}>
        <thead>
          <tr>
            {[say.patient, say.what, say.when, state === 'sent' ? say.afterwards : say.why].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MessageRow key={row.id} row={row} state={state} opensMail={opensMail} />
          ))}
        </tbody>
      </table>
      {list.hasNextPage ? (
        <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say.more}
        </Button>
      ) : null}
    </>
  )
}

type Listed = {
  id: string
  patient: { id: string; name: string }
  kind: string
  channel: string
  at: string
  why: string | null
  deliveredAt: string | null
  openedAt: string | null
  about: { nl: string; en: string }[]
}

function MessageRow({ row, state, opensMail }: { row: Listed; state: MessageState; opensMail: boolean }) {
  const mail = useWords(words)
  const format = useFormats()
  const { patient, at, why } = row
  return (
    <tr>
      <th scope="row">
        {opensMail ? (
          <Link to="/staff/mail" search={{ patient: patient.id }}>
            {patient.name}
          </Link>
        ) : (
          <Link to="/staff/patients/$patientId" params={{ patientId: patient.id }}>
            {patient.name}
          </Link>
        )}
      </th>
      <td>
        <What {...row} />
      </td>
      <td>{format.dayTime(at)}</td>
      <td>{state === 'sent' ? sayReached(mail, row, format.dayTime) : why ? sayWhy(mail, why) : ''}</td>
    </tr>
  )
}

/** What a message is, by which channel, and about which moments. */
export function What({ kind, channel, about }: { kind: string; channel?: string; about: Listed['about'] }) {
  const say = useWords(centreWords)
  const mail = useWords(words)
  const local = useLocal()
  const by = say.channels[channel ?? 'mail'] ?? ''
  return (
    <>
      {[mail.kinds[kind] ?? kind, by].filter(Boolean).join(' ')}
      {[...new Set(about.map(local))].map((title) => (
        <span className="line quiet" key={title}>
          {title}
        </span>
      ))}
    </>
  )
}
