import type { Instrument, Item } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'

/** The safety questions of an instrument that no alert of the set looks at: nobody would be told. */
export function unwatched({ alerts }: Pick<OutcomeSet, 'alerts'>, { id, items }: Instrument): Item[] {
  const watched = alerts.flatMap(({ when }) =>
    when.kind === 'item' && when.instrument === id ? [when.item] : [],
  )
  return items.filter(({ key, safety }) => safety && !watched.includes(key))
}
