// No imports at run time, like conditions.ts.
import type { Comparison, Condition } from './conditions.ts'

const token = /\s*(?:\{([a-z][a-z0-9_]*)\}|(-?\d+(?:\.\d+)?)|(<>|<=|>=|[<>=()[\],])|([a-z]+))/y

type Token = { kind: 'question' | 'number' | 'sign' | 'word'; text: string; at: number }
type Reader = { tokens: Token[]; next: number }

/** Reads a condition in time linear in its length, or says what is wrong and where. */
export function parseCondition(text: string): { condition: Condition } | { problem: string } {
  const tokens = readTokens(text)
  if (typeof tokens === 'string') return { problem: tokens }
  const reader: Reader = { tokens, next: 0 }
  const condition = readJoined(reader, 'or')
  if (typeof condition === 'string') return { problem: condition }
  const rest = tokens[reader.next]
  return rest
    ? { problem: `"${rest.text}" at ${rest.at} was not expected; join conditions with "and" or "or"` }
    : { condition }
}

function readTokens(text: string): Token[] | string {
  const tokens: Token[] = []
  const length = text.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < length) {
    const from = token.lastIndex
    const found = token.exec(text)
    if (!found) return `"${text.slice(from, from + 20).trim()}" at ${from} is not part of a condition`
    const [, question, number, sign, word] = found
    const kind = question ? 'question' : number ? 'number' : sign ? 'sign' : 'word'
    tokens.push({ kind, text: question ?? number ?? sign ?? word ?? '', at: from })
  }
  return tokens
}

function readJoined(reader: Reader, joint: 'and' | 'or'): Condition | string {
  const parts: Condition[] = []
  do {
    const part = joint === 'or' ? readJoined(reader, 'and') : readSingle(reader)
    if (typeof part === 'string') return part
    parts.push(part)
  } while (took(reader, 'word', joint))
  const [only] = parts
  return parts.length === 1 && only ? only : { kind: joint, parts }
}

function readSingle(reader: Reader): Condition | string {
  if (took(reader, 'sign', '(')) {
    const inner = readJoined(reader, 'or')
    if (typeof inner === 'string') return inner
    return took(reader, 'sign', ')') ? inner : unexpected(reader, 'a closing ")"')
  }
  const question = take(reader, 'question')
  if (!question) return unexpected(reader, 'a question in curly brackets, such as {pain}')
  return readTest(reader, question.text)
}

function readTest(reader: Reader, question: string): Condition | string {
  const { kind, text } = reader.tokens[reader.next] ?? { kind: 'end', text: '' }
  if (kind === 'word' && (text === 'empty' || text === 'notempty')) {
    reader.next += 1
    return { kind: text, question }
  }
  if (took(reader, 'word', 'anyof')) return readList(reader, question)
  if (kind !== 'sign' || !isComparison(text))
    return unexpected(reader, 'one of =, <>, >, >=, <, <=, anyof, empty, notempty')
  reader.next += 1
  const number = take(reader, 'number')
  return number
    ? { kind: 'compare', question, op: text, value: Number(number.text) }
    : unexpected(reader, 'a number')
}

function readList(reader: Reader, question: string): Condition | string {
  if (!took(reader, 'sign', '[')) return unexpected(reader, 'a list, such as [1, 2]')
  const values: number[] = []
  do {
    const number = take(reader, 'number')
    if (!number) return unexpected(reader, 'a number')
    values.push(Number(number.text))
  } while (took(reader, 'sign', ','))
  return took(reader, 'sign', ']') ? { kind: 'anyof', question, values } : unexpected(reader, 'a closing "]"')
}

function isComparison(text: string): text is Comparison {
  return text === '=' || text === '<>' || text === '>' || text === '>=' || text === '<' || text === '<='
}

function take(reader: Reader, kind: Token['kind']): Token | null {
  const found = reader.tokens[reader.next]
  if (found?.kind !== kind) return null
  reader.next += 1
  return found
}

function took(reader: Reader, kind: Token['kind'], text: string): boolean {
  return reader.tokens[reader.next]?.text === text && take(reader, kind) !== null
}

function unexpected(reader: Reader, wanted: string): string {
  const found = reader.tokens[reader.next]
  return found
    ? `expected ${wanted} at ${found.at}, found "${found.text}"`
    : `it stops where ${wanted} should follow`
}
