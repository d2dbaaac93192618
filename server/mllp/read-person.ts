import { emailShape, phoneShape } from '../../core/feeds/appointment-message.ts'
import { isBsnAuthority, isBsnKind, toldBsn } from '../../core/patients/bsn.ts'
import type { Field, Segment } from './message.ts'
import { dateIn } from './time.ts'

const SEX: Record<string, string> = { F: 'female', M: 'male', O: 'other', A: 'other' }

/** A number by which somebody is known, and who gave it. */
export type PersonNumber = { number: string; authority?: string | undefined }
export type LoosePerson = Partial<Record<string, string>>

/** What PID says about somebody; `today` stands in where only is said that they died. */
export function personIn(pid: Segment, today: string): LoosePerson {
  const name = pid.all(5).find((one) => one.at(7) === 'L') ?? pid.field(5)
  const died = dateIn(pid.field(29).at(1)) ?? (pid.field(30).at(1) === 'Y' ? today : undefined)
  return filled({
    ...numberIn(pid.all(3)),
    ...toldBsn(pid.all(3).find(isNational)?.at(1)),
    givenName: [name.at(2), name.at(3)].filter(Boolean).join(' '),
    familyName: name.at(1) || [name.at(1, 2), name.at(1, 3)].filter(Boolean).join(' '),
    birthDate: dateIn(pid.field(7).at(1)),
    sex: SEX[pid.field(8).at(1)] ?? 'unknown',
    email: addressIn(
      pid,
      (one) => [one.at(4), one.at(1)],
      (text) => emailShape.safeParse(text).success,
    ),
    phone: addressIn(
      pid,
      (one) => [one.at(1), one.at(12)],
      (text) => phoneShape.safeParse(text).success,
    ),
    language: /^[a-z]{2}$/i.test(pid.field(15).at(1)) ? pid.field(15).at(1).toLowerCase() : undefined,
    deceasedOn: died,
  })
}

const isNational = (one: Field) =>
  isBsnKind(one.at(5)) || isBsnAuthority(one.at(4)) || isBsnAuthority(one.at(4, 2))

/** The hospital's own number; a national one is nobody's patient number. */
export function numberIn(identifiers: readonly Field[]): PersonNumber | null {
  const known = identifiers.filter((one) => one.at(1) && !isNational(one))
  const one = known.find((each) => /^(PI|MR)$/i.test(each.at(5))) ?? known[0]
  return one ? { number: one.at(1), authority: one.at(4) || one.at(4, 2) || undefined } : null
}

/** Home (PID-13) before work (PID-14); what is no address is left out and stops no appointment. */
const addressIn = (pid: Segment, texts: (field: Field) => string[], isOne: (text: string) => boolean) =>
  [...pid.all(13), ...pid.all(14)].flatMap(texts).find(isOne)

export const filled = <T extends Record<string, unknown>>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')) as T
