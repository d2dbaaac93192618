import type { z } from 'zod'
import { type Instrument, instrumentShape } from '../instruments/instrument.ts'
import { type OutcomeSet, outcomeSetShape } from '../outcome-sets/outcome-set.ts'
import { type DefinitionProblem, problem, sentenceOf } from '../problem.ts'
import { registerProblems } from '../register/problems.ts'
import { type Register, registerShape } from '../register/shape.ts'
import { formMatches } from './form-matches.ts'
import { instrumentProblems } from './instrument-problems.ts'
import { outcomeSetAgainstInstruments } from './set-against-instruments.ts'
import { shapeProblems } from './shape-problems.ts'
import { unseenProblems } from './unseen-problems.ts'

/** `path` is the file's path ending in `instruments/<id>.json`, `outcome-sets/<id>.json` or `registers/<id>.json`; `json` its parsed content. */
export type DefinitionFile = { path: string; json: unknown }

export type Definitions = {
  instruments: ReadonlyMap<string, Instrument>
  outcomeSets: ReadonlyMap<string, OutcomeSet>
  registers: ReadonlyMap<string, Register>
}

/** `at` is the path within the file, such as `scales[0].bands[2].from`; the rest is as in a problem. */
export type FileProblem = { file: string; at: string } & Omit<DefinitionProblem, 'path'>

export type DefinitionsCheck = { ok: true; definitions: Definitions } | { ok: false; problems: FileProblem[] }

type Read<T> = { file: string; definition: T }

/** Checks all definition files together, and names every problem there is. */
export function checkDefinitions(files: readonly DefinitionFile[]): DefinitionsCheck {
  const problems: FileProblem[] = []
  const instruments = readAll(files, 'instruments', instrumentShape, problems)
  const outcomeSets = readAll(files, 'outcome-sets', outcomeSetShape, problems)
  const registers = readAll(files, 'registers', registerShape, problems)
  const definitions = {
    instruments: byId(instruments),
    outcomeSets: byId(outcomeSets),
    registers: byId(registers),
  }
  for (const { file, definition } of instruments) {
    problems.push(...named(file, [...instrumentProblems(definition), ...formMatches(definition)]))
  }
  // A set that points at a file which is broken itself would only repeat that file's problem.
  const broken = new Set(problems.map(({ file }) => idFrom(file)))
  for (const { file, definition } of outcomeSets) {
    problems.push(...named(file, outcomeSetAgainstInstruments(definition, definitions.instruments, broken)))
  }
  for (const { file, definition } of registers) {
    problems.push(...named(file, registerProblems(definition, definitions, broken)))
  }
  problems.push(...files.filter(({ path }) => folderOf(path) === null).map(strayFile))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, definitions }
}

/** One line per problem, for a log or a terminal. */
export function problemLine({ file, at, ...problem }: FileProblem): string {
  const said = sentenceOf(problem, 'en')
  return at === '' ? `${file}: ${said}` : `${file}: ${at}: ${said}`
}

type Folder = 'instruments' | 'outcome-sets' | 'registers'

function folderOf(path: string): Folder | null {
  const found = /(?:^|\/)(instruments|outcome-sets|registers)\/[^/]+\.json$/.exec(path)
  return found ? (found[1] as Folder) : null
}

function idFrom(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.json$/, '')
}

function strayFile({ path }: DefinitionFile): FileProblem {
  const folders = 'instruments/<id>.json, outcome-sets/<id>.json, registers/<id>.json'
  const nl = `dit bestand ligt in geen van de mappen; verplaats het naar een daarvan: ${folders}`
  const en = `this file is in no such folder; move it to one of these: ${folders}`
  return { file: path, at: '', message: { nl, en } }
}

function readAll<T extends { id: string }>(
  files: readonly DefinitionFile[],
  folder: Folder,
  shape: z.ZodType<T>,
  problems: FileProblem[],
): Read<T>[] {
  return files.flatMap(({ path, json }) => {
    if (folderOf(path) !== folder) return []
    const read = shape.safeParse(json)
    if (!read.success) {
      problems.push(...named(path, shapeProblems(read.error)))
      return []
    }
    if (read.data.id !== idFrom(path)) {
      const { id } = read.data
      const nl = `het id is "${id}", maar het bestand heet "${idFrom(path)}.json"; maak ze gelijk`
      const en = `the id is "${id}", but the file is called "${idFrom(path)}.json"; make them the same`
      problems.push(...named(path, [problem(['id'], nl, en)]))
    }
    problems.push(...named(path, unseenProblems(read.data)))
    return [{ file: path, definition: read.data }]
  })
}

/** Problems of one file. */
export function named(file: string, problems: readonly DefinitionProblem[]): FileProblem[] {
  return problems.map(({ path, ...said }) => ({ file, at: placeOf(path), ...said }))
}

/** A path as people write it: `scales[0].bands[2].from`. */
function placeOf(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

function byId<T extends { id: string }>(read: readonly Read<T>[]): Map<string, T> {
  return new Map(read.map(({ definition }) => [definition.id, definition]))
}
