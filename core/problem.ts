import type { Localised } from './words.ts'

type Path = (string | number)[]

/**
 * What is wrong in one place of a definition, and what would be right. `message` speaks to whoever writes in forms and to
 * whoever writes the file; `known` are the names that can be chosen from, for who writes the file.
 */
export type DefinitionProblem = { path: Path; message: Localised; known?: readonly string[] | undefined }

/** A problem, said in Dutch and in English. */
export const problem = (
  path: Path,
  nl: string,
  en: string,
  known?: readonly string[],
): DefinitionProblem => ({
  path,
  message: { nl, en },
  ...(known ? { known } : {}),
})

/** Names as they stand in a file. */
export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/** A problem as one line: what is wrong, and what can be chosen from. */
export const sentenceOf = (
  { message, known }: Pick<DefinitionProblem, 'message' | 'known'>,
  language: 'nl' | 'en',
): string => (known && known.length > 0 ? `${message[language]}: ${quoted(known)}` : message[language])

/** The same problem, seen from further out. */
export const under = (path: Path, problems: readonly DefinitionProblem[]): DefinitionProblem[] =>
  problems.map((one) => ({ ...one, path: [...path, ...one.path] }))

/** A problem as zod carries it, in both languages; what reads zod's issues takes it out again. */
export const asIssue = ({ path, message, known }: DefinitionProblem) => ({
  code: 'custom' as const,
  path,
  message: message.en,
  params: { message, known },
})
