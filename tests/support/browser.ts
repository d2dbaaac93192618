// A real Chromium for the browser tests: the system's, playwright's own, or a fresh one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const MISSING =
  'The browser tests need Chromium: `sudo apt-get install chromium`, or set CHROMIUM_PATH to one (Chrome will do).'
const asRoot = process.getuid?.() === 0

/** The path of a Chromium: CHROMIUM_PATH, a known place, or playwright's own download. */
function findBrowser(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  return (given ? [given] : [...KNOWN, chromium.executablePath()]).find((place) => existsSync(place))
}

function run(command: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
}

/** Gets a Chromium when there is none: Debian's as root, else playwright's, which needs its download host. */
export function provideBrowser() {
  if (findBrowser()) return
  console.log('No Chromium found: installing one')
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update', '-qq')
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
  }
  if (!findBrowser()) run('playwright', 'install', 'chromium')
  if (!findBrowser()) throw new Error(MISSING)
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error(MISSING)
  return chromium.launch({ executablePath, args: asRoot ? ['--no-sandbox'] : [] })
}
