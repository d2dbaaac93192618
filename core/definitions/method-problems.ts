import type { Item } from '../instruments/instrument.ts'
import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Scale } from '../instruments/scale.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'
import { countedValues } from '../scoring/item-value.ts'
import { treeProblems } from './tree-problems.ts'

/** What is wrong with the names and numbers a method brings of its own, given the scale's items. */
export function methodProblems(
  scale: Scale,
  items: readonly Item[],
  earlier: readonly Scale[],
): DefinitionProblem[] {
  const { method } = scale
  switch (method.kind) {
    case 'weighted-sum':
      return oneForEach(scale.items, Object.keys(method.weights), 'weights', 'weight')
    case 'max-of-group':
      return groupProblems(method, scale.items)
    case 'lookup-by-form':
      return formProblems(method, scale.items)
    case 'decision-tree':
      return treeProblems(method, scale, items)
    case 'graded-response':
      return parameterProblems(method, scale, items)
    case 'mean-of-scales':
      return partProblems(method, scale, earlier)
    case 'sum':
    case 'prorate':
    case 'mean':
    case 'linear-0-100':
    case 'lookup':
    case 'decrements':
      return []
  }
}

/** Every item of the scale has its entry, and there are no others. */
function oneForEach(items: readonly string[], named: readonly string[], field: string, what: string) {
  const path = ['method', field]
  const missing = items.filter((key) => !named.includes(key))
  return [
    ...(missing.length > 0 ? [{ path, message: `there is no ${what} for ${quoted(missing)}` }] : []),
    ...named
      .filter((key) => !items.includes(key))
      .map((key) => ({ path: [...path, key], message: `"${key}" is not an item of this scale` })),
  ]
}

function groupProblems({ groups, minGroups }: MethodOf<'max-of-group'>, items: readonly string[]) {
  const path = ['method', 'groups']
  const named = groups.flatMap((group) => [...group.items, ...(group.floor?.items ?? [])])
  const twice = named.filter((key, index) => named.indexOf(key) < index)
  const tooMany = minGroups > groups.length
  return [
    ...oneForEach(items, named, 'groups', 'group'),
    ...(twice.length > 0 ? [{ path, message: `${quoted(twice)} stands in two groups; name it once` }] : []),
    ...(tooMany
      ? [
          {
            path: ['method', 'minGroups'],
            message: `${minGroups} groups can never be reached: there are ${groups.length}`,
          },
        ]
      : []),
  ]
}

function formProblems({ forms }: MethodOf<'lookup-by-form'>, items: readonly string[]): DefinitionProblem[] {
  const content = forms.map((form) => form.items.toSorted().join(' '))
  const own = forms.flatMap(({ form, items: asked }, index) => {
    const path = ['method', 'forms', index]
    const strange = asked.filter((key) => !items.includes(key))
    const twice = asked.filter((key, place) => asked.indexOf(key) < place)
    const same = content.indexOf(content[index] ?? '')
    const namesake = forms.findIndex((other) => other.form === form)
    return [
      ...strange.map((key) => ({ path, message: `"${key}" is not an item of this scale` })),
      ...twice.map((key) => ({ path, message: `"${key}" stands in this form twice; name it once` })),
      ...(same < index
        ? [{ path, message: `form "${form}" asks the same as "${forms[same]?.form}"; which is which?` }]
        : []),
      ...(namesake < index ? [{ path, message: `two forms are called "${form}"` }] : []),
    ]
  })
  const asked = new Set(forms.flatMap((form) => form.items))
  const unasked = items.filter((key) => !asked.has(key))
  return unasked.length === 0
    ? own
    : [...own, { path: ['method', 'forms'], message: `no form asks ${quoted(unasked)}` }]
}

function parameterProblems(
  { parameters }: MethodOf<'graded-response'>,
  scale: Scale,
  items: readonly Item[],
): DefinitionProblem[] {
  const names = oneForEach(scale.items, Object.keys(parameters), 'parameters', 'parameter')
  if (names.length > 0) return names
  return scale.items.flatMap((key) => {
    const item = items.find((one) => one.key === key)
    const path = ['method', 'parameters', key]
    if (!item || item.kind === 'number')
      return [{ path, message: `"${key}" is a typed number; only an item with fixed answers has categories` }]
    const b = parameters[key]?.b ?? []
    const steps = countedValues(item, scale).length - 1
    if (b.length !== steps)
      return [{ path: [...path, 'b'], message: `"${key}" needs ${steps} thresholds, here are ${b.length}` }]
    return b.every((threshold, index) => index === 0 || threshold > (b[index - 1] ?? 0))
      ? []
      : [{ path: [...path, 'b'], message: 'thresholds go upwards; each must lie above the one before it' }]
  })
}

function partProblems(
  { scales, reverse }: MethodOf<'mean-of-scales'>,
  scale: Scale,
  earlier: readonly Scale[],
): DefinitionProblem[] {
  const path = ['method', 'scales']
  const parts = scales.map((id) => earlier.find((one) => one.id === id))
  const missing = scales.flatMap((id, index) => {
    const part = parts[index]
    if (!part) return [{ path: [...path, index], message: `"${id}" is no scale that stands before this one` }]
    if (scales.indexOf(id) < index)
      return [{ path: [...path, index], message: `"${id}" is counted twice; name it once` }]
    return part.method.kind === 'mean-of-scales'
      ? [{ path: [...path, index], message: `"${id}" is made of scales itself; name those instead` }]
      : []
  })
  const strange = reverse
    .filter((id) => !scales.includes(id))
    .map((id) => ({ path: ['method', 'reverse'], message: `"${id}" is not one of the scales` }))
  if (missing.length > 0) return [...missing, ...strange]
  const items = new Set(parts.flatMap((part) => part?.items ?? []))
  const same = items.size === scale.items.length && scale.items.every((key) => items.has(key))
  const message = `the items must be those of its scales: ${quoted([...items])}`
  return same ? strange : [...strange, { path: ['items'], message }]
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(', ')
}
