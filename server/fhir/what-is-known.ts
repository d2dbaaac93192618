import type { FeedRules } from '../../core/feeds/feed-rules.ts'
import { knownAppointments } from '../appointments/known-appointments.ts'
import { patientNumberOf } from '../appointments/patient-number.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { numberKey, type Patient, patientsByNumber } from '../patients/store.ts'
import type { AppointmentDraft } from './read-appointment.ts'
import { type Loose, numberOf } from './read-patient.ts'

/** What is stored about people and appointments that a delivery only names. */
export type Known = {
  /** The birth date of whoever has this number, if it begins with the year or month that was sent. */
  birthDateOf(person: Loose): string | null
  personOf(draft: AppointmentDraft): Loose | null
  /** When a cancelled appointment was to be that comes without its time. */
  startOf(draft: AppointmentDraft): string | undefined
}

/** `drafts`: with the patient that came along, if any. */
export async function whatIsKnown(
  db: Tx,
  ctx: Ctx,
  rules: FeedRules,
  drafts: ReadonlyMap<AppointmentDraft, Loose | null>,
  partial: readonly Loose[],
): Promise<Known> {
  const keyOf = (number: string, authority: string | undefined) =>
    patientNumberOf(ctx.organisationId, rules, { authority, number })
  const named = ({ patient }: AppointmentDraft) => {
    const { authority, number } = patient && 'numbers' in patient ? numberOf(patient.numbers) : {}
    return number ? { told: { number, authority }, key: keyOf(number, authority) } : null
  }
  const keyIn = ({ number, authority }: Loose) =>
    typeof number === 'string' ? keyOf(number, typeof authority === 'string' ? authority : undefined) : null
  const people = await patientsByNumber(db, ctx, [
    ...[...drafts.keys()].flatMap((draft) => named(draft)?.key ?? []),
    ...partial.flatMap((one) => keyIn(one) ?? []),
  ])
  const timeless = [...drafts].flatMap(([draft, person]) => {
    const { number, startsAt } = draft.message
    const patient = named(draft)?.key ?? (person && keyIn(person))
    return typeof number === 'string' && startsAt === undefined
      ? [{ draft, number, source: 'fhir', patient }]
      : []
  })
  const found = await knownAppointments(db, ctx, timeless)
  const starts = new Map(timeless.map(({ draft }, place) => [draft, found[place]?.startsAt]))
  return {
    birthDateOf(person) {
      const key = keyIn(person)
      const born = key && people.get(numberKey(key))?.birthDate
      return born && typeof person.birthDate === 'string' && born.startsWith(person.birthDate) ? born : null
    },
    personOf(draft) {
      const number = named(draft)
      const row = number && people.get(numberKey(number.key))
      return row ? { ...number.told, ...asTold(row) } : null
    },
    startOf: (draft) => starts.get(draft),
  }
}

const asTold = ({ givenName, familyName, birthDate, sex }: Patient) => ({
  givenName,
  familyName,
  birthDate,
  sex,
})
