import type { ZodType } from 'zod'

type Issue = { code?: string | undefined; origin?: unknown; path: readonly PropertyKey[] }
type Part = Record<PropertyKey, unknown>

/**
 * Reads what was written before texts had today's limits and codes were looked at. Such a text or code is left out of the checking and put back as it was; any other fault still throws.
 */
export function readOlder<Definition>(shape: ZodType<Definition>, content: string): Definition {
  const first = shape.safeParse(JSON.parse(content))
  if (first.success) return first.data
  const given: unknown = JSON.parse(content)
  const kept = first.error.issues.map((issue) => standIn(given, issue))
  const definition = shape.parse(given)
  // Two things may be wrong at one place; what stood there first was the last to be put back.
  for (const { path, value } of kept.toReversed()) put(definition, path, value)
  return definition
}

/** Puts something harmless where a limit of today says no; gives what stood there. */
function standIn(
  given: unknown,
  { code, origin, path }: Issue,
): { path: readonly PropertyKey[]; value: unknown } {
  const isCode =
    path.at(-1) === 'code' && (code === 'custom' || code === 'invalid_format' || code === 'too_big')
  // How a code looks depends on its system, so both step aside.
  const at = isCode ? path.slice(0, -1) : path
  const value = valueAt(given, at)
  if (isCode) put(given, at, { system: 'older', code: '1' })
  else if (code === 'too_big' && origin === 'string') put(given, at, 'x')
  return { path: at, value }
}

const valueAt = (whole: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Part | undefined)?.[key], whole)

function put(whole: unknown, path: readonly PropertyKey[], value: unknown) {
  const parent = valueAt(whole, path.slice(0, -1)) as Part | undefined
  const last = path.at(-1)
  if (parent && last !== undefined) parent[last] = value
}
