// `npm test`: builds the pages, gets what the tests need from the machine, runs all of them and counts.
// With arguments (`npm test -- --project api`), they go to vitest.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runNode, tool } from './node24.mjs'

const PROJECTS = {
  unit: [],
  api: [],
  'api-postgres': ['postgres'],
  e2e: ['browser'],
  'e2e-postgres': ['browser', 'postgres'],
}

/**
 * How many tests of a vitest JSON report passed and failed. A file that did not even load counts as one failure,
 * a test that was skipped too: it showed nothing.
 */
export function countTests({ testResults }) {
  let passed = 0
  let failed = 0
  for (const { status, assertionResults } of testResults) {
    const good = assertionResults.filter((test) => test.status === 'passed').length
    const bad = assertionResults.length - good
    passed += good
    failed += bad === 0 && status === 'failed' ? 1 : bad
  }
  return { passed, failed }
}

/** Which of the needs this machine cannot meet, each told on the error output with what to do. */
async function findMissing(needs) {
  const missing = []
  for (const need of needs)
    if ((await runNode([join(root, 'tests/support/ready.ts'), need])) !== 0) missing.push(need)
  return missing
}

async function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-tests-'))
  const report = join(folder, 'report.json')
  const code = await runNode([
    tool.vitest,
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const counts = existsSync(report)
    ? countTests(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
  rmSync(folder, { recursive: true })
  return { code, ...counts }
}

async function main(args) {
  if ((await runNode([join(root, 'scripts/build.mjs')])) !== 0) return { passed: 0, failed: 1 }

  const missing = args.length > 0 ? [] : await findMissing(['postgres', 'browser'])
  const able = Object.keys(PROJECTS).filter((name) => !PROJECTS[name].some((need) => missing.includes(need)))
  const { code, passed, failed } = await runVitest(
    args.length > 0 ? args : able.flatMap((name) => ['--project', name]),
  )

  const unable = args.length > 0 ? [] : Object.keys(PROJECTS).filter((name) => !able.includes(name))
  for (const name of unable)
    console.error(`Not run, because ${PROJECTS[name].join(' or ')} is missing: ${name}`)
  // Vitest may object to something that is no test: an unhandled rejection, a server that does not start.
  const unexplained = code !== 0 && failed === 0 ? 1 : 0
  return { passed, failed: failed + unable.length + unexplained }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed } = await main(process.argv.slice(2))
  if (passed + failed === 0) console.error('No test was found')
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = passed === 0 || failed > 0 ? 1 : 0
}
