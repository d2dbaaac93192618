import type { z } from 'zod'
import { type DefinitionProblem, problem, quoted, under } from '../problem.ts'
import type { Localised } from '../words.ts'
import { shapeWords } from './shape-words.ts'

type Issue = z.core.$ZodIssue
type Path = (string | number)[]

/** What zod found, in sentences that say what would be right. */
export function shapeProblems(error: z.ZodError): DefinitionProblem[] {
  return error.issues.flatMap(issueProblems)
}

function issueProblems(issue: Issue): DefinitionProblem[] {
  const path = pathOf(issue)
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return under(path, branchProblems(issue.errors))
  if (issue.code === 'invalid_key') return under(path, issue.issues.flatMap(issueProblems))
  const { nl, en, known } = sentence(issue)
  return [problem(path, nl, en, known)]
}

const pathOf = ({ path }: Issue): Path => path.map((key) => (typeof key === 'symbol' ? String(key) : key))

/** An issue of a union hides what is wrong in the branch that was meant: the branch that got furthest is shown. */
function branchProblems(branches: readonly Issue[][]): DefinitionProblem[] {
  return branches
    .reduce((best, branch) => (depthOf(branch) > depthOf(best) ? branch : best))
    .flatMap(issueProblems)
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length))
}

type Sentence = { nl: string; en: string; known?: readonly string[] }

function sentence(issue: Issue): Sentence {
  switch (issue.code) {
    case 'custom':
      return ownSentence(issue)
    case 'unrecognized_keys':
      return {
        nl: `${quoted(issue.keys)} is hier niet bekend; kijk de spelling na, of haal het weg`,
        en: `${quoted(issue.keys)} is not known here; check the spelling, or take it out`,
      }
    case 'invalid_type':
      return typeSentence(issue)
    case 'invalid_value':
      return choiceSentence(issue.values.map(String))
    case 'invalid_union':
      return choiceSentence(optionsOf(issue))
    case 'too_small':
      return sizeSentence(SMALL, issue.origin, Number(issue.minimum), issue.inclusive ?? true)
    case 'too_big':
      return sizeSentence(BIG, issue.origin, Number(issue.maximum), issue.inclusive ?? true)
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return shapeWords(issue.message)
  }
}

/** A problem that was put into zod by asIssue, or a sentence of a shape. */
function ownSentence({ message, params }: z.core.$ZodIssueCustom): Sentence {
  const own = params as { message: Localised; known?: readonly string[] } | undefined
  if (!own?.message) return shapeWords(message)
  const { nl, en } = own.message
  return own.known ? { nl, en, known: own.known } : { nl, en }
}

const optionsOf = (issue: Issue) =>
  'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []

const choiceSentence = (known: readonly string[]): Sentence =>
  known.length === 1
    ? { nl: `hier hoort ${known[0]}`, en: `this should be ${known[0]}` }
    : { nl: 'kies een van de mogelijkheden', en: 'choose one of the possibilities', known }

/** What zod expects, as people call it. */
const TYPES: Record<string, Localised> = {
  string: { nl: 'een tekst', en: 'a text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een heel getal', en: 'a whole number' },
  boolean: { nl: 'true of false', en: 'true or false' },
  array: { nl: 'een lijst: [ … ]', en: 'a list: [ … ]' },
  tuple: { nl: 'een lijst: [ … ]', en: 'a list: [ … ]' },
}
const BLOCK = { nl: 'een blok met namen: { … }', en: 'a block with names: { … }' }

function typeSentence({ expected, message }: z.core.$ZodIssueInvalidType): Sentence {
  const type = TYPES[expected] ?? BLOCK
  return message.endsWith('received undefined')
    ? { nl: `dit ontbreekt; schrijf ${type.nl}`, en: `this is missing; write ${type.en}` }
    : { nl: `hier hoort ${type.nl}`, en: `this should be ${type.en}` }
}

type Sizes = Record<'least' | 'above', (size: number) => Localised>

const SMALL: Sizes = {
  least: (size) => ({ nl: `minstens ${size}`, en: `at least ${size}` }),
  above: (size) => ({ nl: `meer dan ${size}`, en: `more than ${size}` }),
}
const BIG: Sizes = {
  least: (size) => ({ nl: `hoogstens ${size}`, en: `at most ${size}` }),
  above: (size) => ({ nl: `minder dan ${size}`, en: `less than ${size}` }),
}

function sizeSentence(sizes: Sizes, origin: string, size: number, isInclusive: boolean): Sentence {
  const { nl, en } = sizes[isInclusive ? 'least' : 'above'](size)
  if (origin === 'string' && sizes === SMALL && size === 1)
    return { nl: 'deze tekst is leeg; vul hem in', en: 'this text is empty; fill it in' }
  if (origin === 'string') return { nl: `maak dit ${nl} tekens lang`, en: `make this ${en} characters long` }
  if (origin === 'array' && sizes === SMALL && size === 1)
    return {
      nl: 'deze lijst is leeg; zet er minstens een in',
      en: 'this list is empty; put at least one in it',
    }
  if (origin === 'array') return { nl: `zet er ${nl} in deze lijst`, en: `put ${en} in this list` }
  return { nl: `maak dit getal ${nl}`, en: `make this number ${en}` }
}
