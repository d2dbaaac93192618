import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DefinitionFile } from '../../core/definitions/definitions-check.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { readDefinitions } from '../../server/definitions/files.ts'

const folder = join(import.meta.dirname, '../../surveys')

export const shipped = readDefinitions(folder)

export function instrument(id: string): Instrument {
  const found = shipped.instruments.get(id)
  if (!found) throw new Error(`surveys/instruments has no ${id}`)
  return found
}

export function outcomeSet(id: string): OutcomeSet {
  const found = shipped.outcomeSets.get(id)
  if (!found) throw new Error(`surveys/outcome-sets has no ${id}`)
  return found
}

/** A shipped file as it lies there, for a test that breaks it. */
export function definitionFile(path: string): DefinitionFile {
  return { path, json: JSON.parse(readFileSync(join(folder, path), 'utf8')) }
}
