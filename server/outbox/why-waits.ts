import { atAnyHour } from './kinds.ts'

type Waiting = { id: string; kind: string; channel: string; dueAt: string; why: string | null }
/** What keeps messages: which ids a pause holds, and the instant at which it is outside of the sending hours; null in them. */
type Kept = { held: ReadonlySet<string>; asleepAt: string | null }

/** Whether a message would go now, were it not outside of the sending hours. A letter goes when somebody prints it. */
const waitsForHours = ({ kind, channel, dueAt }: Waiting, asleepAt: string): boolean =>
  dueAt <= asleepAt && channel !== 'letter' && !(atAnyHour as readonly string[]).includes(kind)

/** Why a message has not gone yet, in a code: a pause, the last try that failed, the hours; null where it is its turn. */
export function whyWaits(message: Waiting, { held, asleepAt }: Kept): string | null {
  if (held.has(message.id)) return 'paused'
  return message.why ?? (asleepAt && waitsForHours(message, asleepAt) ? 'hours' : null)
}
