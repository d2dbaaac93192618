import { z } from 'zod'
import { instrumentShape } from '../instruments/instrument.ts'
import { once } from '../memo.ts'
import { outcomeSetShape } from '../outcome-sets/outcome-set.ts'

/** What is used of JSON Schema, as zod writes it. */
export type JsonSchema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  $ref?: string
  $defs?: Record<string, JsonSchema>
}

const shapes = { instrument: instrumentShape, 'outcome-set': outcomeSetShape }
export type DefinitionKind = keyof typeof shapes

const written = once(
  (shape: z.ZodType): JsonSchema =>
    z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema,
)

/** The shape of a definition file as JSON Schema: what editors complete by. Rules that span places are not in it. */
export const definitionSchema = (kind: DefinitionKind): JsonSchema => written(shapes[kind])
