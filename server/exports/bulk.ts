import type { Value } from '../../core/dataset/columns.ts'
import { observationsOf, patientOf } from '../../core/dataset/observations.ts'
import type { Dataset } from './dataset.ts'

type Pages = AsyncIterable<readonly Value[][]>

/** Scores as FHIR R4 Observations, one a line. */
export async function* asObservations(project: string, { fixed, scales }: Dataset, pages: Pages) {
  for await (const rows of pages) {
    const found = rows.flatMap((row) => {
      const text = textOf(fixed, row)
      const about = {
        person: text('person'),
        path: text('path'),
        moment: text('moment'),
        days: Number(text('days')),
      }
      const scored = scales.map((column, place) => ({ column, value: row[fixed.length + place] ?? null }))
      return observationsOf(project, about, scored)
    })
    yield lines(found)
  }
}

/** Everybody whom the Observations are about, once each, as FHIR R4 Patients under the same pseudonyms. */
export async function* asPatients(project: string, { fixed }: Dataset, pages: Pages) {
  const known = new Set<string>()
  for await (const rows of pages) {
    const fresh = rows.map((row) => textOf(fixed, row)).filter((text) => !known.has(text('person')))
    const people = new Map(fresh.map((text) => [text('person'), text('sex')]))
    for (const person of people.keys()) known.add(person)
    yield lines([...people].map(([person, sex]) => patientOf(project, person, sex)))
  }
}

const textOf = (columns: Dataset['fixed'], row: readonly Value[]) => (name: string) =>
  String(row[columns.findIndex((column) => column.name === name)] ?? '')

const lines = (resources: readonly object[]) => resources.map((one) => `${JSON.stringify(one)}\n`).join('')

/** What a bulk export consists of (FHIR Bulk Data Access 2.0, the answer of a finished export); addresses beside its own. */
export function bulkManifest(at: string, asked: URLSearchParams) {
  const file = (type: string, name: string) => ({ type, url: `${name}?${asked}` })
  return {
    transactionTime: at,
    request: `manifest.json?${asked}`,
    requiresAccessToken: true,
    output: [file('Patient', 'people.ndjson'), file('Observation', 'observations.ndjson')],
    error: [],
  }
}
