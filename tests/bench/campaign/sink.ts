// A mail server that takes everything as fast as it can, and keeps nothing: what it costs is no part of the figures.
import { createServer, type Socket } from 'node:net'

let taken = 0

createServer(converse).listen(Number(process.env.PORT), '127.0.0.1')

process.on('message', (message) => {
  if (message === 'taken') process.send?.({ taken })
})

type Heard = { rest: string; isData: boolean }

function converse(socket: Socket) {
  let heard: Heard = { rest: '', isData: false }
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.write('220 sink\r\n')
  socket.on('data', (bytes) => {
    heard = answerAll(socket, { ...heard, rest: heard.rest + bytes.toString('latin1') })
  })
}

/** Commands of one line each; after DATA, everything up to a line with a dot alone. Gives what is not whole yet. */
function answerAll(socket: Socket, { rest, isData }: Heard): Heard {
  const mark = isData ? '\r\n.\r\n' : '\r\n'
  const end = rest.indexOf(mark)
  if (end < 0) return { rest, isData }
  const line = isData ? '' : rest.slice(0, end)
  if (isData) taken += 1
  socket.write(isData ? '250 taken\r\n' : answerTo(line))
  return answerAll(socket, { rest: rest.slice(end + mark.length), isData: /^data/i.test(line) })
}

function answerTo(line: string): string {
  if (/^ehlo/i.test(line)) return '250-sink\r\n250 PIPELINING\r\n'
  if (/^data/i.test(line)) return '354 go\r\n'
  return /^quit/i.test(line) ? '221 bye\r\n' : '250 ok\r\n'
}
