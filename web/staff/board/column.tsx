import { Link } from '@tanstack/react-router'
import { type DragEvent, useState } from 'react'
import type { Board, BoardColumn as Column } from '../../../core/consult/board.ts'
import { columnKey } from '../../../core/consult/board-columns.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { BoardCardView, type CardActs, DRAGGED } from './card.tsx'
import type { BoardSearch } from './search.ts'
import { Spread } from './spread.tsx'
import { words } from './words.ts'

type ColumnProps = {
  column: Column
  board: Board
  search: BoardSearch
  selected: string | undefined
  select: (enrolmentId: string) => void
  acts: CardActs
  drop: (enrolmentId: string) => void
}

/** One stage: how long everybody has been in it, and a card for whoever needs somebody. */
export function BoardColumn({ column, board, search, selected, select, acts, drop }: ColumnProps) {
  const say = useWords(words)
  const local = useLocal()
  const [over, setOver] = useState(false)
  const { cards, count } = column
  const stage = board.stages.find(({ id }) => id === column.stage)
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (!stage || !event.dataTransfer.types.includes(DRAGGED)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      drop(event.dataTransfer.getData(DRAGGED))
    },
  }
  const classes = ['board-column', count === 0 ? 'empty-column' : '', over ? 'drop' : '']
  return (
    <section className={classes.filter(Boolean).join(' ')} {...dropping}>
      <h2>
        {stage ? local(stage.title) : say.noStage} <span className="board-count">{count}</span>
      </h2>
      {count > 0 ? <p className="board-goal">{stage ? local(stage.goal) : say.noStageAbout}</p> : null}
      {stage && count > 0 ? <Spread days={column.days} norm={stage.norm} /> : null}
      <ul>
        {cards.map((card) => (
          <BoardCardView
            key={card.enrolmentId}
            card={card}
            norm={stage?.norm}
            board={board}
            selected={card.enrolmentId === selected}
            select={() => select(card.enrolmentId)}
            acts={acts}
          />
        ))}
      </ul>
      <Folding column={column} search={search} />
    </section>
  )
}

/** Who has nothing special is a line, until asked for. */
function Folding({ column, search }: { column: Column; search: BoardSearch }) {
  const say = useWords(words)
  const key = columnKey(column)
  const folded = column.count - column.cards.length
  if (column.count === 0) return <p className="board-folded">{say.nobody}</p>
  if (folded === 0 && !column.unfolded) return null
  const others = (search.open ?? []).filter((one) => one !== key)
  const open = column.unfolded ? others : [...others, key]
  return (
    <p className="board-folded">
      {folded > 0 ? `${column.unfolded ? say.tooMany(folded) : say.folded(folded, column.more)} ` : null}
      <Link
        to="/staff/board"
        search={{ ...search, open: open.length > 0 ? open : undefined }}
        replace
        resetScroll={false}
      >
        {column.unfolded ? say.hide : say.show}
      </Link>
    </p>
  )
}
