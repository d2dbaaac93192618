import type { Database } from '../../db/database.ts'
import { readDefinitions, SURVEYS } from '../../definitions/files.ts'
import { installDefinitions } from '../../definitions/install.ts'
import { claimMode } from '../../demo/mode.ts'
import type { Deps } from '../../deps.ts'
import { generate } from './generate.ts'
import { fillBeside } from './threads.ts'

const PER_TEAM = 4000

/** Only where the demo is, or nothing yet: invented patients and real ones never meet. */
export async function generateFor(
  { uncounted }: Database,
  deps: Deps,
  options: { patients: string; teams?: string },
): Promise<void> {
  const patients = wholeNumber(options.patients, '--patients')
  const teamCount = wholeNumber(options.teams ?? String(Math.ceil(patients / PER_TEAM)), '--teams')
  await claimMode(deps.db, true)
  await installDefinitions(deps, readDefinitions(SURVEYS))
  const start = performance.now()
  const { scores } = await generate(
    { ...deps, uncounted },
    { patients, teamCount },
    { fill: fillBeside(deps.config.DATABASE_URL) },
  )
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${patients} patients of ${teamCount} teams with ${scores} scores in ${seconds.toFixed(1)} s: ${Math.round(scores / seconds)} scores a second`,
  )
}

function wholeNumber(text: string, name: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 10_000_000)
    throw new Error(`${name} is a whole number from 1 to 10000000, and not "${text}".`)
  return number
}
