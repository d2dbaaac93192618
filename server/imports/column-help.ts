import type { Language, Localised } from '../../core/words.ts'
import { readDirectory } from '../appointments/directory.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { type AppointmentColumn, appointmentColumns } from './appointment-columns.ts'

/** A column of a file of appointments: its name in this language, and what may stand in it where that is a list. */
export type ColumnHelp = { id: AppointmentColumn; name: string; required: boolean; options: string[] }

/** What somebody who makes a file has to know, with the names of this organisation's teams and of their outcome sets. */
export async function describeColumns(
  deps: Pick<Deps, 'db' | 'definitions' | 'config' | 'seal' | 'now'>,
  ctx: Ctx,
  language: Language,
): Promise<ColumnHelp[]> {
  const { teams } = await readDirectory(deps, ctx)
  const sets = teams.flatMap(({ version }) => (version ? [version.set] : []))
  const titles = (list: readonly { title: Localised }[]) => [
    ...new Set(list.map(({ title }) => title[language])),
  ]
  const options: Partial<Record<AppointmentColumn, string[]>> = {
    team: teams.map(({ name }) => name),
    kind: titles(sets.flatMap(({ appointmentKinds }) => appointmentKinds)),
    treatment: titles(sets.flatMap(({ treatmentOptions }) => treatmentOptions)),
  }
  return appointmentColumns.map((column) => ({
    id: column.id,
    name: (language === 'en' ? column.names[1] : column.names[0]) ?? column.names[0],
    required: 'required' in column,
    options: options[column.id] ?? [],
  }))
}
