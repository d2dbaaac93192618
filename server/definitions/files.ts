import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  checkDefinitions,
  type DefinitionFile,
  type Definitions,
  type FileProblem,
  problemLine,
} from '../../core/definitions/definitions-check.ts'
import { jsonFault } from '../../core/definitions/json-words.ts'
import { type Register, registerShape } from '../../core/register/shape.ts'

/** What this program ships. */
export const SURVEYS = fileURLToPath(new URL('../../surveys', import.meta.url))

const FOLDERS = ['instruments', 'outcome-sets', 'registers']

/** The definitions of a folder in `surveys/` form. Throws one message that names every file, place, fault and cure. */
export function readDefinitions(folder: string): Definitions {
  const checked = checkDefinitions(readDefinitionFiles(folder))
  if (!checked.ok) throw wrongDefinitions(checked.problems)
  return checked.definitions
}

/** The files of such a folder, not checked yet. Throws where one is no JSON. */
export function readDefinitionFiles(folder: string): DefinitionFile[] {
  const files = FOLDERS.flatMap((kind) => readFolder(join(folder, kind)))
  const unreadable = files.flatMap((file) => ('message' in file ? [file] : []))
  if (unreadable.length > 0) throw wrongDefinitions(unreadable)
  return files.flatMap((file) => ('json' in file ? [file] : []))
}

/** The mappings for registers of such a folder, by id; the start has checked them together with what they point at. */
export const readRegisters = (folder: string): ReadonlyMap<string, Register> =>
  new Map(
    readFolder(join(folder, 'registers'))
      .flatMap((file) => ('json' in file ? [registerShape.parse(file.json)] : []))
      .map((register) => [register.id, register]),
  )

function readFolder(folder: string): (DefinitionFile | FileProblem)[] {
  const names = namesIn(folder)
  return names.map((name) => readFile(join(folder, name)))
}

function readFile(path: string): DefinitionFile | FileProblem {
  const text = readFileSync(path, 'utf8')
  try {
    return { path, json: JSON.parse(text) }
  } catch (error) {
    const { message, line } = jsonFault(text, (error as Error).message)
    return { file: path, at: line === null ? '' : `line ${line}`, message }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  } catch {
    throw new Error(
      `There is no folder ${folder}: definitions lie in instruments/, outcome-sets/ and registers/ of a surveys folder`,
    )
  }
}

export const wrongDefinitions = (problems: FileProblem[]) =>
  new Error(
    `These definitions are wrong:\n${problems.map((problem) => `  ${problemLine(problem)}`).join('\n')}`,
  )
