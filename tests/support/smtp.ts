// A real SMTP server that keeps what it is handed, and that can be told to fail like real ones do.
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = Email & { envelope: { from: string; to: string[] } }

/**
 * How the next deliveries go wrong: refused for now (4xx), refused for good (5xx), or taken and kept,
 * but the connection breaks before the sender hears so, or the sender never hears anything.
 */
export type Failure = 'later' | 'never' | 'cut' | 'silent'

export type TestSmtp = {
  url: string
  /** All that was taken, oldest first. */
  mails: ReceivedMail[]
  /** Lets the next `times` deliveries go wrong, `after` so many that go well. */
  fail(how: Failure, times?: number, after?: number): void
  /** How many deliveries were taken without a word so far. */
  waiting(): number
  /** From now on all goes well. */
  recover(): void
  /** The first mail taken, or yet to be taken, that fits. */
  waitForMail(fits?: (mail: ReceivedMail) => boolean, milliseconds?: number): Promise<ReceivedMail>
  close(): Promise<void>
}

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
const answers = {
  later: refusal(451, 'Try again later'),
  never: refusal(550, 'No such mailbox'),
}

export async function startSmtp(): Promise<TestSmtp> {
  const mails: ReceivedMail[] = []
  const failures: (Failure | null)[] = []
  let silent = 0

  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100, // milliseconds: pooled senders keep their connections open
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const take = async () => {
        const content = await buffer(stream)
        const failure = failures.shift()
        if (failure === 'later' || failure === 'never') return done(answers[failure])
        const { mailFrom, rcptTo } = session.envelope
        const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) }
        mails.push({ ...(await PostalMime.parse(content)), envelope })
        if (failure === 'cut') return breakConnections()
        if (failure === 'silent') {
          silent += 1
          return
        }
        done()
      }
      take().catch(done)
    },
  })
  const breakConnections = () => {
    for (const { _socket: socket } of server.connections as Set<{ _socket?: { destroy(): void } }>)
      socket?.destroy()
  }
  server.on('error', () => {}) // a broken connection is the sender's to notice
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    fail: (how, times = 1, after = 0) =>
      void failures.push(...Array<null>(after).fill(null), ...Array<Failure>(times).fill(how)),
    waiting: () => silent,
    recover: () => {
      failures.length = 0
      silent = 0
    },
    waitForMail: (fits = () => true, milliseconds = 10_000) => waitForMail(mails, fits, milliseconds),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function waitForMail(
  mails: ReceivedMail[],
  fits: (mail: ReceivedMail) => boolean,
  milliseconds: number,
): Promise<ReceivedMail> {
  const until = performance.now() + milliseconds
  for (;;) {
    const found = mails.find(fits)
    if (found) return found
    if (performance.now() > until) {
      const seen = mails.map(({ subject, envelope }) => `  ${envelope.to.join(', ')}: ${subject}`)
      throw new Error(
        `No such mail within ${milliseconds} ms; there were ${mails.length}:\n${seen.join('\n')}`,
      )
    }
    await pause(20)
  }
}
