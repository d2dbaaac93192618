/** Remembers what was worked out for an object that never changes (a published definition), for as long as that object lives. */
export function once<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const worked = work(key)
    known.set(key, worked)
    return worked
  }
}
