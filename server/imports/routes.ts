import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { MessageProblem } from '../../core/feeds/appointment-message.ts'
import { explainProblem } from '../../core/feeds/appointment-words.ts'
import { lineShape } from '../../core/shapes.ts'
import type { Language } from '../../core/words.ts'
import { teamOf } from '../acts/enrol.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { writeCsv } from '../http/csv-output.ts'
import { Problem, refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readTeams } from '../organisations/store.ts'
import { describeColumns } from './column-help.ts'
import { countAsides } from './quarantine.ts'
import { findImport, lastImports, mustBeAsChecked, startImport } from './run-import.ts'

const MOST_BYTES = 20 * 1024 * 1024

const uploadQuery = z.object({
  fileName: lineShape(1, 200).default('upload.csv'),
  teamId: z.string().max(64).optional(),
  dryRun: z.enum(['0', '1']),
  checkId: z.string().max(64).optional(),
})
const importId = z.object({ id: z.string().max(64) })

/** Files of appointments: looked at, imported, followed. The body of an upload is the file itself. */
export const importRoutes = (deps: Deps) =>
  new Hono<Session>()
    .post(
      '/appointments',
      allow('imports:write'),
      bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }),
      valid('query', uploadQuery),
      async (c) => {
        const { dryRun, teamId = null, fileName, checkId } = c.req.valid('query')
        const ctx = c.get('ctx')
        if (teamId) await teamOf(deps.db, ctx, teamId)
        const bytes = new Uint8Array(await c.req.arrayBuffer())
        if (checkId) await mustBeAsChecked(deps, ctx, checkId, { bytes, teamId })
        const { id, finished } = await startImport(deps, ctx, {
          bytes,
          fileName,
          teamId,
          dryRun: dryRun === '1',
        })
        finished.catch(() => deps.log.error({ import: id }, 'the end of an import could not be written'))
        return c.json({ id }, 202)
      },
    )
    .get('/', allow('imports:write'), async (c) => {
      const ctx = c.get('ctx')
      const teams = (await readTeams(deps.db, ctx)).map(({ id, name }) => ({ id, name }))
      const waiting = await countAsides(deps.db, ctx)
      return c.json({ imports: await lastImports(deps, ctx), teams, waiting })
    })
    .get('/appointments/columns', allow('imports:write'), async (c) => {
      const ctx = c.get('ctx')
      return c.json({ columns: await describeColumns(deps, ctx, ctx.language) })
    })
    .get('/appointments/example.csv', allow('imports:write'), async (c) => {
      const ctx = c.get('ctx')
      return csv(c, [(await describeColumns(deps, ctx, ctx.language)).map(({ name }) => name)])
    })
    .get('/:id', allow('imports:write'), valid('param', importId), async (c) => {
      const found = await findImport(deps, c.get('ctx'), c.req.valid('param').id)
      const { id, fileName, state, progress, dryRun, startedAt, finishedAt, report } = found
      if (report)
        await recordRead(deps, c.get('ctx'), { type: 'import.read', object: { type: 'import', id } })
      return c.json({ id, fileName, state, progress, dryRun, startedAt, finishedAt, report })
    })
    .get('/:id/problems.csv', allow('imports:write'), valid('param', importId), async (c) => {
      const { id, report } = await findImport(deps, c.get('ctx'), c.req.valid('param').id)
      if (!report) throw refused('import_running', 'This import is still running')
      await recordRead(deps, c.get('ctx'), {
        type: 'import.read',
        object: { type: 'import', id },
        detail: { problems: report.problems.length },
      })
      return csv(c, problemList(report.problems, c.get('ctx').language))
    })

function tooLarge(): never {
  throw new Problem(413, 'file_too_large', 'The file is larger than 20 MB', { mostMegabytes: 20 })
}

const csv = (c: Context, rows: string[][]) =>
  c.body(writeCsv(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment',
  })

type Told = {
  row: number
  line: number
  column: string | null
  code: string
  value: string
  options?: MessageProblem['options'] | undefined
}

const problemList = (problems: readonly Told[], language: Language): string[][] => [
  language === 'nl' ? ['regel', 'kolom', 'waarde', 'wat te doen'] : ['line', 'column', 'value', 'what to do'],
  ...problems.map((problem) => [
    String(problem.line),
    problem.column ?? '',
    problem.value,
    explainProblem(problem, language),
  ]),
]
