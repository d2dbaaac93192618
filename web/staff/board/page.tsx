import './board.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { lowered } from '../../../core/change/finding-words.ts'
import type { Board, BoardCard } from '../../../core/consult/board.ts'
import { columnKey } from '../../../core/consult/board-columns.ts'
import { Page } from '../../kit/frame.tsx'
import { Empty } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { ListDialog } from '../meetings/list-dialog.tsx'
import { BoardColumn } from './column.tsx'
import { BoardFilters } from './filters.tsx'
import { BoardKeys, Summary } from './head.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { board as boardQuery } from './queries.ts'
import { useCards } from './use-cards.ts'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/board')

/** Where the patients of a team are on the care path; without names until one is opened. */
export function BoardPage() {
  const say = useWords(words)
  const local = useLocal()
  const search = route.useSearch()
  const { data: board } = useSuspenseQuery(boardQuery(search))
  return (
    <Page title={say.title(lowered(local(board.group)))} about={<Summary board={board} />}>
      {board.total === 0 ? (
        <Empty title={say.empty}>{say.emptyAbout}</Empty>
      ) : (
        <Stages key={board.team.id} board={board} />
      )}
    </Page>
  )
}

type Moving = { card: BoardCard; to?: string }

function Stages({ board }: { board: Board }) {
  const say = useWords(words)
  const search = route.useSearch()
  const navigate = useNavigate()
  const [moving, move] = useState<Moving>()
  const [listing, list] = useState<BoardCard>()
  const { columns } = board
  const open = ({ patientId, enrolmentId }: BoardCard) =>
    void navigate({
      to: '/staff/patients/$patientId',
      params: { patientId },
      search: { enrolment: enrolmentId },
    })
  const plan = ({ enrolmentId }: BoardCard) =>
    void navigate({ to: '/staff/care-paths/$enrolmentId', params: { enrolmentId } })
  const acts = { open, plan, list, move: (card: BoardCard) => move({ card }) }
  const { selected, select } = useCards(columns, acts)
  const nobody = columns.every(({ count }) => count === 0)
  return (
    <>
      <BoardFilters board={board} search={search} />
      {nobody ? <p className="quiet">{say.noneChosen}</p> : null}
      <div className="board">
        {columns.map((column) => (
          <BoardColumn
            key={columnKey(column)}
            column={column}
            board={board}
            search={search}
            selected={selected}
            select={select}
            acts={acts}
            drop={(enrolmentId) => {
              const card = columns
                .flatMap(({ cards }) => cards)
                .find((one) => one.enrolmentId === enrolmentId)
              if (card && column.stage && card.stage !== column.stage) move({ card, to: column.stage })
            }}
          />
        ))}
      </div>
      <BoardKeys />
      {moving ? <MoveDialog {...moving} board={board} close={() => move(undefined)} /> : null}
      {listing ? (
        <ListDialog enrolmentId={listing.enrolmentId} called={listing.code} close={() => list(undefined)} />
      ) : null}
    </>
  )
}
