import { checkAnswers } from '../answers/answers.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'
import { scoreInstrument } from '../scoring/score-instrument.ts'

const leastExamples = 3

/** Worked examples are the proof of a scoring definition: every file has some, and they hold. */
export function exampleProblems(instrument: Instrument): DefinitionProblem[] {
  const few = instrument.examples.length < leastExamples
  return [
    ...(few
      ? [
          {
            path: ['examples'],
            message: `give at least ${leastExamples} worked examples, one with a missing answer`,
          },
        ]
      : []),
    ...instrument.examples.flatMap((example, index) =>
      [...answerProblems(instrument, example), ...scoreProblems(instrument, example)].map((problem) => ({
        ...problem,
        path: ['examples', index, ...problem.path],
      })),
    ),
  ]
}

type Example = Instrument['examples'][number]

function answerProblems(instrument: Instrument, { answers }: Example): DefinitionProblem[] {
  return checkAnswers(instrument, answers, 'draft').problems.map(({ item, code }) => ({
    path: ['answers', item],
    message: `this answer would be refused (${code})`,
  }))
}

function scoreProblems(instrument: Instrument, { answers, scores }: Example): DefinitionProblem[] {
  const computed = new Map(scoreInstrument(instrument, answers).map(({ scale, value }) => [scale, value]))
  const strange = Object.keys(scores)
    .filter((scale) => !computed.has(scale))
    .map((scale) => ({ path: ['scores', scale], message: `there is no scale "${scale}" in this instrument` }))
  const wrong = [...computed].flatMap(([scale, value]) => {
    const expected = Object.hasOwn(scores, scale) ? scores[scale] : undefined
    if (expected === undefined)
      return [
        { path: ['scores', scale], message: `say what "${scale}" comes to; it is computed as ${value}` },
      ]
    return sameNumber(value, expected)
      ? []
      : [
          {
            path: ['scores', scale],
            message: `the example says ${expected}, but the definition computes ${value}`,
          },
        ]
  })
  return [...strange, ...wrong]
}

function sameNumber(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 1e-9
}
