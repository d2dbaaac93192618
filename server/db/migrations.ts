import { fileURLToPath } from 'node:url'

/** Where drizzle-kit's migrations of a dialect lie: found from here, whatever folder the program was started in. */
export const migrationsFolder = (dialect: 'sqlite' | 'postgres') =>
  fileURLToPath(new URL(`../../drizzle/${dialect}`, import.meta.url))
