import type { ErrorHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ZodError } from 'zod'
import { answerProblem, Problem } from '../http/problem.ts'
import type { Logger } from '../logger.ts'

/** One issue of an OperationOutcome; `expression` says where in what was sent. */
export type Issue = {
  severity: 'error' | 'warning' | 'information'
  code: string
  diagnostics: string
  details?: { coding: { code: string }[] }
  expression?: string[]
}

export const outcomeOf = (issue: readonly Issue[]) => ({ resourceType: 'OperationOutcome', issue })

export const fault = (code: string, expression: string, diagnostics: string, our?: string): Issue => ({
  severity: 'error',
  code,
  diagnostics,
  ...(our ? { details: { coding: [{ code: our }] } } : {}),
  expression: [expression],
})

/** Refuses a delivery for these faults: 422, and nothing of it is kept. */
export const refusal = (faults: readonly Issue[]) =>
  new Problem(422, 'messages_wrong', 'This cannot be taken in; nothing was changed', {
    issues: faults.slice(0, 200),
  })

/** What a shape finds wrong, as faults below a place such as 'Bundle.entry[2].resource'. */
export const faultsOf = (error: ZodError, place: string): Issue[] =>
  error.issues.map(({ path, message, code }) =>
    fault(code === 'invalid_type' ? 'structure' : 'value', [place, pathOf(path)].join(''), message),
  )

const pathOf = (path: readonly PropertyKey[]) =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')

const CODES: Record<number, string> = {
  400: 'structure',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-long',
  415: 'not-supported',
  422: 'processing',
  429: 'throttled',
}

export const FHIR_JSON = 'application/fhir+json; charset=utf-8'

/** Refusals and failures as a FHIR client reads them. */
export const answerFault =
  (log: Logger): ErrorHandler =>
  async (error, c) => {
    const told = error instanceof ZodError ? refusal(faultsOf(error, '')) : error
    if (told instanceof Problem)
      return c.body(JSON.stringify(outcomeOf(issuesOf(told))), told.status, { 'Content-Type': FHIR_JSON })
    const { status } = await answerProblem(log)(error, c)
    const issue: Issue = {
      severity: 'error',
      code: CODES[status] ?? 'exception',
      diagnostics:
        status < 500 ? error.message : 'Something went wrong here. Nothing was changed; send it again.',
    }
    return c.body(JSON.stringify(outcomeOf([issue])), status as ContentfulStatusCode, {
      'Content-Type': FHIR_JSON,
    })
  }

function issuesOf({ status, message, detail }: Problem): Issue[] {
  const issues = detail?.issues as Issue[] | undefined
  return issues ?? [{ severity: 'error', code: CODES[status] ?? 'processing', diagnostics: message }]
}
