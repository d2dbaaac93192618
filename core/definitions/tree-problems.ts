import type { Item } from '../instruments/instrument.ts'
import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Scale } from '../instruments/scale.ts'
import { type DefinitionProblem, problem } from '../problem.ts'
import { countedValues } from '../scoring/item-value.ts'
import { noAnswer, notInScale } from './named-items.ts'

type Tree = MethodOf<'decision-tree'>

/** Every answer leads somewhere, and always to a question further down, so that nobody goes round in circles. */
export function treeProblems({ questions }: Tree, scale: Scale, items: readonly Item[]): DefinitionProblem[] {
  const path = ['method', 'questions']
  const order = questions.map(({ item }) => item)
  const unasked = scale.items.filter((key) => !order.includes(key))
  return [
    ...unasked.map((key) =>
      problem(
        path,
        `"${key}" wordt in deze boom niet gevraagd; voeg die vraag toe, of haal haar uit de schaal`,
        `"${key}" is not asked in this tree; add it, or take it out of the scale`,
      ),
    ),
    ...questions.flatMap((question, index) => [
      ...questionProblems(question, scale, items, [...path, index]),
      ...(order.indexOf(question.item) < index ? [askedTwice([...path, index, 'item'], question.item)] : []),
      ...upwards(question, order, index, path),
      ...(index > 0 && !leadsTo(questions.slice(0, index), question.item)
        ? [ledToByNone([...path, index], question.item)]
        : []),
    ]),
  ]
}

const askedTwice = (path: (string | number)[], item: string) =>
  problem(
    path,
    `"${item}" wordt twee keer gevraagd; vraag het één keer`,
    `"${item}" is asked twice; ask it once`,
  )

const ledToByNone = (path: (string | number)[], item: string) =>
  problem(
    path,
    `geen antwoord ervoor leidt naar "${item}"; laat een antwoord daarheen leiden, of haal de vraag weg`,
    `no answer before it leads to "${item}"; lead an answer to it, or take the question out`,
  )

type Question = Tree['questions'][number]

function questionProblems(
  { item: key, branches }: Question,
  scale: Scale,
  items: readonly Item[],
  path: (string | number)[],
) {
  const item = items.find((one) => one.key === key)
  if (!item || !scale.items.includes(key)) return [notInScale([...path, 'item'], key)]
  const answers = countedValues(item, scale).map(String)
  const missing = answers.filter((answer) => !Object.hasOwn(branches, answer))
  const strange = Object.keys(branches).filter((answer) => !answers.includes(answer))
  return [
    ...(missing.length > 0
      ? [
          problem(
            [...path, 'branches'],
            `schrijf waar antwoord ${missing.join(', ')} heen leidt`,
            `say where answer ${missing.join(', ')} leads`,
          ),
        ]
      : []),
    ...strange.map((answer) => noAnswer([...path, 'branches', answer], answer, key, answers.join(', '))),
  ]
}

function upwards({ branches }: Question, order: readonly string[], index: number, path: (string | number)[]) {
  return Object.entries(branches).flatMap(([answer, branch]) => {
    if ('value' in branch || order.indexOf(branch.ask) > index) return []
    const nl = `"${branch.ask}" staat niet onder deze vraag; een boom leidt alleen naar beneden`
    const en = `"${branch.ask}" does not stand below this question; a tree only leads downwards`
    return [problem([...path, index, 'branches', answer], nl, en)]
  })
}

const leadsTo = (questions: readonly Question[], item: string): boolean =>
  questions.some(({ branches }) =>
    Object.values(branches).some((branch) => 'ask' in branch && branch.ask === item),
  )
