import { createHash } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { imports } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { importAppointments } from './import-appointments.ts'
import type { Progress, Upload } from './import-file.ts'
import { importPatients } from './import-patients.ts'
import { emptyReport, type ImportReport } from './report.ts'
import { closeReport, openReport } from './sealed-report.ts'

/** What the rows of a file are about. */
export const importKinds = ['appointments', 'patients'] as const
export type ImportKind = (typeof importKinds)[number]
const importers = { appointments: importAppointments, patients: importPatients } satisfies Record<
  ImportKind,
  unknown
>

type Import = Omit<typeof imports.$inferSelect, 'report'> & { report: ImportReport | null }
type Given = Upload & { kind: ImportKind; fileName: string }

/** A running import that has not moved for this long was cut off, for instance by a restart. */
const SILENT_MS = 120_000

/**
 * Starts an import (or its dry run) and answers at once with its id; it goes on by itself, and `findImport` tells how
 * far it is. `finished` is for those who want to wait.
 */
export async function startImport(
  deps: Deps,
  ctx: Ctx,
  upload: Given,
): Promise<{ id: string; finished: Promise<ImportReport> }> {
  const id = deps.newId('imp')
  const startedAt = deps.now().toISOString()
  await deps.db.transaction(async (tx) => {
    await tx.insert(imports).values({
      id,
      organisationId: ctx.organisationId,
      kind: upload.kind,
      teamId: upload.teamId,
      fileName: upload.fileName,
      contentHash: hashOf(upload.bytes),
      state: 'running',
      progress: { done: 0, of: 0, at: startedAt },
      dryRun: upload.dryRun,
      startedBy: ctx.actor.id,
      startedAt,
    })
    await record(tx, deps, ctx, {
      action: 'E',
      type: upload.dryRun ? 'import.checked' : 'import.started',
      object: { type: 'import', id },
    })
  })
  return { id, finished: run(deps, ctx, id, upload) }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** 422 ('not_as_checked') for an upload that differs from the dry run it says to follow: in its bytes, kind or team. */
export async function mustBeAsChecked(
  deps: Pick<Deps, 'db' | 'now' | 'seal'>,
  ctx: Ctx,
  checkId: string,
  { bytes, teamId, kind }: Pick<Given, 'bytes' | 'teamId' | 'kind'>,
): Promise<void> {
  const check = await findImport(deps, ctx, checkId)
  const isOfThis = check.kind === kind && check.teamId === teamId && check.contentHash === hashOf(bytes)
  if (check.state === 'checked' && isOfThis) return
  throw refused('not_as_checked', 'This is not the file, or not the team, of the dry run')
}

async function run(deps: Deps, ctx: Ctx, id: string, upload: Given): Promise<ImportReport> {
  const tell = (progress: Progress, tx?: Tx) =>
    (tx ?? deps.db)
      .update(imports)
      .set({ progress: { ...progress, at: deps.now().toISOString() } })
      .where(eq(imports.id, id))
  const report = await importers[upload.kind](deps, ctx, upload, tell).catch(
    (error: unknown): ImportReport => {
      deps.log.error(
        { import: id, failure: error instanceof Error ? error.name : 'unknown' },
        'import failed',
      )
      return { ...emptyReport(), failure: { code: 'import_failed', detail: {} } }
    },
  )
  const isDone = report.failure === null && report.problemCount === 0
  await deps.db
    .update(imports)
    .set({
      state: isDone ? (upload.dryRun ? 'checked' : 'done') : 'failed',
      report: closeReport(deps.seal, id, report),
      finishedAt: deps.now().toISOString(),
    })
    .where(eq(imports.id, id))
  return report
}

/** How an import of the caller's organisation is doing; 404 for any other. One that was cut off says so. */
export async function findImport(
  { db, now, seal }: Pick<Deps, 'db' | 'now' | 'seal'>,
  ctx: Ctx,
  id: string,
): Promise<Import> {
  const [found] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.organisationId, ctx.organisationId)))
  if (!found) throw notFound('import')
  const report = found.report && openReport(seal, found.id, found.report)
  if (found.state !== 'running' || now().getTime() - Date.parse(found.progress.at) < SILENT_MS)
    return { ...found, report }
  return {
    ...found,
    state: 'failed',
    report: { ...emptyReport(), failure: { code: 'interrupted', detail: {} } },
  }
}

/** The last imports of this kind of the organisation, newest first, without their reports. */
export const lastImports = ({ db }: Pick<Deps, 'db'>, ctx: Ctx, kind: ImportKind) =>
  db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      state: imports.state,
      progress: imports.progress,
      startedAt: imports.startedAt,
      finishedAt: imports.finishedAt,
    })
    .from(imports)
    .where(
      and(eq(imports.organisationId, ctx.organisationId), eq(imports.kind, kind), eq(imports.dryRun, false)),
    )
    .orderBy(desc(imports.startedAt))
    .limit(20)
