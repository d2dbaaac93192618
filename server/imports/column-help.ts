import type { Language, Localised } from '../../core/words.ts'
import { readDirectory } from '../appointments/directory.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { appointmentColumns } from './appointment-columns.ts'
import { keptColumns, patientColumns } from './person-columns.ts'
import type { Column } from './read-csv.ts'
import type { ImportKind } from './run-import.ts'

type Tools = Pick<Deps, 'db' | 'definitions' | 'config' | 'seal' | 'now'>
/** A column of a file: its name in the caller's language, and what may stand in it where that is a list. */
export type ColumnHelp = { id: string; name: string; required: boolean; options: string[] }

/** What somebody who makes a file has to know, with the names of this organisation's teams and of their outcome sets. */
export async function describeColumns(deps: Tools, ctx: Ctx, kind: ImportKind): Promise<ColumnHelp[]> {
  const columns: readonly Column[] = kind === 'patients' ? patientColumns : appointmentColumns
  const options: Record<string, string[]> =
    kind === 'patients' ? {} : await optionsOf(deps, ctx, ctx.language)
  return keptColumns(columns, deps, ctx).map(({ id, names, required = false }) => ({
    id,
    name: (ctx.language === 'en' ? names[1] : names[0]) ?? id,
    required,
    options: options[id] ?? [],
  }))
}

async function optionsOf(deps: Tools, ctx: Ctx, language: Language): Promise<Record<string, string[]>> {
  const { teams } = await readDirectory(deps, ctx)
  const sets = teams.flatMap(({ version }) => (version ? [version.set] : []))
  const titles = (list: readonly { title: Localised }[]) => [
    ...new Set(list.map(({ title }) => title[language])),
  ]
  return {
    team: teams.map(({ name }) => name),
    kind: titles(sets.flatMap(({ appointmentKinds }) => appointmentKinds)),
    treatment: titles(sets.flatMap(({ treatmentOptions }) => treatmentOptions)),
  }
}
