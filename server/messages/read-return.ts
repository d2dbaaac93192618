import { isDeadStatus } from './send-failure.ts'

/** What comes back to a return address: a report that a mail was not delivered, an automatic answer, or a person's. */
export type Returned =
  | { what: 'bounced'; status: string; addressDead: boolean }
  | { what: 'automatic' }
  | { what: 'written' }

/** A header goes on in the next line where that begins with a space (RFC 5322, 2.2.3). */
const FOLD = /(?<=[^\r\n])\r?\n[ \t]+(?=\S)/g

type Headers = ReadonlyMap<string, string>

/** Reads a mail that came back, as far as it matters; `sender` is its envelope's, empty for reports (RFC 5321, 4.5.5). */
export function readReturn(mail: string, sender: string): Returned {
  const lines = mail.replace(FOLD, ' ').split(/\r\n|\n/)
  const headers = headersOf(lines)
  const report = reportIn(lines)
  if (report) return report
  return sender === '' || isAutomatic(headers) ? { what: 'automatic' } : { what: 'written' }
}

/** What a delivery status notification says of the one recipient there is (RFC 3464). Delays are no bounces. */
function reportIn(lines: readonly string[]): Returned | null {
  const start = lines.findIndex((line) => /^content-type:\s*message\/(global-)?delivery-status/i.test(line))
  if (start < 0) return null
  const fieldIn = (name: string) => {
    const line = lines.slice(start).find((one) => one.toLowerCase().startsWith(`${name}:`))
    return line?.slice(name.length + 1).trim() ?? ''
  }
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fieldIn('status'))?.[0] ?? ''
  if (!/^failed/i.test(fieldIn('action'))) return { what: 'automatic' }
  return { what: 'bounced', status, addressDead: isDeadStatus(status) }
}

/** Out of the office, lists, other machines (RFC 3834). */
const isAutomatic = (headers: Headers): boolean =>
  /^auto-/i.test(headers.get('auto-submitted') ?? '') ||
  /^(bulk|junk|list|auto_reply)/i.test(headers.get('precedence') ?? '') ||
  ['x-autoreply', 'x-autorespond', 'list-id'].some((name) => headers.has(name))

function headersOf(lines: readonly string[]): Headers {
  const end = lines.indexOf('')
  return new Map(
    lines.slice(0, end < 0 ? undefined : end).flatMap((line) => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const] : []
    }),
  )
}
