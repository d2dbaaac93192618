import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { codebookOf } from '../../core/dataset/codebook.ts'
import type { Value } from '../../core/dataset/columns.ts'
import { observationsOf } from '../../core/dataset/observations.ts'
import { spssSyntax } from '../../core/dataset/spss.ts'
import { moveMonth, startOfMonth } from '../../core/months.ts'
import { idShape, lineShape } from '../../core/shapes.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { csvLines, writeCsv } from '../http/csv-output.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { chosenMonths, periodShape } from '../teams/period.ts'
import { ledTeam, type Team, visibleTeam } from '../teams/scope.ts'
import { columnsOf, type Dataset, datasetOf, exportPages, type Purpose } from './dataset.ts'
import { readQuality } from './quality.ts'
import { xlsx } from './xlsx.ts'

const purposeShape = periodShape.extend({
  project: idShape,
  destination: lineShape(3, 120),
  basis: z.enum(['own-quality', 'legal-duty']),
})

const FILES = {
  'data.csv': 'text/csv; charset=utf-8',
  'data.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'codebook.csv': 'text/csv; charset=utf-8',
  'syntax.sps': 'text/plain; charset=utf-8',
  'observations.ndjson': 'application/fhir+ndjson',
} as const
type File = keyof typeof FILES

/** Datasets of one team, under pseudonyms, for a destination that is named with its legal basis. */
export const exportRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:teamId/quality', allow('exports:make'), async (c) => {
      const team = await exportable(deps, c.var.ctx, c.req.param('teamId'))
      const quality = await readQuality(deps, team)
      await recordRead(deps, c.var.ctx, { type: 'team.quality-read', object: { type: 'team', id: team.id } })
      return c.json(quality)
    })
    .get('/:teamId/:file', allow('exports:make'), valid('query', purposeShape), async (c) => {
      const { ctx } = c.var
      const team = await exportable(deps, ctx, c.req.param('teamId'))
      const file = fileOf(c.req.param('file'))
      const version = await deps.definitions.current(team.outcomeSet)
      if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
      const { from, to, ...said } = c.req.valid('query')
      const months = chosenMonths({ from, to }, deps, team.zone)
      const purpose = {
        ...said,
        file,
        since: startOfMonth(months.from, team.zone),
        until: startOfMonth(moveMonth(months.to, 1), team.zone),
      }
      await recordRead(deps, ctx, {
        type: 'team.export-made',
        object: { type: 'team', id: team.id },
        detail: { ...said, ...months, file },
      })
      const dataset = datasetOf(version)
      return answer(c, file, contentOf(deps, ctx, team, dataset, purpose))
    })

/** An analyst exports of every team of the organisation, a lead of the teams they lead. */
const exportable = (deps: Deps, ctx: Ctx, teamId: string): Promise<Team> =>
  ctx.roles.includes('analyst')
    ? visibleTeam(deps.db, ctx, teamId)
    : ledTeam(deps.db, ctx, teamId, deps.now())

function fileOf(name: string): File {
  const file = (Object.keys(FILES) as File[]).find((one) => one === name)
  if (!file) throw refused('unknown_choice', 'No such file', { name: 'file' })
  return file
}

function contentOf(
  deps: Deps,
  ctx: Ctx,
  team: Team,
  dataset: Dataset,
  purpose: Purpose & { file: File },
): string | AsyncIterable<string | Uint8Array> {
  const columns = columnsOf(dataset)
  const pages = () => exportPages(deps, ctx, team, dataset, purpose)
  switch (purpose.file) {
    case 'codebook.csv':
      return writeCsv(codebookOf(columns, ctx.language))
    case 'syntax.sps':
      return `\uFEFF${spssSyntax(columns, 'data.csv', ctx.language)}`
    case 'data.csv':
      return asCsv(
        columns.map(({ name }) => name),
        pages(),
      )
    case 'data.xlsx':
      return xlsx(columns, pages())
    case 'observations.ndjson':
      return asObservations(purpose.project, dataset, pages())
  }
}

async function* asCsv(names: readonly string[], pages: AsyncIterable<readonly Value[][]>) {
  yield writeCsv([names])
  for await (const rows of pages)
    yield csvLines(rows.map((row) => row.map((value) => (value === null ? '' : String(value)))))
}

async function* asObservations(
  project: string,
  { fixed, scales }: Dataset,
  pages: AsyncIterable<readonly Value[][]>,
) {
  const at = (name: string) => fixed.findIndex((column) => column.name === name)
  for await (const rows of pages) {
    const found = rows.flatMap((row) => {
      const text = (name: string) => String(row[at(name)] ?? '')
      const about = {
        person: text('person'),
        path: text('path'),
        moment: text('moment'),
        days: Number(row[at('days')]),
      }
      const scored = scales.map((column, place) => ({ column, value: row[fixed.length + place] ?? null }))
      return observationsOf(project, about, scored)
    })
    yield found.map((one) => `${JSON.stringify(one)}\n`).join('')
  }
}

function answer(c: Context, file: File, content: string | AsyncIterable<string | Uint8Array>) {
  const headers = {
    'Content-Type': FILES[file],
    'Content-Disposition': `attachment; filename="${file}"`,
    'Cache-Control': 'no-store',
  }
  if (typeof content === 'string') return c.body(content, 200, headers)
  return c.body(streamed(content), 200, headers)
}

/** Asks for the next part once the last was taken; whoever breaks off stops the reading too. */
function streamed(content: AsyncIterable<string | Uint8Array>): ReadableStream {
  const encoder = new TextEncoder()
  const parts = content[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const part = await parts.next()
      if (part.done) controller.close()
      else controller.enqueue(typeof part.value === 'string' ? encoder.encode(part.value) : part.value)
    },
    async cancel() {
      await parts.return?.()
    },
  })
}
