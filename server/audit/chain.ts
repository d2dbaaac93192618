import { createHash } from 'node:crypto'
import type { auditEvents } from '../db/schema/audit.ts'

/** An event with the patients it was about: what a seal covers. */
export type Sealable = { event: typeof auditEvents.$inferSelect; patients: readonly string[] }

/** What the first seal stands on. */
export const BEGINNING = '0'.repeat(64)

/** The seal of an event on the one before: SHA-256 in hex, so that no earlier line can change without all later ones. */
export const hashOn = (previous: string, { event, patients }: Sealable): string =>
  createHash('sha256')
    .update(previous)
    .update(canonical({ ...event, patients: [...patients].sort() }))
    .digest('hex')

/** JSON with its keys in order (as RFC 8785 has them), so that both databases give the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, part]) => part !== undefined)
  fields.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}
