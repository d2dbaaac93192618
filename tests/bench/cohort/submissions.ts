import { and, eq, isNull, lt } from 'drizzle-orm'
import { askedInstruments } from '../../../server/acts/asked.ts'
import { submitResponse } from '../../../server/acts/submit-response.ts'
import { readConfig } from '../../../server/config.ts'
import { systemCtx } from '../../../server/ctx.ts'
import { assessments, enrolments } from '../../../server/db/schema/care.ts'
import { responses } from '../../../server/db/schema/outcomes.ts'
import { createSeal } from '../../../server/db/seal.ts'
import { inventAnswers } from '../../../server/demo/answers.ts'
import { chanceOf } from '../../../server/demo/random.ts'
import { takeTriggers } from './storage.ts'
import type { CohortWorld } from './world.ts'

/** In turns, so that both meet the machine in the same mood; the first of each turn prepares its statements again. */
const TURN = 25
/** Turns of both before anything is measured: a program that has just begun is slow whatever it does. */
const WARM_UP = 2
const SECRET = 'a secret of the bench, and of nothing else'

/** Milliseconds of each submission: with the running figures, and with their triggers taken away. */
export async function timeSubmissions(world: CohortWorld, turns: number) {
  const all = WARM_UP + turns * 2
  const waiting = await unanswered(world, all * TURN)
  if (waiting.length < all * TURN) throw new Error('Too few assessments are left to answer')
  const waits = { counted: [] as number[], bare: [] as number[] }
  for (let turn = 0; turn < all; turn++) {
    const isCounted = turn % 2 === 0
    const putBack = isCounted ? async () => {} : await takeTriggers(world)
    const taken: number[] = []
    for (const one of waiting.slice(turn * TURN, (turn + 1) * TURN)) taken.push(await submit(world, one))
    await putBack()
    if (turn >= WARM_UP) waits[isCounted ? 'counted' : 'bare'].push(...taken.slice(1))
  }
  return waits
}

type Waiting = Awaited<ReturnType<typeof unanswered>>[number]

const unanswered = (world: CohortWorld, count: number) =>
  world.db
    .select({
      assessmentId: assessments.id,
      enrolmentId: assessments.enrolmentId,
      patientId: assessments.patientId,
      teamId: assessments.teamId,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      organisationId: enrolments.organisationId,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        isNull(responses.id),
        eq(assessments.moment, 'month-12'),
        lt(assessments.opensAt, world.now().toISOString()),
      ),
    )
    .limit(count)

async function submit(world: CohortWorld, target: Waiting): Promise<number> {
  const chance = chanceOf(target.assessmentId)
  const version = await world.definitions.version(target.setVersionId)
  const { instruments } = askedInstruments(version, target.moment)
  const answers = inventAnswers(instruments, () => chance.next(), chance)
  const deps = { ...world, config: readConfig({ SECRET }), seal: createSeal(SECRET) }
  const start = performance.now()
  await submitResponse(
    deps,
    systemCtx(target.organisationId, 'bench'),
    { ...target, timeZone: 'Europe/Amsterdam', responseId: null, submittedAt: null },
    {
      answers,
      version: 0,
      respondent: 'patient',
      mode: 'web',
      language: 'nl',
      topics: [],
      topicText: null,
      urgent: false,
    },
  )
  return performance.now() - start
}
