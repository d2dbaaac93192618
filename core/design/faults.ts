import type { Localised } from '../words.ts'
import { both, type Field } from './fields.ts'

/** Whether something is wrong at a place or below it. `wrong`: places such as 'activities.2.title'. */
export const isWrong = (wrong: readonly string[], at: string): boolean =>
  wrong.some((place) => place === at || place.startsWith(`${at}.`))

/** What is wrong below a place, seen from there. */
export const wrongBelow = (wrong: readonly string[], at: string): string[] =>
  wrong.flatMap((place) => (place.startsWith(`${at}.`) ? [place.slice(at.length + 1)] : []))

/** What a check of the whole set says of one place of a form, as a sentence. */
export type Told = { place: string; sentence: Localised }

/** The fields, of which one says what was told of it instead of what it says by itself. */
export const withTold = (fields: readonly Field[], { place, sentence }: Told): readonly Field[] =>
  fields.map((field) => (saysIt(field, place) ? { ...field, cure: sentence } : field))

const saysIt = ({ kind, at }: Field, place: string): boolean =>
  kind !== 'rows' && kind !== 'group' && isWrong([place], at)

/** Whether one of the fields themselves says it, and not what is inside of one. */
export const isSaidBy = (fields: readonly Field[], { place }: Told): boolean =>
  fields.some((field) => saysIt(field, place))

/** Bounds this far apart say nothing to who fills it in. */
const ANYTHING = 1_000_000

/** What to do about a field that was not filled in right. */
export function cureOf(field: Field): Localised {
  if (field.cure) return field.cure
  switch (field.kind) {
    case 'words': {
      const limit = field.most
        ? both(`, met hoogstens ${field.most} tekens`, `, in at most ${field.most} characters`)
        : both('', '')
      return both(
        `Vul dit in, in het Nederlands en in het Engels${limit.nl}.`,
        `Fill this in, in Dutch and in English${limit.en}.`,
      )
    }
    case 'number': {
      const times = field.times ?? 1
      const [min, max] = [field.min / times, field.max / times]
      if (max - min >= ANYTHING) return both('Vul een getal in.', 'Fill in a number.')
      return both(`Vul een getal in van ${min} tot en met ${max}.`, `Fill in a number from ${min} to ${max}.`)
    }
    case 'date':
      return both('Kies een datum.', 'Choose a date.')
    case 'length':
      return both('Vul een aantal in.', 'Fill in a number.')
    case 'one':
    case 'turn':
      return both('Maak een keuze.', 'Make a choice.')
    case 'some':
      return both('Kies er minstens één.', 'Choose at least one.')
    case 'lines':
      return both('Schrijf minstens één regel.', 'Write at least one line.')
    case 'rows':
      return both('Voeg er minstens één toe.', 'Add at least one.')
    case 'line':
    case 'tick':
    case 'group':
      return both('Vul dit in.', 'Fill this in.')
  }
}
