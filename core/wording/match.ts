import type { Instrument, Item } from '../instruments/instrument.ts'
import type { Offer, OfferedItem } from '../questionnaire/offered.ts'

/** How an item found its wording: by its name, by a code of another system, by its place, or because somebody chose it. */
export type How = 'name' | 'code' | 'order' | 'chosen'

/** An item of the instrument with the question of the file that is its wording; `offered` is its place there. */
export type Pair = { item: string; offered: number | null; how: How | null }

/** Places in the file by item, as somebody chose them; null where none of them is. */
export type Chosen = Readonly<Record<string, number | null>>

/**
 * Which question of a file is the wording of which item. What somebody chose goes first, then names, then codes; where
 * neither finds anything and there are as many questions as items, their order.
 */
export function matchOffer(instrument: Instrument, offer: Offer, chosen: Chosen = {}): Pair[] {
  const taken = new Set<number>()
  const take = (place: number | null, how: How) => {
    if (place === null || place < 0 || taken.has(place)) return null
    taken.add(place)
    return { offered: place, how }
  }
  const byHand = new Map(
    instrument.items.flatMap(({ key }) => {
      const place = Object.hasOwn(chosen, key) ? chosen[key] : undefined
      return place === undefined ? [] : [[key, take(place, 'chosen')] as const]
    }),
  )
  const free = instrument.items.filter(({ key }) => !byHand.has(key))
  const named = found(free, (item) =>
    take(
      placeOf(offer, (one) => isNamed(item, one)),
      'name',
    ),
  )
  const coded = found(free, (item) =>
    named.get(item.key)
      ? null
      : take(
          placeOf(offer, (one) => isCoded(item, one)),
          'code',
        ),
  )
  const isNumbered = taken.size === 0 && offer.items.length === instrument.items.length
  return instrument.items.map(({ key }, place) => {
    const match = byHand.get(key) ?? named.get(key) ?? coded.get(key)
    const inOrder = isNumbered && !byHand.has(key) ? { offered: place, how: 'order' as const } : null
    return { item: key, offered: null, how: null, ...(match ?? inOrder) }
  })
}

type Match = { offered: number; how: How } | null

const found = (items: readonly Item[], find: (item: Item) => Match) =>
  new Map(items.map((item) => [item.key, find(item)]))

const placeOf = ({ items }: Offer, is: (one: OfferedItem) => boolean) => items.findIndex(is)

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '_')
const isNamed = ({ key }: Item, { name }: OfferedItem) => plain(name) === plain(key)
const isCoded = ({ codes }: Item, one: OfferedItem) => codes.some(({ code }) => one.codes.includes(code))
