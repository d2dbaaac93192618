import { inArray } from 'drizzle-orm'
import { isAmongOthers } from '../../../core/figures/team-comparison.ts'
import type { Tx } from '../../db/database.ts'
import { assessments } from '../../db/schema/care.ts'
import type { Deps } from '../../deps.ts'
import { takingPart } from '../scope.ts'
import { type Questions, questions } from './questions.ts'
import type { Reading } from './reading.ts'
import { onceToday } from './today.ts'

/** Assessments that are read here: 20 ms, which nobody who sends answers notices. */
const FEW = 1000

type Given<Name extends keyof Questions> = Parameters<Questions[Name]>[1]
type Answer<Name extends keyof Questions> = Awaited<ReturnType<Questions[Name]>>

/** Answers about a small team at once, and about many people in the thread beside, so that submissions do not wait for it. */
export async function askBeside<Name extends keyof Questions>(
  deps: Reading & Pick<Deps, 'beside'>,
  name: Name,
  given: Given<Name>,
): Promise<Answer<Name>> {
  const { beside } = deps
  if (beside && !(await areFew(deps.db, await teamsOf(deps.db, name, given))))
    return onceToday({ ...deps, beside }, name, given, () => beside(name, given) as Promise<Answer<Name>>)
  const here = questions[name] as (reading: Reading, given: Given<Name>) => Promise<Answer<Name>>
  return here(deps, given)
}

/** Whose patients a question goes through: beside others, also a small team's is about the whole region. */
async function teamsOf(
  db: Tx,
  name: keyof Questions,
  given: Given<keyof Questions>,
): Promise<readonly string[]> {
  if ('teams' in given) return given.teams.map(({ id }) => id)
  const isWide = name === 'comparison' && isAmongOthers((given as Given<'comparison'>).asked.by)
  const asked = isWide ? await takingPart(db, given.team) : [given.team]
  return asked.map(({ id }) => id)
}

/** Whether a team's questions are answered beside the server. */
export const isLarge = async (db: Tx, { id }: { id: string }): Promise<boolean> => !(await areFew(db, [id]))

async function areFew(db: Tx, teamIds: readonly string[]): Promise<boolean> {
  const more = await db
    .select({ teamId: assessments.teamId }) // an index has it: no row is read
    .from(assessments)
    .where(inArray(assessments.teamId, [...teamIds]))
    .limit(1)
    .offset(FEW)
  return more.length === 0
}
