import { LONGEST_SECONDS, type PaceNote } from '../../../core/answers/pace.ts'
import type { PageTask } from '../../../core/answers/page-task.ts'
import { answerAt, type Drafts, shownPlaces, wayAt } from '../../../core/answers/walk.ts'
import type { Answer } from '../../../core/response.ts'
import { merged } from '../changes.ts'

/** Away for longer than this: not counted as time of a question. */
const MOST_SECONDS = 600

const seconds = (from: number) => Math.round((performance.now() - from) / 1000)

/** Where and how fast somebody answers, told along with the saves that are made anyway: never who. */
export function openPace({ assessments, places }: PageTask, drafts: () => Drafts) {
  const notes = new Map(assessments.map(({ id }): [string, PaceNote[]] => [id, []]))
  const fresh = new Set(assessments.filter(({ version }) => version === 0).map(({ id }) => id))
  const timed = new Map<string, number[]>()
  let isFirst = fresh.size === assessments.length
  let watched: { at: number; since: number } | null = null

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) watched = null
  })

  return {
    /** A question is on screen; its time counts when it was never reached before. */
    enter(at: number) {
      const place = places[at]
      const isNew = place && answerAt(drafts(), place) === undefined
      watched = isNew ? { at, since: performance.now() } : null
    },
    leave() {
      const place = watched && places[watched.at]
      const spent = watched ? seconds(watched.since) : 0
      watched = null
      if (!place || spent > MOST_SECONDS) return
      notes.get(place.assessment)?.push(['time', place.instrument, place.item, spent])
      timed.set(place.assessment, [...(timed.get(place.assessment) ?? []), spent])
    },
    /** Told before an answer is kept: the first one to this question leads to the next that was not reached. */
    answered(at: number, answer: Answer) {
      const place = places[at]
      if (!place || answerAt(drafts(), place) !== undefined) return
      const { assessment, instrument, item } = place
      const told = notes.get(assessment)
      if (isFirst && seconds(0) <= MOST_SECONDS) told?.push(['first', '', '', seconds(0)])
      isFirst = false
      told?.push(['answered', instrument, item, 0])
      const known = merged(drafts()[assessment] ?? {}, {
        [instrument]: { [item]: answer },
      })
      const after = { ...drafts(), [assessment]: known }
      const next = places[wayAt(places, after, at).next ?? -1]
      if (next?.assessment === assessment && answerAt(after, next) === undefined)
        told?.push(['reached', next.instrument, next.item, 0])
    },
    /** All of an assessment took so long, where it was answered here from begin to end in one go. */
    whole(id: string): PaceNote[] {
      const all = timed.get(id) ?? []
      const shown = shownPlaces(places, drafts()).filter((at) => places[at]?.assessment === id)
      const sum = all.reduce((before, spent) => before + spent, 0)
      return fresh.has(id) && all.length === shown.length && sum <= LONGEST_SECONDS
        ? [['whole', '', '', sum]]
        : []
    },
    /** Sends what is known along with a save; what was not taken goes with the next one. */
    async along<R extends { ok: boolean }>(id: string, send: (notes: PaceNote[]) => Promise<R>): Promise<R> {
      const taken = notes.get(id)?.splice(0) ?? []
      const reply = await send(taken)
      if (!reply.ok) notes.get(id)?.unshift(...taken)
      return reply
    },
  }
}

export type Pace = ReturnType<typeof openPace>
