import type { Moment } from '../outcome-sets/moment.ts'
import { approximateDays } from '../time/duration.ts'

export type MomentFault =
  | 'no-name'
  | 'no-time'
  | 'no-limit'
  | 'nothing-asked'
  | 'wrong-order'
  | 'backwards'
  | 'no-date'
  | 'bad-number'
  | 'too-often'
  | 'skips-other'

/** What is wrong with a moment as somebody fills it in, the first thing first; null where it can be taken over. */
export function momentFault(moment: Moment): MomentFault | null {
  const { title, anchor, opens, due, closes, linkDead, instruments, reminders, skipIfAnsweredWithin } = moment
  const { ifScores = [], repeats, respondent } = moment
  if (!title.nl.trim() || !title.en.trim()) return 'no-name'
  if (anchor.kind === 'date' && anchor.date === '') return 'no-date'
  const times = [opens, due, closes, linkDead]
  const lengths = [...times, ...reminders.map(({ offset }) => offset), skipIfAnsweredWithin ?? 'P1D']
  lengths.push(...ifScores.map(({ within }) => within))
  lengths.push(repeats?.every ?? 'P1D')
  if (lengths.includes('')) return 'no-time'
  if (ifScores.some(({ value }) => !Number.isFinite(value))) return 'no-limit'
  if (instruments.length === 0) return 'nothing-asked'
  const days = times.map(approximateDays)
  if (days.some((at, place) => at < (days[place - 1] ?? at))) return 'wrong-order'
  const isBackwards = reminders.some(({ from, offset }) => from === 'opening' && offset.startsWith('-'))
  if (isBackwards) return 'backwards'
  if (respondent && skipIfAnsweredWithin !== undefined) return 'skips-other'
  return oftenFault(moment)
}

/** What is wrong with how often something is asked, and how much it weighs. */
function oftenFault({ repeats, weight = 5 }: Moment): MomentFault | null {
  const isIn = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most
  if (!isIn(weight, 9) || !isIn(repeats?.times ?? 1, 60)) return 'bad-number'
  return repeats && approximateDays(repeats.every) < 1 ? 'too-often' : null
}
