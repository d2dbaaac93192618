import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** Puts where one is ("5 of 12, previous, next") into the top bar, beside the search. */
export function TopPlace({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById('top-place')), [])
  return place ? createPortal(children, place) : null
}
