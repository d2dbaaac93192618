import { createContext, type ReactNode, useContext } from 'react'

const Zone = createContext('Europe/Amsterdam')

/** Gives everything below it the organisation's time zone (an IANA name). */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <Zone value={zone}>{children}</Zone>
}

export const useZone = () => useContext(Zone)
