/** A definition as it is written to a file. */
export const written = (definition: unknown): string => `${JSON.stringify(definition, null, 2)}\n`
