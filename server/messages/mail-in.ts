import type { Readable } from 'node:stream'
import type { SMTPServer } from 'smtp-server'
import type { Deps } from '../deps.ts'
import { messageReturnedTo } from '../outbox/return-address.ts'
import { readReturn } from './read-return.ts'
import { takeReturn } from './take-return.ts'

const MOST_BYTES = 5 * 1024 * 1024
/** A report stands in front; what follows is the mail that came back, or what somebody wrote. */
const READ_BYTES = 128 * 1024
const MOST_CLIENTS = 20
const IDLE_MS = 30_000

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

/**
 * Takes mail to the return addresses of mails that were sent, if a port is set, and no other mail. Resolves when it can
 * be sent; the function it gives ends it.
 */
export async function startMailIn(deps: Deps): Promise<() => Promise<void>> {
  const { MAIL_IN_PORT, MAIL_IN_HOST } = deps.config
  if (!MAIL_IN_PORT) return async () => {}
  const server = await serverFor(deps)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          `Nobody can listen on MAIL_IN_PORT=${MAIL_IN_PORT} of MAIL_IN_HOST=${MAIL_IN_HOST} (${error.code})`,
        ),
      ),
    )
    server.listen(MAIL_IN_PORT, MAIL_IN_HOST, () => resolve())
  })
  server.on('error', () => {}) // a broken connection is the sender's to notice
  deps.log.info({ port: MAIL_IN_PORT, host: MAIL_IN_HOST }, 'mail that comes back is taken in')
  return () => new Promise((resolve) => server.close(() => resolve()))
}

async function serverFor(deps: Deps): Promise<SMTPServer> {
  const { SMTPServer } = await import('smtp-server') // most houses read no mail
  const { MAIL_IN_CERT: cert, MAIL_IN_KEY: key } = deps.config
  const tls = cert && key ? { cert, key } : null
  return new SMTPServer({
    banner: 'returned mail only',
    authOptional: true,
    disabledCommands: ['AUTH', ...(tls ? [] : ['STARTTLS'])],
    ...tls,
    size: MOST_BYTES,
    maxClients: MOST_CLIENTS,
    socketTimeout: IDLE_MS,
    closeTimeout: 1000,
    onMailFrom(_sender, session, done) {
      done(tls && !session.secure ? refusal(530, '5.7.0 Only over STARTTLS') : undefined)
    },
    onRcptTo({ address }, session, done) {
      if (messageReturnedTo(deps.secret, address) === null)
        return done(refusal(550, '5.1.1 Nobody reads mail here'))
      done(session.envelope.rcptTo.length > 0 ? refusal(452, '4.5.3 One recipient at a time') : undefined)
    },
    onData(stream, { envelope }, done) {
      const sender = envelope.mailFrom ? envelope.mailFrom.address : ''
      const id = messageReturnedTo(deps.secret, envelope.rcptTo[0]?.address ?? '')
      beginningOf(stream)
        .then((text) => (id ? takeReturn(deps, id, readReturn(text, sender)) : undefined))
        .then(
          () => done(),
          (error: unknown) => {
            deps.log.error(
              { failure: error instanceof Error ? error.name : 'unknown' },
              'returned mail failed',
            )
            done(refusal(451, '4.3.0 Try again later'))
          },
        )
    },
  })
}

/** The first part of a mail; the rest is read, as a sender expects, and kept nowhere. */
async function beginningOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    if (length < READ_BYTES) parts.push(part)
    length += part.length
  }
  return Buffer.concat(parts).subarray(0, READ_BYTES).toString('latin1')
}
