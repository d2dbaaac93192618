// No imports at run time, like conditions.ts.
import type { Comparison, Condition } from './conditions.ts'

const token = /\s*(?:\{([a-z][a-z0-9_]*)\}|(-?\d+(?:\.\d+)?)|(<>|<=|>=|[<>=()[\],])|([a-z]+))/y

/** What stood in the way of reading: what should have come, where, and what was found there; null at the end. */
export type Unread = { wanted: Wanted; at: number; found: string | null }
export type Wanted = 'nothing' | 'token' | 'question' | 'comparison' | 'number' | 'list' | ')' | ']'

type Token = { kind: 'question' | 'number' | 'sign' | 'word'; text: string; at: number }
type Reader = { tokens: Token[]; next: number }

/** Reads a condition in time linear in its length, or says what is wrong and where. */
export function parseCondition(text: string): { condition: Condition } | { problem: Unread } {
  const tokens = readTokens(text)
  if ('wanted' in tokens) return { problem: tokens }
  const reader: Reader = { tokens, next: 0 }
  const condition = readJoined(reader, 'or')
  if ('wanted' in condition) return { problem: condition }
  const rest = tokens[reader.next]
  return rest ? { problem: { wanted: 'nothing', at: rest.at, found: rest.text } } : { condition }
}

function readTokens(text: string): Token[] | Unread {
  const tokens: Token[] = []
  const length = text.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < length) {
    const from = token.lastIndex
    const found = token.exec(text)
    if (!found) return { wanted: 'token', at: from, found: text.slice(from, from + 20).trim() }
    const [, question, number, sign, word] = found
    const kind = question ? 'question' : number ? 'number' : sign ? 'sign' : 'word'
    tokens.push({ kind, text: question ?? number ?? sign ?? word ?? '', at: from })
  }
  return tokens
}

function readJoined(reader: Reader, joint: 'and' | 'or'): Condition | Unread {
  const parts: Condition[] = []
  do {
    const part = joint === 'or' ? readJoined(reader, 'and') : readSingle(reader)
    if ('wanted' in part) return part
    parts.push(part)
  } while (took(reader, 'word', joint))
  const [only] = parts
  return parts.length === 1 && only ? only : { kind: joint, parts }
}

function readSingle(reader: Reader): Condition | Unread {
  if (took(reader, 'sign', '(')) {
    const inner = readJoined(reader, 'or')
    if ('wanted' in inner) return inner
    return took(reader, 'sign', ')') ? inner : unexpected(reader, ')')
  }
  const question = take(reader, 'question')
  if (!question) return unexpected(reader, 'question')
  return readTest(reader, question.text)
}

function readTest(reader: Reader, question: string): Condition | Unread {
  const { kind, text } = reader.tokens[reader.next] ?? { kind: 'end', text: '' }
  if (kind === 'word' && (text === 'empty' || text === 'notempty')) {
    reader.next += 1
    return { kind: text, question }
  }
  if (took(reader, 'word', 'anyof')) return readList(reader, question)
  if (kind !== 'sign' || !isComparison(text)) return unexpected(reader, 'comparison')
  reader.next += 1
  const number = take(reader, 'number')
  return number
    ? { kind: 'compare', question, op: text, value: Number(number.text) }
    : unexpected(reader, 'number')
}

function readList(reader: Reader, question: string): Condition | Unread {
  if (!took(reader, 'sign', '[')) return unexpected(reader, 'list')
  const values: number[] = []
  do {
    const number = take(reader, 'number')
    if (!number) return unexpected(reader, 'number')
    values.push(Number(number.text))
  } while (took(reader, 'sign', ','))
  return took(reader, 'sign', ']') ? { kind: 'anyof', question, values } : unexpected(reader, ']')
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

function unexpected(reader: Reader, wanted: Wanted): Unread {
  const found = reader.tokens[reader.next]
  return { wanted, at: found?.at ?? 0, found: found?.text ?? null }
}
