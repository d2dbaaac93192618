// Runs before `start`, `test` and `dev`, on whatever Node is there, with nothing installed: so no imports but Node's own.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNode, root } from './node24.mjs'

/**
 * Whether node_modules holds what package-lock.json asks for, given the `packages` of both lock files.
 * A package for another platform may be missing.
 */
export function isInstalled(wanted, present, platform = process.platform, arch = process.arch) {
  const forHere = ({ os, cpu, libc }) => os?.includes(platform) && cpu?.includes(arch) && !libc
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const there = present[path]
    return there ? there.version === entry.version : entry.optional === true && !forHere(entry)
  })
}

function readPackages(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node ${process.version} is too old to install this: use Node 20.19 or newer (nodejs.org).`)
}

function install() {
  console.log('Installing the dependencies: once, about a minute')
  // npm 10 would compile better-sqlite3 although its binary is in the package: no package of ours needs its
  // install script, so none is run. vite and Node 24 are wanted whatever NODE_ENV and .npmrc say.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { status } = npm([...args, '--loglevel=error'])
  if (status !== 0)
    fail(`\`npm ci\` failed (${status}). Is the npm registry reachable, and is there 1 GB of free disk?`)
}

function npm(args) {
  const cli = process.env.npm_execpath ?? ''
  // npm tells its scripts where it is and which Node it came with; started by hand, or by another tool, it is on the PATH.
  if (basename(cli) === 'npm-cli.js')
    return spawnSync(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], {
      stdio: 'inherit',
      cwd: root,
    })
  return spawnSync('npm', args, { stdio: 'inherit', cwd: root, shell: process.platform === 'win32' })
}

/** npm 10 removes this link together with the Nodes of other platforms; npm 11 leaves it. */
function linkNode() {
  const node = findNode()
  if (!node)
    fail(`There is no Node 24 in npm for ${process.platform}-${process.arch}: install Node 22.18 or newer.`)
  const bin = join(root, 'node_modules/.bin')
  if (process.platform === 'win32' || node === process.execPath || existsSync(join(bin, 'node'))) return
  mkdirSync(bin, { recursive: true })
  symlinkSync(relative(bin, node), join(bin, 'node'))
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  refuseOldNode()
  if (!isInstalled(readPackages('package-lock.json'), readPackages('node_modules/.package-lock.json')))
    install()
  linkNode()
}
