import { approximateDays } from '../duration.ts'
import type { Moment } from '../moment.ts'

export type MomentFault = 'no-name' | 'no-time' | 'no-limit' | 'nothing-asked' | 'wrong-order' | 'backwards'

/** What is wrong with a moment as somebody fills it in, the first thing first; null where it can be taken over. */
export function momentFault(moment: Moment): MomentFault | null {
  const { title, opens, due, closes, linkDead, instruments, reminders, skipIfAnsweredWithin } = moment
  const { ifScores = [] } = moment
  if (!title.nl.trim() || !title.en.trim()) return 'no-name'
  const times = [opens, due, closes, linkDead]
  const lengths = [...times, ...reminders.map(({ offset }) => offset), skipIfAnsweredWithin ?? 'P1D']
  lengths.push(...ifScores.map(({ within }) => within))
  if (lengths.includes('')) return 'no-time'
  if (ifScores.some(({ value }) => !Number.isFinite(value))) return 'no-limit'
  if (instruments.length === 0) return 'nothing-asked'
  const days = times.map(approximateDays)
  if (days.some((at, place) => at < (days[place - 1] ?? at))) return 'wrong-order'
  const isBackwards = reminders.some(({ from, offset }) => from === 'opening' && offset.startsWith('-'))
  return isBackwards ? 'backwards' : null
}
