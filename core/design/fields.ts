import type { Localised } from '../words.ts'
import type { Draft } from './draft.ts'

// What a form asks: each field of a part of a set in the words of a care team, and where its answer stands.

/** `about`: said beside it, such as how long it takes. */
export type Choice = { value: string; label: Localised; about?: Localised }

/** `cure`: what to do about what is wrong with it now, where the kind of field does not say it well enough. */
type Asked = { label: Localised; hint?: Localised | undefined; cure?: Localised | undefined }
type At = Asked & { at: string; optional?: true | undefined }

export type Field = At &
  (
    | /** A text in Dutch and English, each of `most` characters; what patients read may be in their other languages too. */
    { kind: 'words'; long?: true; most?: number; forPatient?: true }
    | { kind: 'line'; most: number }
    | /** A list of texts, one a line. */ {
        kind: 'lines'
      } /** What is shown is the number divided by `times`: cents as euros, a share as a percentage. */
    | { kind: 'number'; min: number; max: number; step?: number; times?: number }
    | /** ISO-8601. */ {
        kind: 'length' /** Whether it may lie before something. */
        sided?: true
      }
    | /** A day, as 2026-11-23. */ { kind: 'date' }
    | { kind: 'one'; choices: readonly Choice[] /** What choosing nothing means. */; none?: Localised }
    | {
        kind: 'some'
        choices: readonly Choice[] /** Whether the order in which they stand means something. */
        ordered?: true /** What the chosen ones come to. */
        sum?: Localised
      }
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
        fresh: Draft | string
      } /** The same fields again and again, each time of a row. */
    | {
        kind: 'rows'
        one: Localised
        add: Localised
        isShort?: true /** Whether their order means something. */
        ordered?: true
        most?: number
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
