import { type DefinitionProblem, problem } from '../problem.ts'
import { isBodyRegion } from './body-regions.ts'
import { parseCondition } from './condition-parser.ts'
import { questionsIn } from './conditions.ts'
import type { Form, FormQuestion } from './form.ts'
import { type FormPath, placesIn } from './places.ts'
import { unreadWords } from './unread-condition.ts'

type Walk = { earlier: Set<string>; problems: DefinitionProblem[]; expressions: number }

const maxQuestions = 300
const maxExpressions = 100

/** What the shape alone cannot see: repeated names, conditions that do not parse or look ahead, and the caps of a whole form. */
export function formProblems(form: Form): DefinitionProblem[] {
  const walk: Walk = { earlier: new Set(), problems: [], expressions: 0 }
  for (const { path, visibleIf, question } of placesIn(form)) {
    if (visibleIf !== undefined) checkCondition(walk, visibleIf, [...path, 'visibleIf'])
    if (question) checkQuestion(walk, question, path)
  }
  return [...walk.problems, ...capProblems(walk)]
}

function checkQuestion({ earlier, problems }: Walk, question: FormQuestion, path: FormPath) {
  const { name } = question
  if (earlier.has(name)) {
    const nl = `"${name}" wordt twee keer gevraagd; geef elke vraag een eigen naam`
    problems.push(problem([...path, 'name'], nl, `"${name}" is asked twice; give each question its own name`))
  }
  earlier.add(name)
  problems.push(...bodyProblems(question, path), ...ratingProblems(question, [...path, 'rateMax']))
}

function ratingProblems(question: FormQuestion, path: FormPath): DefinitionProblem[] {
  if (question.type !== 'rating') return []
  const { rateMin, rateMax } = question
  if (rateMax <= rateMin) {
    const nl = `het hoogste getal moet boven het laagste (${rateMin}) liggen`
    return [problem(path, nl, `"rateMax" must be above "rateMin" (${rateMin})`)]
  }
  if (isRatable(rateMax - rateMin)) return []
  const nl = 'een cijfer heeft hoogstens 11 knoppen, zoals 0 tot en met 10, of loopt van 0 tot 100'
  return [problem(path, nl, 'a rating has at most 11 buttons, such as 0 to 10, or goes from 0 to 100')]
}

function bodyProblems(question: FormQuestion, path: FormPath): DefinitionProblem[] {
  if (question.type !== 'checkbox' || question.renderAs !== 'body') return []
  return question.choices.flatMap(({ value }, place) =>
    isBodyRegion(value)
      ? []
      : [
          problem(
            [...path, 'choices', place, 'value'],
            `${value} is geen deel van de lichaamskaart; surveys/README.md noemt de nummers van de delen`,
            `${value} is no part of the body map; surveys/README.md lists the numbers of its parts`,
          ),
        ],
  )
}

// A hundred steps are a line to slide on; what lies between is neither buttons nor a line.
const isRatable = (steps: number) => steps <= 10 || steps === 100

function checkCondition(walk: Walk, visibleIf: string, path: FormPath) {
  walk.expressions += 1
  const read = parseCondition(visibleIf)
  if ('problem' in read) {
    const { nl, en } = unreadWords(read.problem)
    walk.problems.push(
      problem(path, `deze voorwaarde is niet te lezen: ${nl}`, `this condition cannot be read: ${en}`),
    )
    return
  }
  for (const name of new Set(questionsIn(read.condition))) {
    if (walk.earlier.has(name)) continue
    const nl = `{${name}} is geen vraag die vóór deze plaats gesteld is; noem een eerdere vraag`
    const en = `{${name}} is not a question that was asked before this place; name an earlier one`
    walk.problems.push(problem(path, nl, en))
  }
}

function capProblems({ earlier, expressions }: Walk): DefinitionProblem[] {
  const tooMany = (count: number, max: number, nl: string, en: string): DefinitionProblem[] =>
    count > max
      ? [
          problem(
            ['pages'],
            `een formulier heeft hoogstens ${max} ${nl}; dit heeft er ${count}`,
            `a form has at most ${max} ${en}; this one has ${count}`,
          ),
        ]
      : []
  return [
    ...tooMany(earlier.size, maxQuestions, 'vragen', 'questions'),
    ...tooMany(expressions, maxExpressions, 'voorwaarden', 'conditions'),
  ]
}
