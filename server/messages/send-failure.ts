import { isDeadNumber } from '../sms.ts'

/** What a failed delivery means. `why` is a code: the server's reply, or the error's name; never the reply's text. */
export type Failure = { why: string; final: boolean; addressDead: boolean }

// No such mailbox, no such domain, mailbox moved or disabled (RFC 3463); 5.1.7 and 5.1.8 are about the sender.
const DEAD = /\b5\.(?:1\.(?:1|2|3|6|10)|2\.1)\b/

/** Whether a status says that an address will never work, such as '5.1.1'. */
export const isDeadStatus = (status: string): boolean => DEAD.test(status)

// Only what the server says about the recipient or the mail itself is final. A refusal of the sender or of signing in
// is a fault of the settings: it must not burn every invitation that is waiting.
const ABOUT_THIS_MAIL = new Set(['RCPT TO', 'DATA'])

export function failureOf(error: unknown): Failure {
  const { responseCode, response, command, code } = (error ?? {}) as {
    responseCode?: number
    response?: string
    command?: string
    code?: string
  }
  if (!responseCode) return { why: code ?? 'no-answer', final: false, addressDead: false }
  const final = responseCode >= 500 && ABOUT_THIS_MAIL.has(command ?? '')
  const status = response?.match(/\b[45]\.\d{1,3}\.\d{1,3}\b/)?.[0]
  return {
    why: `smtp ${responseCode}${status ? ` ${status}` : ''}`,
    final,
    addressDead: final && isDeadStatus(response ?? ''),
  }
}

/** What the gateway for text messages answered, or that it did not. */
export function gatewayFailureOf(error: unknown): Failure {
  const { gatewayStatus } = (error ?? {}) as { gatewayStatus?: number }
  if (!gatewayStatus) return { why: 'gateway-silent', final: false, addressDead: false }
  const isDead = isDeadNumber(gatewayStatus)
  return { why: `gateway ${gatewayStatus}`, final: isDead, addressDead: isDead }
}

const MINUTE = 60_000
const LONGEST = 6 * 60 * MINUTE
/** With the waits below, the last try is two days after the first. */
export const MOST_ATTEMPTS = 16

/** How long to wait after the nth failed try, in milliseconds: a minute, then twice as long each time, six hours at most. */
export const waitAfter = (attempts: number): number => Math.min(MINUTE * 2 ** (attempts - 1), LONGEST)
