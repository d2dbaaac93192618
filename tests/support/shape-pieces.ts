import type { z } from 'zod'

type Tree = Record<PropertyKey, unknown>

/** The sentences that stand in shapes for who filled in something else, and the names of all their fields. */
export function shapePieces(shapes: readonly z.ZodType[]) {
  const found = { sentences: new Set<string>(), fields: new Set<string>() }
  const seen = new Set<unknown>()
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const tree = value as Tree
    if (typeof tree.error === 'function')
      found.sentences.add(String((tree.error as (issue: object) => unknown)({})))
    if (tree.type === 'object' && tree.shape)
      for (const name of Object.keys(tree.shape)) found.fields.add(name)
    for (const key of Reflect.ownKeys(tree)) walk(read(tree, key))
  }
  for (const shape of shapes) walk(shape._zod.def)
  return found
}

/** Some properties of a shape can only be read at another moment. */
function read(tree: Tree, key: PropertyKey): unknown {
  try {
    return tree[key]
  } catch {
    return undefined
  }
}
