import { defineConfig } from 'drizzle-kit'

process.env.DATABASE_URL = 'postgres:' // the schema is built for the dialect that this names

export default defineConfig({
  dialect: 'postgresql',
  schema: './server/db/schema/*.ts',
  out: './drizzle/postgres',
  casing: 'snake_case',
})
