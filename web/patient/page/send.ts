import type { PageAssessment } from '../../../core/answers/page-task.ts'
import { type Finish, postSubmit } from '../api.ts'
import type { Keeper } from '../keeper.ts'
import type { Pace } from './pace.ts'

export type Spot = { assessment: string; instrument: string; item: string }
export type Outcome =
  | { kind: 'sent' | 'failed' | 'changed' | 'asleep' | 'gone' }
  | ({ kind: 'missing' } & Spot)

const LOOKS = 160
const PAUSE_MS = 50

/** Sends every assessment, one after the other. Trying again is harmless: what was sent is told again. */
export async function sendAll(
  assessments: readonly PageAssessment[],
  keeper: Keeper,
  pace: Pace,
  given: Finish,
): Promise<Outcome> {
  if (!(await settled(keeper))) return { kind: 'failed' }
  for (const assessment of assessments) {
    const outcome = await sendOne(assessment, keeper, pace, given)
    if (outcome.kind !== 'sent') return outcome
  }
  return { kind: 'sent' }
}

async function sendOne(
  { id, instruments, topics }: PageAssessment,
  keeper: Keeper,
  pace: Pace,
  given: Finish,
): Promise<Outcome> {
  const answers = keeper.answersOf(id)
  const all = Object.fromEntries(instruments.map((name) => [name, answers[name] ?? {}]))
  const finish = { ...given, topics: given.topics.filter((topic) => topics.includes(topic)) }
  const reply = await pace.along(id, (notes) =>
    postSubmit(id, keeper.versionOf(id), all, finish, [...notes, ...pace.whole(id)]),
  )
  if (reply.ok) return { kind: 'sent' }
  if (reply.status === 412) {
    keeper.adopt(id, reply.detail)
    return { kind: 'changed' }
  }
  const [missing] = reply.status === 422 ? ((reply.detail.problems ?? []) as Omit<Spot, 'assessment'>[]) : []
  if (missing) return { kind: 'missing', assessment: id, instrument: missing.instrument, item: missing.item }
  if (reply.status === 401 || reply.status === 403) return { kind: 'asleep' }
  if (reply.status === 409 || reply.status === 404) return { kind: 'gone' }
  return { kind: 'failed' }
}

/** Waits until every answer is saved, but not for ever. */
async function settled(keeper: Keeper): Promise<boolean> {
  keeper.retry()
  for (let look = 0; look < LOOKS && !keeper.isSettled(); look++)
    await new Promise((done) => setTimeout(done, PAUSE_MS))
  return keeper.isSettled()
}
