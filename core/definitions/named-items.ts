import { problem } from '../problem.ts'

/** A name in a scale that is none of its items. */
export const notInScale = (path: (string | number)[], key: string) =>
  problem(
    path,
    `"${key}" is geen vraag van deze schaal; haal haar weg, of neem haar in de schaal op`,
    `"${key}" is not an item of this scale; take it out, or add it to the scale`,
  )

/** A value that is none of an item's answers. */
export const noAnswer = (path: (string | number)[], value: string, key: string, answers: string) =>
  problem(
    path,
    `${value} is geen antwoord van "${key}"; de antwoorden zijn ${answers}`,
    `${value} is not an answer of "${key}"; it has ${answers}`,
  )
