import { moveDate, yearsBetween } from '../time/dates.ts'

/** What somebody who answers for a patient is to them, in codes. */
export const relations = ['parent', 'partner', 'child', 'family', 'carer'] as const
export type Relation = (typeof relations)[number]

/** Who gives answers: the patient, the patient with somebody beside them, or somebody else for them. */
const respondents = ['patient', 'together', 'proxy'] as const
export type Respondent = (typeof respondents)[number]

/** Whether an answer is somebody else's view: who has somebody beside them gives their own. */
export const isProxy = (respondent: string): boolean => respondent === 'proxy'

/**
 * From which age (completed years) a child may answer itself, and from which age a parent neither answers nor sees. An
 * organisation chooses; 12 and 16 are those of Dutch law on treatment (art. 7:447, 7:450 and 7:465 BW).
 */
export type Ages = { answersFrom: number; aloneFrom: number }

/** From this age anybody may ask whom they like. */
const ADULT = 18

/** Who may say that they answer for somebody of this age; `hasProxy`: somebody was named for it. The first is the one to begin with. */
export function respondentsAt(
  age: number,
  { answersFrom, aloneFrom }: Ages,
  hasProxy: boolean,
): Respondent[] {
  if (age < answersFrom) return ['proxy', 'together']
  if (age < aloneFrom || age >= ADULT || hasProxy) return [...respondents]
  return ['patient', 'together']
}

/** Whether a moment is asked of who answers now; `hasProxy`: somebody was named to answer for the patient. */
export function isAskedOf(
  { respondent }: { respondent?: 'patient' | 'proxy' | undefined },
  who: string,
  hasProxy: boolean,
): boolean {
  if (respondent === 'proxy') return who === 'proxy'
  return respondent === undefined || who !== 'proxy' || !hasProxy
}

/** Born after the first day and not after the second: those of whom a parent sees nothing any more, though they are no adults. */
export const ownYears = (today: string, { aloneFrom }: Ages) => ({
  after: moveDate(today, `-P${ADULT}Y`),
  until: moveDate(today, `-P${aloneFrom}Y`),
})

/**
 * The last day on which a parent answers for a child: the one before the birthday from which it is alone. Who was born
 * on 29 February has that on 1 March where the year has no such day.
 */
export function lastDayOfParent(birthDate: string, { aloneFrom }: Ages): string {
  const day = moveDate(birthDate, `P${aloneFrom}Y`)
  return yearsBetween(birthDate, day) < aloneFrom ? day : moveDate(day, '-P1D')
}

type Reach = { age: number; answersFrom: number; patient: boolean; proxy: boolean }

/**
 * To whose address mail about a moment goes, where who answers has one of their own; `patient` and `proxy`: whether they
 * are reached. What only one of the two is asked goes to that one. Else the patient is asked, and who answers for them
 * where they are too young or not reached. Null for nobody.
 */
export function mailedTo(
  { respondent }: { respondent?: 'patient' | 'proxy' | undefined },
  { age, answersFrom, patient, proxy }: Reach,
): 'patient' | 'proxy' | null {
  const mayBeProxy = proxy && respondent !== 'patient'
  if (mayBeProxy && (respondent === 'proxy' || age < answersFrom || !patient)) return 'proxy'
  return patient && respondent !== 'proxy' ? 'patient' : null
}
