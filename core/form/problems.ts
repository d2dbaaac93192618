import { isBodyRegion } from './body-regions.ts'
import { parseCondition } from './condition-parser.ts'
import { questionsIn } from './conditions.ts'
import type { Form, FormQuestion } from './form.ts'
import { type FormPath, placesIn } from './places.ts'

type FormProblem = { path: FormPath; message: string }
type Walk = { earlier: Set<string>; problems: FormProblem[]; expressions: number }

const maxQuestions = 300
const maxExpressions = 100

/** What the shape alone cannot see: repeated names, conditions that do not parse or look ahead, and the caps of a whole form. */
export function formProblems(form: Form): FormProblem[] {
  const walk: Walk = { earlier: new Set(), problems: [], expressions: 0 }
  for (const { path, visibleIf, question } of placesIn(form)) {
    if (visibleIf !== undefined) checkCondition(walk, visibleIf, [...path, 'visibleIf'])
    if (question) checkQuestion(walk, question, path)
  }
  return [...walk.problems, ...capProblems(walk)]
}

function checkQuestion({ earlier, problems }: Walk, question: FormQuestion, path: FormPath) {
  if (earlier.has(question.name)) {
    problems.push({
      path: [...path, 'name'],
      message: `"${question.name}" is asked twice; give each question its own name`,
    })
  }
  earlier.add(question.name)
  problems.push(...bodyProblems(question, path))
  if (question.type === 'rating' && !isRatable(question.rateMax - question.rateMin)) {
    problems.push({
      path: [...path, 'rateMax'],
      message: 'a rating has at most 11 buttons, such as 0 to 10, or goes from 0 to 100',
    })
  }
  if (question.type === 'rating' && question.rateMax <= question.rateMin) {
    problems.push({
      path: [...path, 'rateMax'],
      message: `"rateMax" must be above "rateMin" (${question.rateMin})`,
    })
  }
}

function bodyProblems(question: FormQuestion, path: FormPath): FormProblem[] {
  if (question.type !== 'checkbox' || question.renderAs !== 'body') return []
  return question.choices.flatMap(({ value }, place) =>
    isBodyRegion(value)
      ? []
      : [
          {
            path: [...path, 'choices', place, 'value'],
            message: `${value} is no part of the body map; surveys/README.md lists the numbers of its parts`,
          },
        ],
  )
}

// A hundred steps are a line to slide on; what lies between is neither buttons nor a line.
const isRatable = (steps: number) => steps <= 10 || steps === 100

function checkCondition(walk: Walk, visibleIf: string, path: FormPath) {
  walk.expressions += 1
  const read = parseCondition(visibleIf)
  if ('problem' in read) {
    walk.problems.push({ path, message: `this condition cannot be read: ${read.problem}` })
    return
  }
  for (const name of new Set(questionsIn(read.condition))) {
    if (walk.earlier.has(name)) continue
    walk.problems.push({ path, message: `{${name}} is not a question that was asked before this place` })
  }
}

function capProblems({ earlier, expressions }: Walk): FormProblem[] {
  const tooMany = (count: number, max: number, what: string): FormProblem[] =>
    count > max
      ? [{ path: ['pages'], message: `a form has at most ${max} ${what}; this one has ${count}` }]
      : []
  return [
    ...tooMany(earlier.size, maxQuestions, 'questions'),
    ...tooMany(expressions, maxExpressions, 'conditions'),
  ]
}
