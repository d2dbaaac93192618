import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with vitest's own
  export interface ProvidedContext {
    /** The server of this run; each test makes a database of its own on it. */
    postgres: string
  }
}

/** One PostgreSQL server for all files of a project; returns what stops it. */
export async function setup(project: TestProject) {
  const { url, stop } = await startPostgres()
  project.provide('postgres', url)
  return stop
}
