import type { Config } from './config.ts'
import type { TextTransport } from './deps.ts'

const PATIENCE_MS = 15_000
/** Said of a number that takes no text messages, now or ever. Anything else may be mended, a wrong SMS_URL too. */
const DEAD_NUMBER = 422

/**
 * The gateway for text messages behind SMS_URL. One POST of JSON for each, with the same Idempotency-Key however often
 * it is tried:
 *
 *     POST SMS_URL
 *     Authorization: Bearer SMS_TOKEN
 *     Idempotency-Key: msg_01J…
 *     {"id": "msg_01J…", "to": "+31612345678", "from": "DeVaart", "text": "…"}
 *
 * 2xx: taken. 422: no text message can go to this number. Anything else, and silence: try again later.
 * Without SMS_URL nothing can be sent: a demo keeps its text messages for the inbox page.
 */
export function createTexts({ SMS_URL, SMS_TOKEN, SMS_FROM }: Config): TextTransport {
  if (!SMS_URL) return { send: async () => {} }
  return {
    async send({ id, to, text }) {
      const answer = await fetch(SMS_URL, {
        method: 'POST',
        redirect: 'error', // a token goes nowhere else
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': id,
          ...(SMS_TOKEN ? { Authorization: `Bearer ${SMS_TOKEN}` } : {}),
        },
        body: JSON.stringify({ id, to, from: SMS_FROM, text }),
      })
      await answer.body?.cancel()
      if (!answer.ok)
        throw Object.assign(new Error('The gateway did not take it'), { gatewayStatus: answer.status })
    },
  }
}

/** Whether the gateway said that this number will never work. */
export const isDeadNumber = (status: number): boolean => status === DEAD_NUMBER
