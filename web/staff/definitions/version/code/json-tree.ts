import type { syntaxTree } from '@codemirror/language'
import type { Text } from '@codemirror/state'

export type JsonNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'])
export const isValue = ({ name }: JsonNode): boolean => VALUES.has(name)

const children = (node: JsonNode): JsonNode[] => {
  const all: JsonNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) all.push(child)
  return all
}

/** What stands in a text that is being written: whatever cannot be read yet is left out. */
export function readTree(node: JsonNode, text: Text): unknown {
  if (node.name === 'Array')
    return children(node)
      .filter(isValue)
      .map((child) => readTree(child, text))
  if (node.name === 'Object')
    return Object.fromEntries(
      children(node)
        .filter(({ name }) => name === 'Property')
        .map((property) => {
          const value = children(property).find(isValue)
          return [nameOf(property, text), value ? readTree(value, text) : undefined]
        }),
    )
  return parsed(text.sliceString(node.from, node.to))
}

/** From the outside to a node: names of properties and places in lists. */
export function stepsTo(node: JsonNode, text: Text): (string | number)[] {
  const steps: (string | number)[] = []
  for (let at: JsonNode | null = node; at; at = at.parent) {
    if (at.name === 'Property') steps.unshift(nameOf(at, text))
    const list = at.parent?.name === 'Array' && isValue(at) ? at.parent : null
    if (list) steps.unshift(placeIn(list, at.from))
  }
  return steps
}

const placeIn = (list: JsonNode, from: number) =>
  children(list)
    .filter(isValue)
    .findIndex((one) => one.from === from)

function nameOf(property: JsonNode, text: Text): string {
  const name = property.getChild('PropertyName')
  const read = name ? parsed(text.sliceString(name.from, name.to)) : ''
  return typeof read === 'string' ? read : ''
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined // still being written
  }
}
