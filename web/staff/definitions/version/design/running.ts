import { useQuery } from '@tanstack/react-query'
import { definitions } from '../../queries.ts'

/** The questionnaires for patients that are published now. */
export function useRunning() {
  const { data } = useQuery(definitions)
  const versions = data?.versions ?? []
  return versions.filter((one) => one.kind === 'instrument' && one.status === 'published' && !one.forStaff)
}
