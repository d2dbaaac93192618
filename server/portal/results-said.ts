import { bandOf } from '../../core/instruments/bands.ts'
import { comparedDay } from './conclusion.ts'
import { told, type Voice } from './frame.ts'
import type { DomainResult } from './results.ts'

// What one domain's answers mean, in words: on the page and on paper.

/** The band of now, or of the day it was last asked, and of the time before; the number where the scale has no bands. */
export function meaning(voice: Voice, result: DomainResult, earlier: string | null): string {
  const { scale, trend } = result
  const { words, say: write } = voice
  if (!trend.last) return ''
  const word = (value: number) => {
    const band = bandOf(scale, value)
    return band ? told(voice, band.label) : null
  }
  const now = word(trend.last.value)
  const score = write.number(trend.last.value, scale.decimals)
  const said = isByProxy(result) ? ` ${words.lastByProxy}` : ''
  const today = now ? words.nowIs(now) : words.nowScore(score, write.number(scale.range[1], 0))
  const first = earlier ? words.wasOn(earlier, now ?? score) : today
  const before = trend.sincePrevious
  const then = before && word(before.value)
  return `${then ? `${first} ${words.wasOn(comparedDay(voice, result), then)}` : first}${said}`
}

/** Somebody else gave the newest score. */
const isByProxy = ({ trend: { points, last } }: DomainResult) =>
  points.some((point) => point.kind === 'score' && point.byProxy && point.assessmentId === last?.assessmentId)

/** What changed since the answers before; null for the first. */
export function verdictOf(
  voice: Voice,
  result: DomainResult,
): { kind: 'better' | 'worse' | 'same'; text: string } | null {
  const { words } = voice
  const change = result.trend.sincePrevious
  if (!change) return null
  const date = comparedDay(voice, result)
  if (change.kind === 'better' || change.kind === 'worse')
    return { kind: change.kind, text: words[change.kind](date) }
  return { kind: 'same', text: change.kind === 'unknown' ? words.unknownChange : words.same(date) }
}
