import { ApiError } from '../../kit/api.ts'
import { useRefusal } from '../../kit/states.tsx'

/** Turns a refusal into a sentence: this page's own where it has one for the code. */
export function useProblem(problems: Record<string, string>): (error: unknown) => string {
  const refusal = useRefusal()
  return (error) => (error instanceof ApiError && problems[error.code]) || refusal(error)
}
