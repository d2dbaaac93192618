import { mailOfTheDay, type Waits } from '../mail/mail-of-the-day.ts'
import { type Mailed, reminderTimes, type Wish, wishFor } from '../schedule/reminders.ts'
import { anchorInstant, type PlannedAssessment } from '../schedule.ts'
import { localDate } from '../time/dates.ts'
import { isAnswered, keyOf, type Life } from './life.ts'

// What the sender would do for the sample patient, by the rules that it goes by.

const rulesOf = ({ asking }: Life, { moment }: PlannedAssessment) =>
  asking.set.moments.find(({ id }) => id === moment)?.reminders ?? []

const askedTimes = (one: PlannedAssessment) => ({ ...one, anchorAt: anchorInstant(one.why) })

/** When somebody would be reminded of an assessment. */
export const remindersOf = (life: Life, one: PlannedAssessment) =>
  reminderTimes(rulesOf(life, one), askedTimes(one), life.hours.timeZone)

/** Of what no mail was about yet. */
export const NEVER_MAILED: Mailed = { lastAt: null, invitations: 0, reminders: 0 }

/** What the sender does at an instant for one patient: one mail for all that is due. */
export function send(life: Life, at: string) {
  const { hours, mailed, mails } = life
  const due = life.planned.assessments
    .filter((one) => one.opensAt <= at && one.closesAt > at && !isAnswered(life, one))
    .flatMap((one) => {
      const before = mailed.get(keyOf(one)) ?? NEVER_MAILED
      const wish = wishFor(rulesOf(life, one), askedTimes(one), before, at, hours.timeZone)
      return wish ? [{ ...one, wish, before, gapDays: life.sample.mailGapDays }] : []
    })
  if (due.length === 0) return
  const today = localDate(at, hours.timeZone)
  const days = mails.map((mail) => localDate(mail.at, hours.timeZone))
  const ofToday = days.filter((day) => day === today).length
  const gone = { day: ofToday > 0, late: ofToday > 1, lastOn: days.at(-1) ?? null }
  const goes = mailOfTheDay(due, gone, hours, at)
  noteWaits(life, goes.waits, at)
  if (goes.due.length === 0) return
  for (const { wish, before, ...one } of goes.due) mailed.set(keyOf(one), after(before, wish, at))
  const about = goes.due.map(({ wish, ...one }) => ({
    key: keyOf(one),
    kind: wish.kind,
    ordinal: wish.ordinal,
  }))
  mails.push({ at, about, early: goes.early })
}

/** Each once for each mail that it waits for; that there is one mail a day goes without saying. */
function noteWaits({ waits, sample }: Life, found: readonly Waits<PlannedAssessment>[], at: string) {
  if (sample.mailGapDays === null) return
  for (const { one, until, days } of found) {
    const key = keyOf(one)
    if (!waits.some((each) => each.key === key && each.until === until)) waits.push({ at, key, until, days })
  }
}

const after = (before: Mailed, { kind, ordinal }: Wish, at: string): Mailed =>
  kind === 'invitation'
    ? { ...before, lastAt: at, invitations: ordinal }
    : { ...before, lastAt: at, reminders: ordinal }
