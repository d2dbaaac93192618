import { useNavigate } from '@tanstack/react-router'
import { type Board, concerns } from '../../../core/consult/board.ts'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { usePersonWords } from '../person.ts'
import { BoardSearch } from './search.ts'
import { words } from './words.ts'

/** What is on the board stands in the address, so that a view can be shared with a colleague. */
export function BoardFilters({ board, search }: { board: Board; search: BoardSearch }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const { side: sideOf } = usePersonWords()
  const navigate = useNavigate()
  const go = (next: BoardSearch) =>
    navigate({ to: '/staff/board', search: next, replace: true, resetScroll: false })
  const choose = (name: keyof BoardSearch) => (value: string) =>
    go(BoardSearch.parse({ ...search, [name]: value || undefined }))
  const sides = board.sides.flatMap((side): [string, string][] =>
    sideOf(side) ? [[side, sideOf(side)]] : [],
  )
  return (
    <section className="filters" aria-label={say.filters}>
      {board.teams.length > 1 ? (
        <Filter label={say.team} value={board.team.id} choose={(team) => go({ team })}>
          <Options of={board.teams.map(({ id, name }) => [id, name])} />
        </Filter>
      ) : null}
      <Filter label={say.only} value={search.only ?? ''} choose={choose('only')}>
        <option value="">{say.everybody}</option>
        <Options of={concerns.map((concern) => [concern, say.concerns[concern]])} />
      </Filter>
      {sides.length > 1 ? (
        <Filter label={say.side} value={search.side ?? ''} choose={choose('side')}>
          <option value="">{say.all}</option>
          <Options of={sides} />
        </Filter>
      ) : null}
      <Filter label={say.treatment} value={search.treatment ?? ''} choose={choose('treatment')}>
        <option value="">{say.all}</option>
        <Options of={board.treatments.map(({ id, title }) => [id, local(title)])} />
      </Filter>
      <Filter label={say.lead} value={search.lead ?? ''} choose={choose('lead')}>
        <option value="">{say.all}</option>
        <Options of={board.clinicians.map(({ id, name }) => [id, name])} />
      </Filter>
      <p className="filters-end">{say.updated(format.dayTime(board.now))}</p>
    </section>
  )
}

const Options = ({ of }: { of: readonly (readonly [string, string])[] }) =>
  of.map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ))
