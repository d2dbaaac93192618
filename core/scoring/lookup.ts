import type { MethodOf } from '../instruments/method-shapes.ts'
import { type Method, scored, sumOf, tooFew } from './method.ts'

/** The raw sum in the owner's table. The table holds for complete answers only, so a partial sum is never looked up. */
export function lookup(items: number, table: MethodOf<'lookup'>['table']): Method {
  const rows = new Map(table.map((row) => [row.raw, scored(row.value, row.standardError ?? null)]))
  return (answered) =>
    answered.length < items ? tooFew : (rows.get(sumOf(answered)) ?? { reason: 'not-in-table' })
}
