import { checkApart } from '../definitions/checker.ts'
import { readDefinitionFiles, wrongDefinitions } from '../definitions/files.ts'

/** Each file of a folder has a share of the patience. */
const PATIENCE_MS = { folder: 2000, file: 100 }

/** Checks a folder of definitions with our own rules and with survey-core's, and says so. Throws what is wrong. */
export async function checkSurveys(folder: string): Promise<void> {
  const files = readDefinitionFiles(folder)
  const checked = await checkApart(files, PATIENCE_MS.folder + files.length * PATIENCE_MS.file)
  if ('problems' in checked) throw wrongDefinitions(checked.problems)
  const { instruments, outcomeSets, registers } = checked
  console.log(
    `${folder}: ${instruments.length} instruments, ${outcomeSets.length} outcome sets and ${registers.length} registers are fine`,
  )
}
