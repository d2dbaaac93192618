import {
  type Fault,
  type Part,
  placed,
  readDefinitionText,
  saidWhere,
} from '../../core/definitions/definition-text.ts'
import { type DefinitionFile, type FileProblem, named } from '../../core/definitions/definitions-check.ts'
import { scoringVersionProblems } from '../../core/difference/scoring-version.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Tx } from '../db/database.ts'
import { checkApart } from '../definitions/checker.ts'
import { refused } from '../http/problem.ts'
import { readNamed, readPublished, type WholeRow } from './rows.ts'

/** A definition that was found right. */
export type Right = { kind: 'instrument'; content: Instrument } | { kind: 'outcome-set'; content: OutcomeSet }

/** What a text holds, once nothing is wrong with it, and where in it; else every fault, with its line and its cure. */
export async function checkText(
  db: Tx,
  text: string,
): Promise<{ right: Right[]; parts: readonly Part[] } | { faults: Fault[] }> {
  const read = readDefinitionText(text)
  if ('faults' in read) return read
  const { parts } = read
  const given = parts.map(({ path, json }) => ({ path, json }))
  const files = [...given, ...(await alreadyHere(db, given))]
  const checked = await checkApart(files)
  if ('problems' in checked) return { faults: placed(text, parts, saidWhere(files, checked.problems)) }
  const paths = new Set(given.map(({ path }) => path))
  const instruments = checked.instruments.filter(({ id }) => paths.has(`instruments/${id}.json`))
  const rescored = await scoringFaults(db, instruments)
  if (rescored.length > 0) return { faults: placed(text, parts, saidWhere(files, rescored)) }
  return {
    parts,
    right: [
      ...instruments.map((content) => ({ kind: 'instrument' as const, content })),
      ...checked.outcomeSets.map((content) => ({ kind: 'outcome-set' as const, content })),
    ],
  }
}

/** Scales that are scored otherwise than in the version that runs, and do not say so. */
async function scoringFaults(db: Tx, instruments: readonly Instrument[]): Promise<FileProblem[]> {
  const running = await readPublished(
    db,
    instruments.map(({ id }) => id),
  )
  return instruments.flatMap((after) => {
    const before = running.get(after.id)
    const problems = before && before.version < after.version ? scoringVersionProblems(before, after) : []
    return named(fileOf(after.id), problems)
  })
}

/** Instruments that the given sets name and do not bring, in the versions they name. */
async function alreadyHere(db: Tx, given: readonly DefinitionFile[]): Promise<DefinitionFile[]> {
  const brought = new Set(given.map(({ path }) => path))
  const named = given.flatMap(({ path, json }) => (path.startsWith('outcome-sets/') ? namedBy(json) : []))
  const wanted = named.filter(({ id }) => !brought.has(fileOf(id)))
  const { instruments } = await readNamed(db, wanted)
  return instruments.map(({ definition, content }) => ({
    path: fileOf(definition),
    json: JSON.parse(content) as unknown,
  }))
}

const fileOf = (id: string) => `instruments/${id}.json`
const MOST_NAMED = 100

/** As far as it can be read: what is wrong with it is said by the check. */
function namedBy(json: unknown): { id: string; version: number }[] {
  const { instruments } = json as { instruments?: unknown }
  if (!Array.isArray(instruments)) return []
  return instruments.slice(0, MOST_NAMED).flatMap((one: unknown) => {
    const { id, version } = (one ?? {}) as { id?: unknown; version?: unknown }
    return typeof id === 'string' && Number.isInteger(version) ? [{ id, version: version as number }] : []
  })
}

/** What is stored is checked again before it is judged and before it is published: what it names may have changed. */
export async function mustBeRight(db: Tx, { row, instruments }: WholeRow): Promise<void> {
  const files = [
    { path: `${row.kind}s/${row.definition}.json`, json: JSON.parse(row.content) as unknown },
    ...instruments.map(({ definition, content }) => ({
      path: fileOf(definition),
      json: JSON.parse(content) as unknown,
    })),
  ]
  const checked = await checkApart(files)
  const problems = 'problems' in checked ? checked.problems : await scoringFaults(db, checked.instruments)
  if (problems.length > 0) throw faulty(saidWhere(files, problems).map((fault) => ({ ...fault, line: null })))
}

export const faulty = (faults: readonly Fault[]) =>
  refused('faults', 'There are faults in this definition', { faults })
