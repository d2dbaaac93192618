import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ZodError } from 'zod'
import type { Logger } from '../logger.ts'

/** A refusal by name. `code` is what pages turn into a sentence in the reader's language; `detail` is for that sentence. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly detail: Record<string, unknown> | undefined
  constructor(status: ContentfulStatusCode, code: string, message: string, detail?: Record<string, unknown>) {
    super(message)
    this.status = status
    this.code = code
    this.detail = detail
  }
}

export const notFound = (what: string) => new Problem(404, 'not_found', `No such ${what}`)
export const conflict = (code: string, message: string, detail?: Record<string, unknown>) =>
  new Problem(409, code, message, detail)
export const refused = (code: string, message: string, detail?: Record<string, unknown>) =>
  new Problem(422, code, message, detail)

/** The one place where refusals and failures become answers. */
export const answerProblem =
  (log: Logger): ErrorHandler =>
  (error, c) => {
    if (error instanceof Problem)
      return c.json({ code: error.code, message: error.message, detail: error.detail }, error.status)
    if (error instanceof ZodError)
      return c.json({ code: 'invalid', message: 'Invalid input', issues: issues(error) }, 400)
    if (error instanceof HTTPException)
      return c.json({ code: 'refused', message: error.message }, error.status)
    log.error(
      {
        requestId: c.get('requestId'),
        route: c.req.routePath,
        method: c.req.method,
        failure: describe(error),
      },
      'request failed',
    )
    return c.json(
      { code: 'internal', message: 'Something went wrong here. Nothing was changed; please try again.' },
      500,
    )
  }

const issues = (error: ZodError) =>
  error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))

// A driver's message may quote values of a row; name and place are enough to find the fault.
const describe = (error: Error) => ({
  name: error.name,
  code: (error.cause as { code?: string } | undefined)?.code,
  at: error.stack
    ?.split('\n')
    .filter((line) => line.includes('    at '))
    .slice(0, 6),
})
