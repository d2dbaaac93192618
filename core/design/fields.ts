import type { Localised } from '../words.ts'
import type { Draft } from './draft.ts'

// What a form asks: each field of a part of a set in the words of a care team, and where its answer stands.

export type Choice = { value: string; label: Localised }

type Asked = { label: Localised; hint?: Localised | undefined }
type At = Asked & { at: string; optional?: true | undefined }

export type Field = At &
  (
    | /** A text in Dutch and English; what patients read may be in their other languages too. */
    { kind: 'words'; long?: true; forPatient?: true }
    | { kind: 'line'; most: number }
    | /** A list of texts, one a line. */ {
        kind: 'lines'
      } /** What is shown is the number divided by `times`: cents as euros, a share as a percentage. */
    | { kind: 'number'; min: number; max: number; step?: number; times?: number }
    | /** ISO-8601. */ { kind: 'length' }
    | { kind: 'one'; choices: readonly Choice[] /** What choosing nothing means. */; none?: Localised }
    | { kind: 'some'; choices: readonly Choice[] }
    | /** True, or `off`: without that, nothing. */ {
        kind: 'tick'
        off?: false
      } /** A choice on which hangs what else there is to fill in. */
    | {
        kind: 'turn'
        choices: readonly Choice[]
        value: string
        turn: (draft: Draft, value: string) => Draft
      } /** More fields, of this same draft, once it is ticked. */
    | {
        kind: 'group'
        fields: readonly Field[]
        fresh: Draft
      } /** The same fields again and again, each time of a row. */
    | {
        kind: 'rows'
        one: Localised
        add: Localised
        isShort?: true
        fields: (row: Draft) => readonly Field[]
        fresh: Draft
      }
  )

/** Words in the languages in which staff read. */
export const both = (nl: string, en: string): Localised => ({ nl, en })

type Named = { id: string; title: Localised }
export const choicesOf = (named: readonly Named[]): Choice[] =>
  named.map(({ id, title }) => ({ value: id, label: title }))

/** Choices from a table of words. */
export const choicesIn = (table: Readonly<Record<string, Localised>>): Choice[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }))
