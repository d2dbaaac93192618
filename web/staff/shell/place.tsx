import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** The spot in the top bar beside the search; null until the bar is there. */
export const TopSpot = createContext<HTMLElement | null>(null)

/** Puts where one is ("5 of 12, previous, next") into the top bar. */
export function TopPlace({ children }: { children: ReactNode }) {
  const spot = useContext(TopSpot)
  return spot ? createPortal(children, spot) : null
}
