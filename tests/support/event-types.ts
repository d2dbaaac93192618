import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventWords } from '../../web/staff/audit/event-words.ts'

const SERVER = join(import.meta.dirname, '../../server')

/** Every string in the server that looks like a type of event of a kind that the log knows. */
export function typesInServer(): string[] {
  const kinds = [...new Set(Object.keys(eventWords.nl).map((type) => type.split('.')[0]))]
  const pattern = new RegExp(`'((?:${kinds.join('|')})\\.[a-z]+(?:-[a-z]+)*)'(?!:)`, 'g')
  const found = globSync('**/*.ts', { cwd: SERVER }).flatMap((file) =>
    [...readFileSync(join(SERVER, file), 'utf8').matchAll(pattern)].map(([, type]) => type ?? ''),
  )
  return [...new Set(found)].filter((type) => !type.endsWith('.ts')).sort()
}
