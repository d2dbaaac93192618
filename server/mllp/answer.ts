import type { Hl7Message } from './message.ts'
import { stampOf } from './time.ts'

/** AA: it is in. AE: something in it is wrong. AR: it is not for us, or cannot be read at all. */
export type Verdict = { code: 'AA' | 'AE' | 'AR'; text: string }

/** The acknowledgement of a message; of one that could not be read, only that. */
export function acknowledgement(message: Hl7Message | null, { code, text }: Verdict, now: Date, id: string) {
  const msh = message?.first('MSH')
  const of = (field: number) => escaped(msh?.field(field).at(1) ?? '')
  const event = msh?.field(9).at(2) ?? ''
  const header = [
    'MSH|^~\\&',
    of(5),
    of(6),
    of(3),
    of(4),
    stampOf(now),
    '',
    event ? `ACK^${escaped(event)}^ACK` : 'ACK',
    id,
    of(11) || 'P',
    of(12) || '2.4',
  ]
  header[CHARSET] = 'UNICODE UTF-8'
  const lines = [header.join('|'), `MSA|${code}|${of(10)}|${escaped(text)}`]
  return `${lines.join('\r')}\r`
}

/** The place of MSH-18, counted from MSH itself; the bar is MSH-1. */
const CHARSET = 17

const ESCAPED: Record<string, string> = {
  '|': '\\F\\',
  '^': '\\S\\',
  '~': '\\R\\',
  '\\': '\\E\\',
  '&': '\\T\\',
}
const escaped = (text: string) =>
  text.replace(/[|^~\\&]/g, (mark) => ESCAPED[mark] ?? '').replace(/\p{Cc}/gu, ' ')
