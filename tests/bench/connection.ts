import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

// A whole HTTP client costs more than the server it should measure: this one speaks only what the bench needs,
// HTTP/1.1 with keep-alive over one socket, one request at a time.

export type Answer = { status: number; head: string; body: string }
export type Ask = {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  headers?: string
  body?: string
}
export type Connection = { ask(request: Ask): Promise<Answer>; close(): void }

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  const host = `Host: localhost:${port}\r\nOrigin: http://localhost:${port}\r\n`
  const receive = receiver(socket)
  return {
    ask({ method, path, headers = '', body = '' }) {
      const length = method === 'GET' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`
      const answer = receive()
      socket.write(`${method} ${path} HTTP/1.1\r\n${host}${length}${headers}\r\n${body}`)
      return answer
    },
    close: () => socket.destroy(),
  }
}

function receiver(socket: Socket): () => Promise<Answer> {
  let received = ''
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = undefined
  }
  socket.setEncoding('latin1') // one character a byte, so that lengths are lengths
  socket.on('data', (chunk: string) => {
    received += chunk
    const answer = completeAnswer(received)
    if (!answer) return
    received = ''
    waiting?.resolve(answer)
    waiting = undefined
  })
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('The server closed the connection')))
  return () =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject }
    })
}

function completeAnswer(text: string): Answer | null {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = text.slice(0, end)
  const body = bodyOf(head, text.slice(end + 4))
  return body === null ? null : { status: Number(head.slice(9, 12)), head, body }
}

/** The body, or null while something of it is missing. */
function bodyOf(head: string, rest: string): string | null {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return rest.length >= Number(length) ? rest : null
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return ''
  return rest.endsWith('0\r\n\r\n') ? unchunked(rest) : null
}

function unchunked(text: string): string {
  let body = ''
  for (let at = 0; ; ) {
    const line = text.indexOf('\r\n', at)
    const size = Number.parseInt(text.slice(at, line), 16)
    if (!size) return body
    body += text.slice(line + 2, line + 2 + size)
    at = line + 2 + size + 2
  }
}
