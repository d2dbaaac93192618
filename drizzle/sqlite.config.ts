import { defineConfig } from 'drizzle-kit'

process.env.DATABASE_URL = 'file:' // the schema is built for the dialect that this names

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/db/schema/*.ts',
  out: './drizzle/sqlite',
  casing: 'snake_case',
})
