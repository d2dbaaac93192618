import type { z } from 'zod'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'

/** What zod found, in sentences that say what would be right. */
export function shapeProblems(error: z.ZodError): DefinitionProblem[] {
  return error.issues.flatMap(issueProblems)
}

function issueProblems(issue: z.core.$ZodIssue): DefinitionProblem[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return branchProblems(issue.errors, path)
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path, message }))
  return [{ path, message: sentence(issue) }]
}

/** An issue of a union hides what is wrong in the branch that was meant: the branch that got furthest is shown. */
function branchProblems(
  branches: readonly z.core.$ZodIssue[][],
  path: (string | number)[],
): DefinitionProblem[] {
  const furthest = branches.reduce((best, branch) => (depthOf(branch) > depthOf(best) ? branch : best))
  return furthest
    .flatMap(issueProblems)
    .map((inner) => ({ path: [...path, ...inner.path], message: inner.message }))
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length))
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ')
    return `${keys} is not known here; check the spelling or take it out`
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return `this is missing; expected ${article(issue.expected)}`
  }
  return issue.message
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`
}
