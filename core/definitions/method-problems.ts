import type { Item } from '../instruments/instrument.ts'
import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Scale } from '../instruments/scale.ts'
import { type DefinitionProblem, problem, quoted } from '../problem.ts'
import { countedValues } from '../scoring/item-value.ts'
import type { Localised } from '../words.ts'
import { notInScale } from './named-items.ts'
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
      return oneForEach(scale.items, Object.keys(method.weights), 'weights', WEIGHT)
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

const WEIGHT = { nl: 'gewicht', en: 'weight' }
const GROUP = { nl: 'groep', en: 'group' }
const PARAMETER = { nl: 'parameter', en: 'parameter' }

/** Every item of the scale has its entry, and there are no others. */
function oneForEach(items: readonly string[], named: readonly string[], field: string, what: Localised) {
  const path = ['method', field]
  const missing = items.filter((key) => !named.includes(key))
  return [
    ...(missing.length > 0
      ? [
          problem(
            path,
            `er is geen ${what.nl} voor ${quoted(missing)}; voeg die toe`,
            `there is no ${what.en} for ${quoted(missing)}; add it`,
          ),
        ]
      : []),
    ...named.filter((key) => !items.includes(key)).map((key) => notInScale([...path, key], key)),
  ]
}

function groupProblems({ groups, minGroups }: MethodOf<'max-of-group'>, items: readonly string[]) {
  const path = ['method', 'groups']
  const named = groups.flatMap((group) => [...group.items, ...(group.floor?.items ?? [])])
  const twice = named.filter((key, index) => named.indexOf(key) < index)
  const tooMany = minGroups > groups.length
  return [
    ...oneForEach(items, named, 'groups', GROUP),
    ...(twice.length > 0
      ? [
          problem(
            path,
            `${quoted(twice)} staat in twee groepen; noem die vraag één keer`,
            `${quoted(twice)} stands in two groups; name it once`,
          ),
        ]
      : []),
    ...(tooMany
      ? [
          problem(
            ['method', 'minGroups'],
            `${minGroups} groepen zijn nooit te halen: het zijn er ${groups.length}; kies een lager aantal`,
            `${minGroups} groups can never be reached: there are ${groups.length}; choose a lower number`,
          ),
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
      ...strange.map((key) => notInScale(path, key)),
      ...twice.map((key) =>
        problem(
          path,
          `"${key}" staat twee keer in dit formulier; noem die vraag één keer`,
          `"${key}" stands in this form twice; name it once`,
        ),
      ),
      ...(same < index
        ? [
            problem(
              path,
              `formulier "${form}" vraagt hetzelfde als "${forms[same]?.form}"; verander een van de twee`,
              `form "${form}" asks the same as "${forms[same]?.form}"; change one of them`,
            ),
          ]
        : []),
      ...(namesake < index
        ? [
            problem(
              path,
              `twee formulieren heten "${form}"; geef elk een eigen naam`,
              `two forms are called "${form}"; give each its own name`,
            ),
          ]
        : []),
    ]
  })
  const asked = new Set(forms.flatMap((form) => form.items))
  const unasked = items.filter((key) => !asked.has(key))
  return unasked.length === 0
    ? own
    : [
        ...own,
        problem(
          ['method', 'forms'],
          `geen formulier vraagt ${quoted(unasked)}; voeg die vraag aan een formulier toe`,
          `no form asks ${quoted(unasked)}; add it to a form`,
        ),
      ]
}

function parameterProblems(
  { parameters }: MethodOf<'graded-response'>,
  scale: Scale,
  items: readonly Item[],
): DefinitionProblem[] {
  const names = oneForEach(scale.items, Object.keys(parameters), 'parameters', PARAMETER)
  if (names.length > 0) return names
  return scale.items.flatMap((key) => thresholdProblems(key, parameters[key]?.b ?? [], scale, items))
}

function thresholdProblems(
  key: string,
  thresholds: readonly number[],
  scale: Scale,
  items: readonly Item[],
): DefinitionProblem[] {
  const path = ['method', 'parameters', key]
  const item = items.find((one) => one.key === key)
  if (!item || item.kind === 'number') {
    const nl = `"${key}" is een getypt getal; alleen een vraag met vaste antwoorden heeft grenzen`
    return [problem(path, nl, `"${key}" is a typed number; only an item with fixed answers has categories`)]
  }
  const steps = countedValues(item, scale).length - 1
  const at = [...path, 'b']
  if (thresholds.length !== steps) {
    const nl = `"${key}" heeft ${steps} grenzen nodig, en hier zijn er ${thresholds.length}`
    return [problem(at, nl, `"${key}" needs ${steps} thresholds, here are ${thresholds.length}`)]
  }
  const isUpwards = thresholds.every((one, index) => index === 0 || one > (thresholds[index - 1] ?? 0))
  const nl = 'grenzen lopen op; elke grens moet boven de vorige liggen'
  return isUpwards ? [] : [problem(at, nl, 'thresholds go upwards; each must lie above the one before it')]
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
    const at = [...path, index]
    if (!part) {
      const nl = `"${id}" is geen schaal die vóór deze staat; kies een andere, of zet haar eerder`
      return [problem(at, nl, `"${id}" is no scale that stands before this one; choose another, or move it`)]
    }
    if (scales.indexOf(id) < index)
      return [
        problem(at, `"${id}" telt twee keer; noem haar één keer`, `"${id}" is counted twice; name it once`),
      ]
    if (part.method.kind !== 'mean-of-scales') return []
    const nl = `"${id}" is zelf van schalen gemaakt; noem in plaats daarvan die schalen`
    return [problem(at, nl, `"${id}" is made of scales itself; name those instead`)]
  })
  const strange = reverse
    .filter((id) => !scales.includes(id))
    .map((id) =>
      problem(
        ['method', 'reverse'],
        `"${id}" is geen van de schalen; kies een andere`,
        `"${id}" is not one of the scales; choose another`,
        scales,
      ),
    )
  if (missing.length > 0) return [...missing, ...strange]
  const items = new Set(parts.flatMap((part) => part?.items ?? []))
  const same = items.size === scale.items.length && scale.items.every((key) => items.has(key))
  const nl = 'de vragen moeten die van haar schalen zijn'
  return same
    ? strange
    : [...strange, problem(['items'], nl, 'the items must be those of its scales', [...items])]
}
