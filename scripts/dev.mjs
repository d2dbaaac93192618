// `npm run dev`: one URL where the pages reload while you type, and the server restarts when its files change.
// The real server answers everything; only the scripts of its pages are replaced by vite's.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createServer as createVite } from 'vite'
import { findNode, root } from './node24.mjs'

const port = Number(process.env.PORT ?? 3000)
const serverPort = Number(process.env.SERVER_PORT ?? port + 1)
const PATIENCE = 100 // times a tenth of a second, while the server restarts

const front = createServer()
const vite = await createVite({
  configFile: join(root, 'vite.config.ts'),
  appType: 'custom',
  server: { middlewareMode: { server: front }, hmr: { server: front } },
})

const server = spawn(
  findNode(),
  ['--watch', '--watch-preserve-output', '--max-semi-space-size=8', join(root, 'bin/uitkomst.js'), 'serve'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: String(serverPort),
      PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    server.kill(signal)
    process.exit(0)
  })

/** Asks the server, waiting while it restarts. The body has been read already, so it can be sent twice. */
async function askServer(incoming, body, tries = PATIENCE) {
  try {
    return await new Promise((resolve, reject) => {
      const { method, url: path, headers } = incoming
      request(
        { port: serverPort, method, path, headers: { ...headers, 'accept-encoding': 'identity' } },
        resolve,
      )
        .once('error', reject)
        .end(body)
    })
  } catch (error) {
    if (error.code !== 'ECONNREFUSED' || tries === 0) throw error
    await pause(100)
    return askServer(incoming, body, tries - 1)
  }
}

/** The page as vite serves it, when the server's answer is one of our two built pages. */
async function livePage(url, html) {
  const entry = /src="\/assets\/(patient|staff)-/.exec(html)?.[1]
  if (!entry) return html
  const page = await readFile(join(root, 'web', entry, 'index.html'), 'utf8')
  return vite.transformIndexHtml(url, page.replaceAll('src="./', `src="/${entry}/`))
}

async function pass(incoming, outgoing) {
  const body = Buffer.concat(await Array.fromAsync(incoming))
  const answer = await askServer(incoming, body)
  const { 'content-security-policy': _, 'content-length': length, ...headers } = answer.headers
  if (!answer.headers['content-type']?.startsWith('text/html')) {
    outgoing.writeHead(answer.statusCode, { ...headers, ...(length && { 'content-length': length }) })
    return answer.pipe(outgoing)
  }
  const html = Buffer.concat(await Array.fromAsync(answer)).toString()
  outgoing.writeHead(answer.statusCode, headers).end(await livePage(incoming.url, html))
}

front.on('request', (incoming, outgoing) => {
  vite.middlewares(incoming, outgoing, () => {
    pass(incoming, outgoing).catch((error) =>
      outgoing.writeHead(502).end(`The server does not answer: ${error.message}`),
    )
  })
})
front.listen(port, () => console.log(`Development: http://localhost:${port}`))
