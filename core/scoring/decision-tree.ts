import type { MethodOf } from '../instruments/method-shapes.ts'
import { type Method, scored, tooFew } from './method.ts'

type Questions = MethodOf<'decision-tree'>['questions']

/** Follows the answers from the first question to a value. Branches only lead downwards, so this ends. */
export function decisionTree(items: readonly string[], questions: Questions): Method {
  const places = new Map(items.map((key, place) => [key, place]))
  const byItem = new Map(questions.map((question) => [question.item, question]))
  return (_, inPlace) => {
    let question = questions[0]
    while (question) {
      const answer = inPlace[places.get(question.item) ?? -1]
      if (answer === null || answer === undefined) return tooFew
      const branch = question.branches[String(answer)]
      if (!branch) return { reason: 'not-in-table' }
      if ('value' in branch) return scored(branch.value)
      question = byItem.get(branch.ask)
    }
    return tooFew
  }
}
