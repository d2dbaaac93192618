import type { StopReason } from '../response.ts'
import { type GradedAnswer, type GradedItem, itemInformation } from './graded-response.ts'
import type { Prior, Trait } from './trait.ts'

/**
 * When enough was asked, on the scale of θ. The rules that HealthMeasures publishes for adults: at least 4 and at most 12
 * questions, or a standard error below 0.3; its shorter one: at most 8, or an error that changes by less than 0.01.
 */
export type Stopping = {
  least: number
  most: number
  standardError: number
  /** Ends where one more answer changed the error by less than this; an answer that nobody expected can make it larger, and then there is more to ask. */
  gain?: number | undefined
  /** Ends after a first answer in this category: whoever has no complaint is asked one question. */
  screen?: number | undefined
}

/** The questions with their parameters, from the lowest category upwards; where somebody stands before the first answer. */
export type Bank = {
  items: ReadonlyMap<string, GradedItem>
  prior: Prior
  estimate: (answers: readonly GradedAnswer[], prior: Prior) => Trait
  /** The first question; without it the one that tells most at the prior's mean. */
  start?: string | undefined
  stopping: Stopping
}

/** One question that was asked: the category of the answer, null where it was passed over, and θ after it. */
export type TraceStep = { item: string; category: number | null; theta: number; standardError: number }

/** What was asked so far, and either the next question or why there is none. */
export type Way = { trace: TraceStep[]; next: string | null; stopped: StopReason | null }

/** The category of an answer; null where the question was passed over, undefined where it was not reached. */
export type CategoryOf = (item: string) => number | null | undefined

/**
 * The port: from a bank and what was answered to the next question. The same answers always give the same way, so the
 * whole trace follows from the answers and the version of the bank, and need not be kept beside them.
 */
export type AdaptiveEngine = (bank: Bank, categoryOf: CategoryOf) => Way

/** Asks what tells most about where somebody seems to stand now (maximum Fisher information; Lord 1980). */
export const gradedResponseEngine: AdaptiveEngine = (bank, categoryOf) => {
  const trace: TraceStep[] = []
  const answers: GradedAnswer[] = []
  let { theta, standardError } = bank.estimate([], bank.prior)
  for (;;) {
    const asked = new Set(trace.map(({ item }) => item))
    const stopped = whyStop(bank, trace, answers.length)
    const next = stopped ? null : nextItem(bank, asked, theta)
    if (stopped || next === null) return { trace, next: null, stopped: stopped ?? 'bank-empty' }
    const category = categoryOf(next)
    const item = bank.items.get(next)
    if (category === undefined || !item) return { trace, next, stopped: null }
    if (category !== null) {
      answers.push({ item, category })
      ;({ theta, standardError } = bank.estimate(answers, bank.prior))
    }
    trace.push({ item: next, category, theta, standardError })
  }
}

function whyStop({ stopping }: Bank, trace: readonly TraceStep[], answered: number): StopReason | null {
  const last = trace.at(-1)
  if (!last) return null
  const { least, most, standardError, gain, screen } = stopping
  if (screen !== undefined && trace.length === 1 && last.category === screen) return 'screened'
  if (answered >= least && last.standardError < standardError) return 'precise'
  const before = trace.at(-2)
  const turned = before && last.category !== null ? Math.abs(before.standardError - last.standardError) : null
  if (answered >= least && gain !== undefined && turned !== null && turned < gain) return 'no-gain'
  return trace.length >= most ? 'most-questions' : null
}

/** The first question, then the one with most information at θ; of two that tell the same, the earlier in the bank. */
function nextItem({ items, start }: Bank, asked: ReadonlySet<string>, theta: number): string | null {
  if (asked.size === 0 && start !== undefined) return start
  let best: { key: string; information: number } | null = null
  for (const [key, item] of items) {
    if (asked.has(key)) continue
    const information = itemInformation(item, theta)
    if (!best || information > best.information) best = { key, information }
  }
  return best?.key ?? null
}
