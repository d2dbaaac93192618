import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'
import type { Deps } from '../deps.ts'
import { acknowledgement, type Verdict } from './answer.ts'
import { framed, openFrames } from './frames.ts'
import { type Hl7Message, readHl7 } from './message.ts'
import { addresseeOf } from './route.ts'
import { takeMessage } from './take-message.ts'

const MOST_BYTES = 1024 * 1024
const MOST_CONNECTIONS = 20
/** A message that has begun must be whole within this time; who says nothing may stay much longer. */
const FRAME_MS = 30_000
const IDLE_MS = 60 * 60_000

/** Listens for HL7v2, if a port is set. Resolves when senders can connect; the function it gives ends what is under way. */
export async function startMllp(deps: Deps): Promise<() => Promise<void>> {
  const { MLLP_PORT, MLLP_HOST } = deps.config
  if (!MLLP_PORT) return async () => {}
  const open = new Map<Socket, Conversation>()
  const server = serverFor(deps, (socket) => {
    open.set(socket, converse(deps, socket))
    socket.once('close', () => open.delete(socket))
  })
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(`Nobody can listen on MLLP_PORT=${MLLP_PORT} of MLLP_HOST=${MLLP_HOST} (${error.code})`),
      ),
    )
    server.listen(MLLP_PORT, MLLP_HOST, () => resolve())
  })
  deps.log.info({ port: MLLP_PORT, host: MLLP_HOST }, 'HL7v2 is taken in over MLLP')
  return async () => {
    server.close()
    await Promise.all([...open.values()].map(({ end }) => end()))
  }
}

function serverFor({ config }: Pick<Deps, 'config'>, converse: (socket: Socket) => void): Server {
  const { MLLP_CERT: cert, MLLP_KEY: key, MLLP_CA: ca } = config
  if (!cert || !key || !ca) return createServer(converse)
  return createTlsServer(
    { cert, key, ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    converse,
  )
}

/** `end` answers what has come in, and closes. */
type Conversation = { end(): Promise<void> }

/** One message at a time, in the order in which they come: the answer to one follows its commit, and only then the next. */
function converse(deps: Deps, socket: Socket): Conversation {
  const frames = openFrames(MOST_BYTES)
  let turn: Promise<void> = Promise.resolve()
  socket.setTimeout(IDLE_MS)
  socket.on('timeout', () => socket.destroy())
  socket.on('error', () => socket.destroy()) // a cut connection: whoever sent repeats what was not answered
  socket.on('data', (bytes: Buffer) => {
    const { messages, broken } = frames.take(bytes)
    socket.setTimeout(frames.isOpen() ? FRAME_MS : IDLE_MS)
    socket.pause()
    turn = turn
      .then(() => answerAll(deps, socket, messages))
      .then(() => {
        if (broken) deps.log.warn({ broken }, 'what came over MLLP cannot be read; the connection was closed')
        if (broken) socket.destroy()
        else socket.resume()
      })
  })
  return {
    async end() {
      socket.pause()
      await turn
      socket.destroySoon()
    },
  }
}

async function answerAll(deps: Deps, socket: Socket, messages: readonly Buffer[]) {
  for (const bytes of messages) {
    const { message, verdict } = await answer(deps, bytes, senderOf(socket))
    const ack = acknowledgement(message, verdict, deps.now(), deps.newId('ack').slice(-20))
    if (socket.writable) socket.write(framed(ack))
  }
}

/** The common name of the sender's certificate; null where none is asked for. */
function senderOf(socket: Socket): string | null {
  const name = socket instanceof TLSSocket ? socket.getPeerCertificate().subject?.CN : undefined
  return typeof name === 'string' ? name : null
}

type Answer = { message: Hl7Message | null; verdict: Verdict }

async function answer(deps: Deps, bytes: Buffer, sender: string | null): Promise<Answer> {
  const read = readOrWhyNot(bytes)
  if (typeof read === 'string') return { message: null, verdict: { code: 'AR', text: read } }
  try {
    const ctx = await addresseeOf(deps, read, sender)
    if (!ctx)
      return {
        message: read,
        verdict: { code: 'AR', text: 'No organisation here has this sending facility (MSH-4) and sender' },
      }
    return { message: read, verdict: await takeMessage(deps, ctx, read) }
  } catch (error) {
    deps.log.error({ failure: error instanceof Error ? error.name : 'unknown' }, 'a message over MLLP failed')
    return {
      message: read,
      verdict: { code: 'AE', text: 'Something went wrong here. Nothing was changed; send it again.' },
    }
  }
}

function readOrWhyNot(bytes: Buffer): Hl7Message | string {
  try {
    return readHl7(bytes) ?? 'This is not an HL7v2 message: it does not begin with MSH'
  } catch (error) {
    return error instanceof Error ? error.message : 'This message cannot be read'
  }
}
