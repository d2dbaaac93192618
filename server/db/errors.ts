// Both drivers hide the cause inside drizzle's error; both name it by a code.
const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])

export function isUniqueViolation(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return UNIQUE.has(cause?.code ?? code ?? '')
}
