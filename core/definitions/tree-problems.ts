import type { Item } from '../instruments/instrument.ts'
import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Scale } from '../instruments/scale.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'
import { countedValues } from '../scoring/item-value.ts'

type Tree = MethodOf<'decision-tree'>

/** Every answer leads somewhere, and always to a question further down, so that nobody goes round in circles. */
export function treeProblems({ questions }: Tree, scale: Scale, items: readonly Item[]): DefinitionProblem[] {
  const path = ['method', 'questions']
  const order = questions.map(({ item }) => item)
  const unasked = scale.items.filter((key) => !order.includes(key))
  return [
    ...unasked.map((key) => ({ path, message: `"${key}" is not asked in this tree` })),
    ...questions.flatMap((question, index) => [
      ...questionProblems(question, scale, items, [...path, index]),
      ...(order.indexOf(question.item) < index
        ? [{ path: [...path, index, 'item'], message: `"${question.item}" is asked twice; ask it once` }]
        : []),
      ...upwards(question, order, index, path),
      ...(index > 0 && !leadsTo(questions.slice(0, index), question.item)
        ? [{ path: [...path, index], message: `no answer before it leads to "${question.item}"` }]
        : []),
    ]),
  ]
}

type Question = Tree['questions'][number]

function questionProblems(
  { item: key, branches }: Question,
  scale: Scale,
  items: readonly Item[],
  path: (string | number)[],
) {
  const item = items.find((one) => one.key === key)
  if (!item || !scale.items.includes(key))
    return [{ path: [...path, 'item'], message: `"${key}" is not an item of this scale` }]
  const answers = countedValues(item, scale).map(String)
  const missing = answers.filter((answer) => !Object.hasOwn(branches, answer))
  const strange = Object.keys(branches).filter((answer) => !answers.includes(answer))
  return [
    ...(missing.length > 0
      ? [{ path: [...path, 'branches'], message: `say where answer ${missing.join(', ')} leads` }]
      : []),
    ...strange.map((answer) => ({
      path: [...path, 'branches', answer],
      message: `${answer} is not an answer of "${key}"; it has ${answers.join(', ')}`,
    })),
  ]
}

function upwards({ branches }: Question, order: readonly string[], index: number, path: (string | number)[]) {
  return Object.entries(branches).flatMap(([answer, branch]) => {
    if ('value' in branch || order.indexOf(branch.ask) > index) return []
    const message = `"${branch.ask}" does not stand below this question; a tree only leads downwards`
    return [{ path: [...path, index, 'branches', answer], message }]
  })
}

const leadsTo = (questions: readonly Question[], item: string): boolean =>
  questions.some(({ branches }) =>
    Object.values(branches).some((branch) => 'ask' in branch && branch.ask === item),
  )
