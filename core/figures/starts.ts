import { hiddenGroups, isTellable } from '../disclosure/small-groups.ts'
import { type Estimate, shareWithInterval } from '../statistics/intervals.ts'
import type { Localised } from '../words.ts'

// Who starts after an invitation, and who does not: the figure that everything about mail is for.

/** By what people are divided; `moment` by outcome set and moment. */
export const divisions = ['set', 'moment', 'channel', 'age', 'language', 'weekday', 'hour'] as const
export type Division = (typeof divisions)[number]

/** Who was not invited has no channel, day or hour. */
const ofTheInvited: readonly Division[] = ['channel', 'weekday', 'hour']

/**
 * How far somebody who was invited came. Delivered: it did not come back. Opened: a person pressed its link, or started
 * another way. Started: the first answer was saved. Completed: sent. Seen: a clinician had it open before the visit that
 * it is for. Discussed: a person said so.
 */
export const startSteps = ['delivered', 'opened', 'started', 'completed', 'seen', 'discussed'] as const
export type StartStep = (typeof startSteps)[number]

/** A questionnaire that was open for somebody; where they were invited, counted from the first invitation that went. */
export type Eligible = Record<Division, string> & { person: string; invited: boolean } & Record<
    StartStep,
    boolean
  >

/**
 * Who was invited, and how many of them came so far; `share` is of who started. `eligible` counts the uninvited too, and
 * is null in a division that only the invited have. Null where a group is too small.
 */
export type Starts =
  | ({ eligible: number | null; invited: number; share: Estimate } & Record<StartStep, number>)
  | null
export type StartsGroup = { by: Division; id: string; title: Localised | null; starts: Starts }

/**
 * How many of each group started. Groups of a division in which too few people were invited, or which could be worked
 * out from the others, are null; a division with nobody invited in a group has no such group.
 */
export function startsBy(eligible: readonly Eligible[], by: Division): Omit<StartsGroup, 'title'>[] {
  const groups = [...Map.groupBy(eligible, (one) => one[by])]
    .filter(([, all]) => all.some(({ invited }) => invited))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const hidden = hiddenGroups(groups.map(([, all]) => invitedIn(all)))
  return groups.map(([id, all], place) => {
    const starts = hidden[place] ? null : startsOf(all)
    return { by, id, starts: starts && ofTheInvited.includes(by) ? { ...starts, eligible: null } : starts }
  })
}

/** The same of everybody. */
export function startsOf(eligible: readonly Eligible[]): Starts {
  const invited = eligible.filter((one) => one.invited)
  const count = (step: StartStep) => invited.filter((one) => one[step]).length
  const steps = Object.fromEntries(startSteps.map((step) => [step, count(step)])) as Record<StartStep, number>
  const share = shareWithInterval(steps.started, invited.length)
  if (!share || !isTellable(invitedIn(eligible).size)) return null
  return { eligible: eligible.length, invited: invited.length, share, ...steps }
}

const invitedIn = (eligible: readonly Eligible[]) =>
  new Set(eligible.filter(({ invited }) => invited).map(({ person }) => person))

export const ageBandOf = (age: number): string => (age < 65 ? 'under-65' : age < 75 ? '65-74' : '75-and-over')

/** The part of the day of a local time 'HH:MM'. */
export function hourBandOf(time: string): string {
  if (time < '10:00') return 'before-10'
  if (time < '13:00') return '10-13'
  return time < '17:00' ? '13-17' : 'from-17'
}
