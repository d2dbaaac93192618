import { Button } from '../../../../../kit/button.tsx'
import { useWords } from '../../../../../kit/words.tsx'
import { partWords } from './part-words.ts'

type OrderProps = { name: string; isFirst: boolean; isLast: boolean; move: (by: -1 | 1) => void }

/** One place earlier or later in a list. */
export function Order({ name, isFirst, isLast, move }: OrderProps) {
  const say = useWords(partWords)
  return (
    <>
      <Button look="text" aria-label={say.earlier(name)} disabled={isFirst} onClick={() => move(-1)}>
        ↑
      </Button>
      <Button look="text" aria-label={say.later(name)} disabled={isLast} onClick={() => move(1)}>
        ↓
      </Button>
    </>
  )
}
