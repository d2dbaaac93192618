import { isTellable } from '../disclosure/small-groups.ts'
import { differenceOfShares, type Estimate, shareWithInterval } from '../statistics/intervals.ts'

/**
 * From asked to talked about, each step among those of the step before it. Invited: an invitation was sent. Started:
 * the first answer was saved. Completed: submitted. Opened: a clinician had it on the one-pager for five seconds; among
 * the completed that were due. Discussed: a person said so.
 */
const funnelSteps = ['invited', 'started', 'completed', 'opened', 'discussed'] as const
export type FunnelStep = (typeof funnelSteps)[number]
/**
 * Two counts are no step. Due: the completed whose talk is not still to come. Declined: of the invited, who said they
 * would rather not and sent nothing.
 */
export type FunnelCounts = Record<FunnelStep | 'due' | 'declined', number>

const counted = [...funnelSteps, 'due', 'declined'] as const

export const emptyFunnel: FunnelCounts = {
  invited: 0,
  started: 0,
  completed: 0,
  due: 0,
  opened: 0,
  discussed: 0,
  declined: 0,
}

/** `n` of `of`, and the share 0–1 with its 95 % interval: null while `of` is a small group. */
export type FunnelFigure = { n: number; of: number; share: Estimate | null }

export type Funnel = {
  /** `of`: those who could make the step; of the opened, the completed whose talk is not still to come. */
  steps: { id: FunnelStep; n: number; of: number | null; ofPrevious: number | null }[]
  /** Of the invited, who said: I’d rather not. */
  declined: number
  /** Of the completed, whose talk is still to come. */
  toCome: number
  /** The two figures of our soul: who starts of the invited, and what of the due is opened and discussed. */
  started: FunnelFigure
  discussed: FunnelFigure
}

/** The funnel of one period; null when too few `people` were invited to tell: one person can be invited twice. */
export function describeFunnel(counts: FunnelCounts, people = counts.invited): Funnel | null {
  if (!isTellable(people)) return null
  return {
    steps: funnelSteps.map((id, place) => {
      const before = id === 'opened' ? 'due' : funnelSteps[place - 1]
      const of = before ? counts[before] : null
      return { id, n: counts[id], of, ofPrevious: of === null ? null : shareOf(counts[id], of) }
    }),
    declined: counts.declined,
    toCome: counts.completed - counts.due,
    started: figure(counts.started, counts.invited),
    discussed: figure(counts.discussed, counts.due),
  }
}

/** Adds up the funnels of parts of a period. */
export const addFunnels = (parts: readonly FunnelCounts[]): FunnelCounts =>
  parts.reduce(
    (sum, part) => Object.fromEntries(counted.map((name) => [name, sum[name] + part[name]])) as FunnelCounts,
    emptyFunnel,
  )

/** Whether a share moved by more than chance allows (the 95 % interval of the difference excludes 0). */
export type Move = 'higher' | 'lower' | 'no-signal' | 'too-few'

export function compareShares(now: Estimate | null, before: Estimate | null): Move {
  if (!now || !before) return 'too-few'
  const { low, high } = differenceOfShares(now, before)
  if (low > 0) return 'higher'
  return high < 0 ? 'lower' : 'no-signal'
}

const shareOf = (n: number, of: number) => (isTellable(of) ? n / of : null)

const figure = (n: number, of: number): FunnelFigure => ({
  n,
  of,
  share: isTellable(of) ? shareWithInterval(n, of) : null,
})
