import { type Estimate, shareWithInterval } from './intervals.ts'
import { hiddenCells, isTellable } from './small-groups.ts'
import type { Localised } from './words.ts'

// Who starts after an invitation, and who does not: the figure that everything about mail is for.

/** By what the invited are divided; `moment` by outcome set and moment. */
export const divisions = ['channel', 'age', 'language', 'weekday', 'hour', 'moment'] as const
export type Division = (typeof divisions)[number]

/**
 * How far somebody came. Delivered: it did not come back. Started: the first answer was saved. Completed: sent. Seen: a
 * clinician had it open before the visit that it is for. Discussed: a person said so.
 */
const startSteps = ['delivered', 'started', 'completed', 'seen', 'discussed'] as const
export type StartStep = (typeof startSteps)[number]

/** One questionnaire that somebody was invited to, counted from its first invitation that went. */
export type Invited = Record<Division, string> & { person: string } & Record<StartStep, boolean>

/** The invited, and how many of them came so far; `share` is of who started. Null where a group is too small. */
export type Starts = ({ invited: number; share: Estimate } & Record<StartStep, number>) | null
export type StartsGroup = { by: Division; id: string; title: Localised | null; starts: Starts }

/**
 * How many of each group started. Groups of a division in which too few people are, or which could be worked out from
 * the others, are null; a division with nobody in a group has no such group.
 */
export function startsBy(invited: readonly Invited[], by: Division): Omit<StartsGroup, 'title'>[] {
  const groups = [...Map.groupBy(invited, (one) => one[by])].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const hidden = hiddenCells(groups.map(([, all]) => peopleIn(all)))
  return groups.map(([id, all], place) => ({ by, id, starts: hidden[place] ? null : startsOf(all) }))
}

/** The same of everybody. */
export function startsOf(invited: readonly Invited[]): Starts {
  const count = (step: StartStep) => invited.filter((one) => one[step]).length
  const steps = Object.fromEntries(startSteps.map((step) => [step, count(step)])) as Record<StartStep, number>
  const share = shareWithInterval(steps.started, invited.length)
  if (!share || !isTellable(peopleIn(invited))) return null
  return { invited: invited.length, share, ...steps }
}

const peopleIn = (invited: readonly Invited[]) => new Set(invited.map(({ person }) => person)).size

export const ageBandOf = (age: number): string => (age < 65 ? 'under-65' : age < 75 ? '65-74' : '75-and-over')

/** The part of the day of a local time 'HH:MM'. */
export function hourBandOf(time: string): string {
  if (time < '10:00') return 'before-10'
  if (time < '13:00') return '10-13'
  return time < '17:00' ? '13-17' : 'from-17'
}
