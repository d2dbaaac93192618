import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type SurveyFile = { path: string; text: string }

/** The definition files of a folder in `surveys/` form, unread. Throws when the folder is not one. */
export const surveyFiles = (folder: string): SurveyFile[] =>
  ['instruments', 'outcome-sets'].flatMap((kind) => {
    const at = join(folder, kind)
    return namesIn(at).map((name) => ({ path: join(at, name), text: readFileSync(join(at, name), 'utf8') }))
  })

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted()
  } catch {
    throw new Error(`There is no folder ${folder}: definitions lie in instruments/ and outcome-sets/ of a surveys folder`)
  }
}
