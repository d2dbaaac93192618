import type { PatientLanguage } from '../../core/words.ts'
import type { Asked, MailFacts } from './facts.ts'
import { sayDay, sayTime } from './say-date.ts'
import { words } from './words.ts'

export type Visit = { day: string; time: string }

/** The first visit that is still to come and not cancelled, of those that are asked about. */
export function nextVisit({ message }: Pick<MailFacts, 'message'>, asked: readonly Asked[]): Asked | null {
  const from = message.sentAt ?? message.createdAt
  const [next] = asked
    .filter(
      ({ appointmentStartsAt, appointmentStatus }) =>
        appointmentStatus === 'booked' && (appointmentStartsAt ?? '') > from,
    )
    .toSorted((a, b) => ((a.appointmentStartsAt ?? '') < (b.appointmentStartsAt ?? '') ? -1 : 1))
  return next ?? null
}

/** The day and the hour of it, as they are said. */
export function visitOf(facts: MailFacts, asked: readonly Asked[], language: PatientLanguage): Visit | null {
  const at = nextVisit(facts, asked)?.appointmentStartsAt
  const zone = facts.organisation.timeZone
  return at ? { day: sayDay(at, zone, language), time: sayTime(at, zone, language) } : null
}

/** A window that closes at midnight is open until the end of the day before. */
export function closingDay(asked: readonly Asked[], zone: string, language: PatientLanguage): string[] {
  const [closesAt] = asked.map((one) => one.closesAt).toSorted()
  if (!closesAt) return []
  const say = words[language]
  const time = sayTime(closesAt, zone, language)
  if (time !== '00:00') return [say.untilTime(sayDay(closesAt, zone, language), time)]
  return [say.until(sayDay(new Date(Date.parse(closesAt) - 1).toISOString(), zone, language))]
}

/** What a letter on paper says: for which visit, and until when; nothing where there is nothing to say. */
export function askedLines(
  facts: MailFacts,
  asked: readonly Asked[],
  language: PatientLanguage,
): { visit: string[]; until: string[] } {
  const visit = visitOf(facts, asked, language)
  return {
    visit: visit ? [words[language].visit(visit.day, visit.time)] : [],
    until: closingDay(asked, facts.organisation.timeZone, language),
  }
}
