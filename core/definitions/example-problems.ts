import { type AnswerProblemCode, checkAnswers } from '../answers/answers.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { type DefinitionProblem, problem, under } from '../problem.ts'
import { scoreInstrument } from '../scoring/score-instrument.ts'

const leastExamples = 3

/** Worked examples are the proof of a scoring definition: every file has some, and they hold. */
export function exampleProblems(instrument: Instrument): DefinitionProblem[] {
  const few = instrument.examples.length < leastExamples
  return [
    ...(few
      ? [
          problem(
            ['examples'],
            `geef minstens ${leastExamples} rekenvoorbeelden, waarvan één met een antwoord dat ontbreekt`,
            `give at least ${leastExamples} worked examples, one with a missing answer`,
          ),
        ]
      : []),
    ...instrument.examples.flatMap((example, index) =>
      under(
        ['examples', index],
        [...answerProblems(instrument, example), ...scoreProblems(instrument, example)],
      ),
    ),
  ]
}

type Example = Instrument['examples'][number]

function answerProblems(instrument: Instrument, { answers }: Example): DefinitionProblem[] {
  return checkAnswers(instrument, answers, 'draft').problems.map(({ item, code }) =>
    problem(
      ['answers', item],
      `dit antwoord zou geweigerd worden: ${REFUSED[code]}`,
      `this answer would be refused (${code})`,
    ),
  )
}

/** Why an answer is refused. */
const REFUSED: Record<AnswerProblemCode, string> = {
  required: 'het is verplicht',
  'wrong-type': 'het is niet van de juiste soort',
  'not-an-option': 'het is geen van de mogelijkheden',
  'out-of-range': 'het getal is te laag of te hoog',
  'too-long': 'het is te lang',
  'unknown-item': 'deze vraag is er niet',
  'not-answers': 'dit zijn geen antwoorden',
}

function scoreProblems(instrument: Instrument, { answers, scores }: Example): DefinitionProblem[] {
  const computed = new Map(scoreInstrument(instrument, answers).map(({ scale, value }) => [scale, value]))
  const strange = Object.keys(scores)
    .filter((scale) => !computed.has(scale))
    .map((scale) =>
      problem(
        ['scores', scale],
        `er is geen schaal "${scale}" in deze vragenlijst; kies een andere`,
        `there is no scale "${scale}" in this instrument; choose another`,
        [...computed.keys()],
      ),
    )
  const wrong = [...computed].flatMap(([scale, value]) =>
    wrongScore(scale, value, Object.hasOwn(scores, scale) ? scores[scale] : undefined),
  )
  return [...strange, ...wrong]
}

function wrongScore(
  scale: string,
  value: number | null,
  expected: number | null | undefined,
): DefinitionProblem[] {
  const path = ['scores', scale]
  if (expected === undefined) {
    const nl = `schrijf op wat er uit "${scale}" komt; berekend is ${value}`
    return [problem(path, nl, `say what "${scale}" comes to; it is computed as ${value}`)]
  }
  if (sameNumber(value, expected)) return []
  const nl = `het voorbeeld zegt ${expected}, maar de berekening geeft ${value}; verbeter een van de twee`
  const en = `the example says ${expected}, but the definition computes ${value}; correct one of them`
  return [problem(path, nl, en)]
}

function sameNumber(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 1e-9
}
