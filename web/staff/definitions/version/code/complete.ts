import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import { type Offered, offeredNames, offeredValues } from '../../../../../core/definitions/completion.ts'
import type { JsonSchema } from '../../../../../core/definitions/json-schema.ts'
import { isValue, type JsonNode, readTree, stepsTo } from './json-tree.ts'

/** Offers what our own shape allows where somebody writes: names in an object, values after a name. */
export const completeBy =
  (schema: JsonSchema) =>
  (context: CompletionContext): CompletionResult | null => {
    const { state, pos } = context
    const tree = syntaxTree(state)
    const node = tree.resolveInner(pos, -1)
    const root = tree.topNode.firstChild ? readTree(tree.topNode.firstChild, state.doc) : undefined
    const names = (object: JsonNode) => offeredNames(schema, root, stepsTo(object, state.doc))
    const object = node.name === 'PropertyName' ? node.parent?.parent : null
    if (object) return namesOver(node, names(object), context)
    if (node.name !== 'Object')
      return valuesAt(node, offeredValues(schema, root, stepsTo(node, state.doc)), context)
    return context.explicit ? { from: pos, options: names(node).map((one) => nameOption(one, false)) } : null
  }

/** Instead of the name that is being written. */
function namesOver(
  node: JsonNode,
  names: readonly Offered[],
  { state }: CompletionContext,
): CompletionResult {
  const hasColon = /^\s*:/.test(state.sliceDoc(node.to, node.to + 20))
  return { from: node.from, to: node.to, options: names.map((one) => nameOption(one, hasColon)) }
}

/** Instead of the value that is being written; where none stands yet, only when somebody asks. */
function valuesAt(
  node: JsonNode,
  values: readonly Offered[],
  { pos, explicit }: CompletionContext,
): CompletionResult | null {
  const options = values.map(valueOption)
  if (isValue(node) && node.name !== 'Array') return { from: node.from, to: node.to, options }
  return explicit ? { from: pos, options } : null
}

const nameOption = ({ text, about, needed }: Offered, hasColon: boolean): Completion => ({
  label: JSON.stringify(text),
  apply: hasColon ? JSON.stringify(text) : `${JSON.stringify(text)}: `,
  detail: about,
  type: 'property',
  boost: needed ? 1 : 0,
})

const valueOption = ({ text }: Offered): Completion => ({ label: text, type: 'constant' })
