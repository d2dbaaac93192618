import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Fault } from '../../../../core/definitions/definition-text.ts'
import { checkText } from '../queries.ts'

/** Whoever types is left alone until they pause. */
const PAUSE_MS = 700

/** The faults of a text in the place of a draft, as of the last pause in typing. */
export function useChecked(
  versionId: string,
  text: string,
): { faults: readonly Fault[]; isChecking: boolean } {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const { data, isFetching } = useQuery({
    queryKey: ['definition-check', versionId, settled],
    queryFn: () => checkText({ versionId, text: settled }),
    gcTime: 0,
    placeholderData: (before) => before,
  })
  return { faults: data?.faults ?? [], isChecking: isFetching || settled !== text }
}
