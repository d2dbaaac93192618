import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lowered } from '../../../core/change/finding-words.ts'
import type { Board, BoardCard } from '../../../core/consult/board.ts'
import { useFormats } from '../../kit/format.ts'
import { ChangeSign, State, Status } from '../../kit/status.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useFindingSentence, useSevereSentence } from '../finding.ts'
import { usePersonWords } from '../person.ts'
import { Stay } from './stay.tsx'
import { words } from './words.ts'

/** What is dragged: a care path of this board, nothing from elsewhere. */
export const DRAGGED = 'application/x-uitkomst-card'

export type CardActs = Record<'open' | 'move' | 'list' | 'plan', (card: BoardCard) => void>

type CardProps = {
  card: BoardCard
  norm: number | undefined
  board: Board
  selected: boolean
  select: () => void
  acts: CardActs
}

/** A patient without a name: how long in this stage, what was answered and changed, what must be done. */
export function BoardCardView({ card, norm, board, selected, select, acts }: CardProps) {
  const local = useLocal()
  const { side: sideOf } = usePersonWords()
  const { code, enrolmentId, patientId, side, ages, treatment } = card
  const option = board.treatments.find(({ id }) => id === treatment)
  return (
    <li
      className="board-card"
      data-card={enrolmentId}
      aria-current={selected ? 'true' : undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, enrolmentId)}
      onMouseDown={select}
      onFocus={select}
    >
      <p className="board-who">
        <Link to="/staff/patients/$patientId" params={{ patientId }} search={{ enrolment: enrolmentId }}>
          {code}
        </Link>
        <CardMenu card={card} acts={acts} />
        <span>
          {[sideOf(side), ages, option && lowered(local(option.title))].filter(Boolean).join(' · ')}
        </span>
      </p>
      <Stay days={card.days} norm={norm} />
      <p>
        <Status of={card.standing.state} />
      </p>
      <Severe card={card} />
      <Change card={card} />
      <Pressing card={card} now={board.now} />
      <Coming card={card} />
    </li>
  )
}

/** All that keys and dragging do, for who uses neither. */
function CardMenu({ card, acts }: Pick<CardProps, 'card' | 'acts'>) {
  const say = useWords(words)
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className="board-menu" aria-label={say.acts(card.code)}>
          <Sign name="chevron" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => acts.open(card)}>{say.open}</Menu.Item>
        <Menu.Item onClick={() => acts.move(card)}>{say.move}</Menu.Item>
        <Menu.Item onClick={() => acts.list(card)}>{say.list}</Menu.Item>
        <Menu.Item onClick={() => acts.plan(card)}>{say.carePath}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** What is of high concern, changed or not. */
function Severe({ card: { finding } }: { card: BoardCard }) {
  const sentence = useSevereSentence()
  const severe = finding && sentence(finding)
  if (!severe) return null
  return (
    <p className="board-line watch">
      <Sign name="diamond" />
      <span>{severe}</span>
    </p>
  )
}

/** Said only when something changed clearly, or clearly did not; beside what is severe, 'no change' is no news. */
function Change({ card: { finding } }: { card: BoardCard }) {
  const sentence = useFindingSentence()
  if (finding?.kind !== 'change' && finding?.kind !== 'no-clear-change') return null
  if (finding.kind === 'no-clear-change' && finding.severe.length > 0) return null
  const verdict = finding.kind === 'change' ? finding.verdict : 'same'
  return (
    <p className="board-line">
      <ChangeSign verdict={verdict} />
      <span className={verdict === 'same' ? 'quiet' : ''}>{sentence(finding)}</span>
    </p>
  )
}

function Pressing({ card: { alert, urgent, standing }, now }: { card: BoardCard; now: string }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const text = alert
    ? alert.respondBy < now
      ? say.alertLate(lowered(local(alert.title)), format.dayTime(alert.respondBy))
      : say.alert(local(alert.title), format.dayTime(alert.respondBy))
    : urgent && standing.state !== 'discussed'
      ? say.urgent
      : null
  return text ? (
    <p className="board-line worse">
      <Sign name="alert" />
      <b>{text}</b>
    </p>
  ) : null
}

function Coming({ card: { nextAt, listed } }: { card: BoardCard }) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <>
      {listed ? (
        <p>
          <State sign="people" tone="info">
            {say.listed(format.shortDay(listed.startsAt))}
          </State>
        </p>
      ) : null}
      <p className="quiet">{nextAt ? say.next(format.shortDay(nextAt)) : say.noNext}</p>
    </>
  )
}
