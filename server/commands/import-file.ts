import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { appointmentWords, explainProblem } from '../../core/feeds/appointment-words.ts'
import { explainFailure } from '../../core/feeds/file-words.ts'
import { fold } from '../../core/words/fold.ts'
import type { Language } from '../../core/words.ts'
import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import type { ImportReport } from '../imports/report.ts'
import { type ImportKind, startImport } from '../imports/run-import.ts'
import { importWords } from './import-words.ts'

export type ImportOptions = { organisation?: string; team?: string; dryRun?: boolean; language?: Language }

/**
 * `uitkomst import appointments FILE` and `import patients FILE`: the same as the page does, with what it says in lines
 * of text. True when the file went in, or would have.
 */
export async function importFileAt(
  deps: Deps,
  kind: ImportKind,
  file: string,
  { organisation, team, dryRun = false, language = 'en' }: ImportOptions,
  say: (line: string) => void,
): Promise<boolean> {
  const bytes = await readFileOf(file, language)
  const where = await findPlace(deps.db, organisation, team, language)
  const { finished } = await startImport(deps, systemCtx(where.organisationId, 'uitkomst import', language), {
    kind,
    bytes,
    fileName: basename(file),
    teamId: where.teamId,
    dryRun,
  })
  const report = await finished
  for (const line of describe(kind, report, dryRun, language)) say(line)
  return report.failure === null && report.problemCount === 0
}

/** The bytes of the file; throws a sentence that says why there are none. */
export async function readFileOf(file: string, language: Language): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    const { unreadable } = importWords[language]
    const { code } = error as NodeJS.ErrnoException
    const sentence = code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' ? code : 'other'
    throw new Error(unreadable[sentence](file), { cause: error })
  }
}

/** The organisation and team by name or id; an organisation need not be named where there is only one. */
export async function findPlace(
  db: Tx,
  organisation: string | undefined,
  team: string | undefined,
  language: Language,
) {
  const say = importWords[language]
  const names = (list: readonly Named[]) => list.map(({ name }) => `“${name}”`).join(', ') || say.noneYet
  const all = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.name))
  const found = organisation
    ? all.find((one) => isNamed(one, organisation))
    : all.length === 1
      ? all[0]
      : undefined
  if (!found)
    throw new Error(
      organisation && all.length > 0
        ? say.noOrganisation(organisation, names(all))
        : say.nameOrganisation(names(all)),
    )
  if (!team) return { organisationId: found.id, teamId: null }
  const ofIt = await db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(eq(teams.organisationId, found.id))
  const named = ofIt.find((one) => isNamed(one, team))
  if (!named) throw new Error(say.noTeam(found.name, team, names(ofIt)))
  return { organisationId: found.id, teamId: named.id }
}

type Named = { id: string; name: string }
const isNamed = ({ id, name }: Named, text: string) => id === text || fold(name) === fold(text)

function describe(kind: ImportKind, report: ImportReport, dryRun: boolean, language: Language): string[] {
  const say = importWords[language]
  if (report.failure)
    return [report.rows > 0 ? say.stopped : say.nothing, ...explainFailure(report.failure, language)]
  if (report.problemCount > 0)
    return [
      say.wrong(report.problemCount, report.wrongRows, report.rows),
      ...report.problems.map(
        (one) => `  ${say.place(one.line, one.column)}: “${one.value}” ${explainProblem(one, language)}`,
      ),
      ...(report.problemCount > report.problems.length ? [say.first(report.problems.length)] : []),
    ]
  const { outcomes, reasons } = appointmentWords[language]
  const total = dryRun ? say.would(report.rows) : say.imported(report.rows)
  const made =
    kind === 'patients'
      ? say.registered(report.newPatients)
      : say.made(report.newPatients, report.newEnrolments)
  return [
    `${total}; ${made}`,
    ...Object.entries(report.counts).map(([what, n]) => `  ${outcomes[what as keyof typeof outcomes]}: ${n}`),
    ...report.listed.flatMap(({ line, reason }) =>
      reason ? [`  ${say.line(line)}: ${(reasons as Record<string, string>)[reason] ?? reason}`] : [],
    ),
  ]
}
