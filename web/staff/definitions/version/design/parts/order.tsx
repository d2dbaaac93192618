import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../../../../kit/button.tsx'
import { useWords } from '../../../../../kit/words.tsx'
import { partWords } from './part-words.ts'

type OrderProps = { name: string /** From 0. */; place: number; count: number; move: (by: -1 | 1) => void }

/** One place earlier or later in a list; who moves something goes along with it, and hears where it is now. */
export function Order({ name, place, count, move }: OrderProps) {
  const say = useWords(partWords)
  const [heard, setHeard] = useState<number | null>(null)
  const asked = useRef<-1 | 1 | null>(null)
  const earlier = useRef<HTMLButtonElement>(null)
  const later = useRef<HTMLButtonElement>(null)
  // A line that moves loses the focus, and a button that can go no further cannot hold it.
  useLayoutEffect(() => {
    const [wanted, other] =
      asked.current === -1 ? [earlier.current, later.current] : [later.current, earlier.current]
    if (asked.current !== null) (wanted?.disabled ? other : wanted)?.focus()
    asked.current = null
  })
  const go = (by: -1 | 1) => {
    asked.current = by
    setHeard(place + by)
    move(by)
  }
  return (
    <>
      <Button
        look="text"
        ref={earlier}
        aria-label={say.earlier(name)}
        disabled={place === 0}
        onClick={() => go(-1)}
      >
        ↑
      </Button>
      <Button
        look="text"
        ref={later}
        aria-label={say.later(name)}
        disabled={place === count - 1}
        onClick={() => go(1)}
      >
        ↓
      </Button>
      <span className="reader-only" role="status">
        {heard === place ? say.placed(name, place + 1, count) : ''}
      </span>
    </>
  )
}
