import { type Placeholder, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import { padded } from './chunks.ts'
import type { Tx } from './database.ts'

type Statement<Row> = { execute(values: Record<string, unknown>): PromiseLike<Row[]> }
type Query<Row> = { prepare(name: string): Statement<Row> }
/** The places of a list in a statement, for `inArray`. */
export type Places = Placeholder[]

/**
 * A question about lists of values (`in (…)`), built and prepared once for each of their lengths, which are powers of
 * two: building a statement costs more than running it. `ask` builds it under `name` from the places of the lists;
 * what else it needs are placeholders. Asked of an empty list it gives nothing, without asking.
 */
export function listQuery<List extends string, Row>(
  name: string,
  lists: readonly List[],
  ask: (tx: Tx, places: Record<List, Places>) => Query<Row>,
): (tx: Tx, values: Record<List, readonly unknown[]>, others?: Record<string, unknown>) => Promise<Row[]> {
  const statements = once<Tx, Map<string, Statement<Row>>>(() => new Map())
  const statement = (tx: Tx, lengths: readonly number[]) => {
    const key = lengths.join('_')
    const known = statements(tx).get(key)
    if (known) return known
    const places = lists.map((list, place) => [list, placesOf(list, lengths[place] ?? 0)] as const)
    const made = ask(tx, Object.fromEntries(places) as Record<List, Places>).prepare(`${name}_${key}`)
    statements(tx).set(key, made)
    return made
  }
  return async (tx, values, others = {}) => {
    const given: Record<string, unknown> = { ...others }
    const lengths = lists.map((list) => {
      const all = padded(values[list])
      for (const [place, value] of all.entries()) given[`${list}${place}`] = value
      return all.length
    })
    return lengths.includes(0) ? [] : statement(tx, lengths).execute(given)
  }
}

const placesOf = (list: string, length: number): Places =>
  Array.from({ length }, (_, place) => sql.placeholder(`${list}${place}`))
