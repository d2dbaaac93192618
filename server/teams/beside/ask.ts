import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { assessments } from '../../db/schema/care.ts'
import type { Deps } from '../../deps.ts'
import { type Questions, questions, type Reading } from './questions.ts'

/** Assessments of a team that are read here: 20 ms, which nobody who sends answers notices. */
const FEW = 1000

type Given<Name extends keyof Questions> = Parameters<Questions[Name]>[1]
type Answer<Name extends keyof Questions> = Awaited<ReturnType<Questions[Name]>>

/** Answers for a small team at once, and for a large one in the thread beside, so that submissions do not wait for it. */
export async function askBeside<Name extends keyof Questions>(
  deps: Reading & Pick<Deps, 'beside'>,
  name: Name,
  given: Given<Name>,
): Promise<Answer<Name>> {
  if (deps.beside && !(await isSmall(deps.db, given.team.id)))
    return (await deps.beside(name, given)) as Answer<Name>
  const here = questions[name] as (reading: Reading, given: Given<Name>) => Promise<Answer<Name>>
  return here(deps, given)
}

async function isSmall(db: Tx, teamId: string): Promise<boolean> {
  const some = await db
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.teamId, teamId))
    .limit(FEW + 1)
  return some.length <= FEW
}
