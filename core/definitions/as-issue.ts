import type { DefinitionProblem } from './problem.ts'

/** A problem as zod carries it, in both languages; shape-problems.ts takes it out again. */
export const asIssue = ({ path, message, known }: DefinitionProblem) => ({
  code: 'custom' as const,
  path,
  message: message.en,
  params: { message, known },
})
