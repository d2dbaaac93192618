import { type DefinitionProblem, problem } from '../problem.ts'

/**
 * Control characters, which PostgreSQL cannot store and mail cannot carry, and those that turn text round, so that one
 * sentence reads as another; and half a letter, which is none. Marks and isolates, which Arabic needs round figures (U+200F, U+2066), turn nothing else.
 */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E]/u

/** Every text of a definition, at any depth, that has a character in it that nobody sees. */
export function unseenProblems(value: unknown, path: readonly (string | number)[] = []): DefinitionProblem[] {
  if (typeof value === 'string') {
    const letter = UNSEEN.exec(value)?.[0].codePointAt(0)
    if (letter === undefined) return []
    const code = letter.toString(16).toUpperCase().padStart(4, '0')
    const nl = `in deze tekst staat een teken dat niemand ziet (U+${code}); haal het weg, of typ de tekst opnieuw`
    const en = `this text has a character in it that nobody sees (U+${code}); leave it out, or type the text again`
    return [problem([...path], nl, en)]
  }
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value)
    ? value.flatMap((one, place) => unseenProblems(one, [...path, place]))
    : Object.entries(value).flatMap(([key, one]) => unseenProblems(one, [...path, key]))
}
