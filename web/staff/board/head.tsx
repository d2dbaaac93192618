import { type Board, type Concern, concerns } from '../../../core/consult/board.ts'
import { Key } from '../../kit/key.tsx'
import { State, type Tone } from '../../kit/status.tsx'
import type { SymbolName } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

const SIGNS: Record<Concern, readonly [SymbolName, Tone]> = {
  alert: ['alert', 'worse'],
  urgent: ['alert', 'worse'],
  worse: ['diamond', 'worse'],
  over: ['diamond', 'watch'],
  silent: ['failed', 'quiet'],
}

/** How many there are, and how many of them need somebody, and why. */
export function Summary({ board: { total, counts } }: { board: Board }) {
  const say = useWords(words)
  return (
    <span className="board-summary">
      {say.patients(total)}
      {concerns
        .filter((concern) => counts[concern] > 0)
        .map((concern) => (
          <State key={concern} sign={SIGNS[concern][0]} tone={SIGNS[concern][1]}>
            {say.counts[concern](counts[concern])}
          </State>
        ))}
    </span>
  )
}

/** How the board is read, and its keys. */
export function BoardKeys() {
  const say = useWords(words)
  const { keys } = say
  return (
    <footer className="board-foot">
      <p>{say.legend}</p>
      <p>{say.pseudonymous}</p>
      <p className="key-line" aria-hidden="true">
        <span>
          <Key>H</Key>
          <Key>J</Key>
          <Key>K</Key>
          <Key>L</Key>
          {keys.move}
        </span>
        <span>
          <Key>↵</Key>
          {keys.open}
        </span>
        <span>
          <Key>M</Key>
          {keys.stage}
        </span>
        <span>
          <Key>A</Key>
          {keys.list}
        </span>
      </p>
    </footer>
  )
}
