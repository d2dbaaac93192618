import type { JsonSchema } from './json-schema.ts'

/** A place in a definition: names and numbers from the outside in. */
export type Steps = readonly (string | number)[]

/** What may be written at a place: names that an object still lacks, or values, each as JSON. */
export type Offered = { text: string; about: string; needed: boolean }

/** Names that may be added to the object at this place; those that it must have come first. */
export function offeredNames(schema: JsonSchema, root: unknown, steps: Steps): Offered[] {
  const here = valueAt(root, steps)
  const own = typeof here === 'object' && here !== null ? here : {}
  const offered = new Map<string, Offered>()
  for (const { properties = {}, required = [] } of shapesAt(schema, root, steps))
    for (const [name, shape] of Object.entries(properties)) {
      if (Object.hasOwn(own, name) || offered.has(name)) continue
      offered.set(name, { text: name, about: kindOf(shape), needed: required.includes(name) })
    }
  return [...offered.values()].toSorted((one, other) => Number(other.needed) - Number(one.needed))
}

/** Values that a place may have, where they can be listed. */
export function offeredValues(schema: JsonSchema, root: unknown, steps: Steps): Offered[] {
  const values = shapesAt(schema, root, steps).flatMap((shape) => {
    if (shape.const !== undefined) return [shape.const]
    if (shape.enum) return shape.enum
    return shape.type === 'boolean' ? [true, false] : shape.type === 'null' ? [null] : []
  })
  return [...new Set(values.map((value) => JSON.stringify(value)))].map((text) => ({
    text,
    about: '',
    needed: false,
  }))
}

/** All shapes that a place may have; of alternatives, those that what stands there already allows. */
function shapesAt(schema: JsonSchema, root: unknown, steps: Steps): JsonSchema[] {
  let shapes = alternatives(schema, schema, root)
  let value = root
  for (const step of steps) {
    value = valueAt(value, [step])
    shapes = shapes.flatMap((shape) => {
      const inside = insideOf(shape, step)
      return inside ? alternatives(inside, schema, value) : []
    })
  }
  return shapes
}

function insideOf(shape: JsonSchema, step: string | number): JsonSchema | null {
  if (typeof step === 'number') return shape.prefixItems?.[step] ?? shape.items ?? null
  const { properties = {}, additionalProperties } = shape
  if (Object.hasOwn(properties, step)) return properties[step] ?? null
  return typeof additionalProperties === 'object' ? additionalProperties : null
}

function alternatives(shape: JsonSchema, schema: JsonSchema, value: unknown): JsonSchema[] {
  const named = shape.$ref?.replace('#/$defs/', '')
  const own = named === undefined ? shape : named === '#' ? schema : (schema.$defs?.[named] ?? {})
  const branches = own.oneOf ?? own.anyOf
  if (!branches) return [own]
  return branches.filter((one) => mayBe(one, value)).flatMap((one) => alternatives(one, schema, value))
}

/** Alternatives are told apart by a name with one value, such as "kind". */
function mayBe({ properties = {} }: JsonSchema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(properties).every(([name, shape]) => {
    const given = valueAt(value, [name])
    return shape.const === undefined || typeof given !== 'string' || given === '' || given === shape.const
  })
}

function valueAt(value: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, step)
        ? (inside as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )
}

function kindOf({ type, enum: values, const: only, oneOf, anyOf }: JsonSchema): string {
  if (only !== undefined) return JSON.stringify(only)
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ')
  return type ?? (oneOf || anyOf ? 'one of' : '')
}
