// `npm run check`: everything about the code that needs no running program. All are run, and all complaints shown.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { findNode, root, tool, toolsFirst } from './node24.mjs'

const CHECKS = [
  { name: 'types', args: [tool.tsc, '-p', root] },
  { name: 'lint', args: [tool.oxlint, '--type-aware', '--deny-warnings'] },
  { name: 'migrations', args: [join(root, 'scripts/migrations.mjs'), '--check'] },
  { name: 'dead code', args: [tool.knip, '--no-progress', '--no-config-hints'] },
  { name: 'floors', args: [tool.vitest, 'run', '--project', 'unit', 'tests/unit/floors.test.ts'] },
  { name: 'format and lint', args: [tool.biome, 'check', '--error-on-warnings', '--max-diagnostics=50'] },
]

/** Runs one check and says how it went; what it printed only when it complains. */
function runCheck({ name, args }) {
  const started = performance.now()
  const child = spawn(findNode(), args, { cwd: root, env: toolsFirst(), stdio: ['ignore', 'pipe', 'pipe'] })
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve) => {
    child.once('error', (error) => output.push(Buffer.from(error.message)))
    child.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      if (code !== 0) console.log(Buffer.concat(output).toString().trimEnd())
      console.log(`${code === 0 ? 'ok    ' : 'WRONG '} ${name} (${seconds} s)`)
      resolve(code === 0)
    })
  })
}

const waiting = [...CHECKS]
const results = []
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await runCheck(next))
}
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))

const wrong = results.filter((good) => !good).length
console.log(wrong === 0 ? 'Everything checks out' : `${wrong} of ${results.length} checks complain`)
process.exitCode = wrong === 0 ? 0 : 1
