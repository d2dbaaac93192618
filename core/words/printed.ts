import type { PatientLanguage, Said } from '../words.ts'

// What stands on paper, as plain data: the program says what, the template how.

/** A text in the document's language, or in the language it was written in. */
export type Line = string | Said

export type Column = {
  title: string
  /** How wide, against the other columns. */
  width: number
  isNumber?: boolean
}

export type Block =
  | { kind: 'heading'; text: Line }
  | { kind: 'below'; text: Line }
  /** What a reader should take away. */
  | { kind: 'lead'; text: Line }
  | { kind: 'text'; text: Line }
  | { kind: 'small'; text: Line }
  | { kind: 'list'; items: Line[] }
  | { kind: 'facts'; facts: { name: string; values: Line[] }[] }
  | { kind: 'table'; columns: Column[]; rows: Line[][] }
  | { kind: 'figure'; svg: string; alt: string }
  | PrintedLetter

/** A letter in the language of who reads it, on a page of its own; `name` and `number` stand in the window of the envelope. */
export type PrintedLetter = {
  kind: 'letter'
  language: PatientLanguage
  from: string
  name: string
  number: string
  subject: string
  opening: string[]
  /** A square for a camera, with what to do beside it, and what can be typed instead. */
  way: { svg: string; alt: string; lines: string[]; code: string }
  closing: string[]
}

export type Printed = {
  title: string
  language: PatientLanguage
  /** Under the title: whose, of when, by whom. */
  about: Line[]
  /** At the foot of each page. */
  foot: string
  blocks: Block[]
  /** Letters and nothing else: they go to different people, so no page says whose they are together, or which it is. */
  isLetters?: boolean
}
