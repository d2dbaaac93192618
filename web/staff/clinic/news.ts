import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { clinicNews } from './queries.ts'

/** Asks for the clinic again when an answer came in, or an alert was opened or closed. */
export function useNews() {
  const queries = useQueryClient()
  const { data } = useQuery(clinicNews)
  const known = useRef<string>(undefined)
  useEffect(() => {
    if (!data) return
    const isNew = known.current !== undefined && known.current !== data.mark
    known.current = data.mark
    if (isNew) void queries.invalidateQueries({ queryKey: ['clinic'] })
  }, [data, queries])
}
