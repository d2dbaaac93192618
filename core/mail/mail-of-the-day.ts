import { type SendingHours, tomorrowsMail } from '../time/sending-hours.ts'

/** Whether the patient's mail of this local day, and the one more that could not wait, have gone. */
export type Gone = { day: boolean; late: boolean }

/**
 * Of all that a patient must be asked or reminded of now, what goes into a mail today: all of it in the mail of the day;
 * when that has gone, only what cannot wait for tomorrow's goes, once. Null where nothing goes.
 */
export function mailOfTheDay<Due extends { dueAt: string; closesAt: string }>(
  due: readonly Due[],
  gone: Gone,
  hours: SendingHours,
  now: string,
): { isLate: boolean; due: readonly Due[] } | null {
  if (!gone.day) return { isLate: false, due }
  const tomorrow = tomorrowsMail(hours, now)
  const late = due.filter(({ dueAt, closesAt }) => (dueAt > now ? dueAt : closesAt) < tomorrow)
  return late.length === 0 || gone.late ? null : { isLate: true, due: late }
}
