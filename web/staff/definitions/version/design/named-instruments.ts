import { useQueries, useQuery } from '@tanstack/react-query'
import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { definitions, version } from '../../queries.ts'

/** The instruments that a set names, in its order: those that came with it, and those that were picked since. */
export function useNamedInstruments(set: OutcomeSet | null, known: readonly Instrument[]): Instrument[] {
  const { data } = useQuery(definitions)
  const named = set?.instruments ?? []
  const isOf = (one: Instrument) => named.some(({ id, version }) => one.id === id && one.version === version)
  const missing = named.filter(
    ({ id, version }) => !known.some((one) => one.id === id && one.version === version),
  )
  const ids = (data?.versions ?? [])
    .filter(
      ({ kind, definition, version }) =>
        kind === 'instrument' && missing.some((one) => one.id === definition && one.version === version),
    )
    .map(({ id }) => id)
  const fetched = useQueries({ queries: ids.map((id) => version(id)) })
  const all = [...known.filter(isOf), ...fetched.flatMap((one) => one.data?.instrument ?? [])]
  return named.flatMap(({ id }) => all.find((one) => one.id === id) ?? [])
}
