import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { appointmentWords, explainProblem } from '../../core/appointment-words.ts'
import { fold } from '../../core/fold.ts'
import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import type { ImportReport } from '../imports/report.ts'
import { startImport } from '../imports/run-import.ts'

type Options = { organisation?: string; team?: string; dryRun?: boolean }

/**
 * `uitkomst import appointments FILE`: the same as the page does, with what it says in lines of text. True when the
 * file went in, or would have.
 */
export async function importAppointmentsFile(
  deps: Deps,
  file: string,
  { organisation, team, dryRun = false }: Options,
  say: (line: string) => void,
): Promise<boolean> {
  const where = await findPlace(deps.db, organisation, team)
  const bytes = new Uint8Array(await readFile(file))
  const { finished } = await startImport(deps, systemCtx(where.organisationId, 'uitkomst import', 'en'), {
    bytes,
    fileName: basename(file),
    teamId: where.teamId,
    dryRun,
  })
  const report = await finished
  for (const line of describe(report, dryRun)) say(line)
  return report.failure === null && report.problemCount === 0
}

/** The organisation and team by name or id; an organisation need not be named where there is only one. */
async function findPlace(db: Tx, organisation: string | undefined, team: string | undefined) {
  const all = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.name))
  const found = organisation
    ? all.find((one) => isNamed(one, organisation))
    : all.length === 1
      ? all[0]
      : undefined
  if (!found) throw new Error(`Name the organisation with --organisation: ${names(all)}`)
  if (!team) return { organisationId: found.id, teamId: null }
  const ofIt = await db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(eq(teams.organisationId, found.id))
  const named = ofIt.find((one) => isNamed(one, team))
  if (!named) throw new Error(`${found.name} has no team ${team}. Its teams: ${names(ofIt)}`)
  return { organisationId: found.id, teamId: named.id }
}

type Named = { id: string; name: string }
const isNamed = ({ id, name }: Named, text: string) => id === text || fold(name) === fold(text)
const names = (list: readonly Named[]) => list.map(({ name }) => `“${name}”`).join(', ') || 'none yet'

function describe(report: ImportReport, dryRun: boolean): string[] {
  const { outcomes, reasons } = appointmentWords.en
  if (report.failure)
    return [`Nothing more was imported: ${report.failure.code} ${JSON.stringify(report.failure.detail)}`]
  if (report.problemCount > 0)
    return [
      `Nothing was imported: ${report.problemCount} problems in ${report.wrongRows} of ${report.rows} rows.`,
      ...report.problems.map(
        (one) =>
          `  line ${one.line}, ${one.column ?? 'whole row'}: “${one.value}” ${explainProblem(one, 'en')}`,
      ),
    ]
  return [
    `${report.rows} rows ${dryRun ? 'would be' : 'were'} imported; ${report.newPatients} new people, ${report.newEnrolments} new care paths.`,
    ...Object.entries(report.counts).map(([what, n]) => `  ${outcomes[what as keyof typeof outcomes]}: ${n}`),
    ...report.listed.flatMap(({ line, reason }) =>
      reason ? [`  line ${line}: ${(reasons as Record<string, string>)[reason] ?? reason}`] : [],
    ),
  ]
}
