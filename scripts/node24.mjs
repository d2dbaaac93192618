// Which Node runs the program. No imports but Node's own: this is read by old Nodes, with nothing installed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** True when a Node of this version reads TypeScript by itself: 22.18, or newer. */
export function readsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

const windows = process.platform === 'win32'
const shipped = join(
  root,
  `node_modules/node-${windows ? 'win' : process.platform}-${process.arch}/bin/${windows ? 'node.exe' : 'node'}`,
)

/** The Node 24 that `npm ci` brings; where it has none for this machine, the running Node if it is new enough; else undefined. */
export function findNode() {
  if (existsSync(shipped)) return shipped
  return readsTypeScript(process.versions.node) ? process.execPath : undefined
}

/** Environment in which `node` and the tools of node_modules are found first. */
export const toolsFirst = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
})

/** The file behind a command of node_modules, so that it runs without a shell on every platform. */
export const tool = {
  vite: join(root, 'node_modules/vite/bin/vite.js'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  biome: join(root, 'node_modules/@biomejs/biome/bin/biome'),
  oxlint: join(root, 'node_modules/oxlint/bin/oxlint'),
  knip: join(root, 'node_modules/knip/bin/knip.js'),
  drizzleKit: join(root, 'node_modules/drizzle-kit/bin.cjs'),
}

/** Runs a file under Node 24 and resolves to its exit code; -1 when a signal ended it. */
export function runNode(args, { env = {}, stdio = 'inherit', cwd = root } = {}) {
  const child = spawn(findNode(), args, { cwd, stdio, env: { ...toolsFirst(), ...env } })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? -1))
  })
}
