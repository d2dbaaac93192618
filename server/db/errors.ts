// Both drivers hide the cause inside drizzle's error; both name it by a code.
export const codeOf = (error: unknown): string => {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return cause?.code ?? code ?? ''
}

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])
const UNDONE = new Set(['40P01', '40001'])

export const isUniqueViolation = (error: unknown): boolean => UNIQUE.has(codeOf(error))

/** Two transactions waited for each other, and PostgreSQL undid this one: the same again may succeed. */
export const isUndoneForAnother = (error: unknown): boolean => UNDONE.has(codeOf(error))
