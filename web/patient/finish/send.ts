import { type Finish, postSubmit, type Sent } from '../api.ts'
import type { Keeper } from '../keeper.ts'
import type { Spot } from '../questionnaire/questionnaire.tsx'
import type { Assessment } from '../task.ts'
import type { Topics } from './topics.tsx'

export type Outcome =
  | { kind: 'sent'; sent: Sent[] }
  | { kind: 'failed' | 'changed' | 'asleep' | 'gone' }
  | { kind: 'missing'; spot: Spot }

const LOOKS = 160
const PAUSE_MS = 50

/** Sends every assessment of the task, one after the other. Trying again is harmless: what was sent is told again. */
export async function sendAll(
  assessments: readonly Assessment[],
  keeper: Keeper,
  { topics, topicText }: Topics,
  urgent: boolean,
): Promise<Outcome> {
  if (!(await settled(keeper))) return { kind: 'failed' }
  const sent: Sent[] = []
  for (const assessment of assessments) {
    const known = topics.filter((topic) => assessment.topics.some(({ id }) => id === topic))
    const finish = { topics: known, topicText: topicText.trim() || null, urgent }
    const reply = await sendOne(assessment, keeper, finish)
    if (reply.kind !== 'sent') return reply
    sent.push(...reply.sent)
  }
  return { kind: 'sent', sent }
}

async function sendOne({ id, forms }: Assessment, keeper: Keeper, finish: Finish): Promise<Outcome> {
  const answers = keeper.answersOf(id)
  const all = Object.fromEntries(forms.map((form) => [form.id, answers[form.id] ?? {}]))
  const reply = await postSubmit(id, keeper.versionOf(id), all, finish)
  if (reply.ok) return { kind: 'sent', sent: [reply.value] }
  if (reply.status === 412) {
    keeper.adopt(id, reply.detail)
    return { kind: 'changed' }
  }
  const [missing] = reply.status === 422 ? ((reply.detail.problems ?? []) as Spot[]) : []
  if (missing) return { kind: 'missing', spot: { ...missing, assessment: id } }
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
