import { type Context, Hono } from 'hono'
import type { ZodType, z } from 'zod'
import { lookOf } from '../http/look.ts'
import { Problem } from '../http/problem.ts'
import { sessionIdOf } from './cookies.ts'
import type { Desk, PatientEnv } from './desk.ts'
import { saveAnswers, saveShape } from './save-answers.ts'
import { findSession, requireCookie, requireSession } from './session.ts'
import { submitAnswers, submitShape } from './submit-answers.ts'
import { taskJson } from './task.ts'

/** What the questionnaire's page asks and sends. */
export function answerRoutes({ deps, request }: Desk) {
  const { config } = deps
  return new Hono<PatientEnv>()
    .use((c, next) => {
      c.set('sessionId', requireCookie(sessionIdOf(c, config)))
      return next()
    })
    .get('/task', async (c) => {
      const session = requireSession(await findSession(deps.db, c.var.sessionId, deps.now()))
      const json = await taskJson(deps, session, lookOf(c))
      return c.body(json, 200, { 'Content-Type': 'application/json; charset=UTF-8' })
    })
    .put('/answers', async (c) => {
      const save = {
        ...(await body(c, saveShape)),
        version: seenVersion(c),
        language: lookOf(c).language,
        request: request(c),
      }
      return c.json({ version: await saveAnswers(deps, c.var.sessionId, save) })
    })
    .post('/submit', async (c) => {
      const submit = {
        ...(await body(c, submitShape)),
        version: seenVersion(c),
        language: lookOf(c).language,
      }
      return c.json(await submitAnswers(deps, c.var.sessionId, submit, request(c)))
    })
}

async function body<Shape extends ZodType>(c: Context, shape: Shape): Promise<z.output<Shape>> {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    throw new Problem(415, 'json_only', 'Send application/json')
  let given: unknown
  try {
    given = JSON.parse(await c.req.text())
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem(400, 'malformed_json', 'This is not JSON')
    throw error
  }
  return shape.parse(given)
}

/** The version of the draft that the page knows: `If-Match: "3"`, 0 before the first save. */
function seenVersion(c: Context): number {
  const version = /^"?(\d{1,9})"?$/.exec(c.req.header('if-match') ?? '')?.[1]
  if (version === undefined)
    throw new Problem(
      428,
      'version_missing',
      'Name the version that you saw: If-Match: "0" before the first save',
    )
  return Number(version)
}
