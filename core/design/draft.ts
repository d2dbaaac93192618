/** Part of a set as somebody fills it in: the shape of the part, but with gaps. */
export type Draft = { readonly [key: string]: unknown }

const isTree = (value: unknown): value is Draft => typeof value === 'object' && value !== null

/** What stands at a place such as 'window.stage' or 'range.0'; undefined where there is nothing. */
export const valueAt = (draft: Draft, at: string): unknown =>
  at.split('.').reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), draft)

/** The text that stands at a place; '' where there is none. */
export function textAt(draft: Draft, at: string): string {
  const value = valueAt(draft, at)
  return typeof value === 'string' ? value : ''
}

/** The same with another value at this place; undefined takes away what stood there. */
export function withValue(draft: Draft, at: string, value: unknown): Draft {
  const [key = '', ...rest] = at.split('.')
  const inside = draft[key]
  const next = rest.length === 0 ? value : withValue(isTree(inside) ? inside : {}, rest.join('.'), value)
  if (Array.isArray(draft)) return Object.assign([...(draft as unknown[])], { [key]: next })
  const { [key]: _, ...others } = draft
  return next === undefined ? others : { ...draft, [key]: next }
}

/** The same without what holds nothing at these places: nobody ticked is nothing said, and so is an age without bounds. */
export function withoutNothing(draft: Draft, places: readonly string[]): Draft {
  const empty = places.filter((at) => {
    const value = valueAt(draft, at)
    return isTree(value) && Object.keys(value).length === 0
  })
  return empty.reduce((rest, at) => withValue(rest, at, undefined), draft)
}
