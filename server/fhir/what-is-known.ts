import { authorityName } from '../../core/feed-rules.ts'
import { readFeedRules } from '../appointments/feed-rules.ts'
import { knownAppointments } from '../appointments/known-appointments.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { authorityOf, numberKey, type Patient, patientsByNumber } from '../patients/store.ts'
import type { AppointmentDraft } from './read-appointment.ts'
import { type Loose, numberOf } from './read-patient.ts'

/** What is stored about people and appointments that a delivery only names. */
export type Known = {
  personOf(draft: AppointmentDraft): Loose | null
  /** When a cancelled appointment was to be that comes without its time. */
  startOf(draft: AppointmentDraft): string | undefined
}

export async function whatIsKnown(db: Tx, ctx: Ctx, drafts: readonly AppointmentDraft[]): Promise<Known> {
  const { content: rules } = await readFeedRules(db, ctx)
  const named = ({ patient }: AppointmentDraft) => {
    const { authority, number } = patient && 'numbers' in patient ? numberOf(patient.numbers) : {}
    if (!number) return null
    const stored = authorityOf(ctx.organisationId, authorityName(rules, authority))
    return { told: { number, authority }, key: { authority: stored, number } }
  }
  const people = await patientsByNumber(
    db,
    ctx,
    drafts.flatMap((draft) => named(draft)?.key ?? []),
  )
  const starts = await knownAppointments(
    db,
    ctx,
    drafts.flatMap(({ message: { number, startsAt } }) =>
      typeof number === 'string' && startsAt === undefined ? [number] : [],
    ),
  )
  return {
    personOf(draft) {
      const number = named(draft)
      const row = number && people.get(numberKey(number.key))
      return row ? { ...number.told, ...asTold(row) } : null
    },
    startOf: ({ message }) =>
      typeof message.number === 'string' ? starts.get(message.number)?.startsAt : undefined,
  }
}

const asTold = ({ givenName, familyName, birthDate, sex }: Patient) => ({
  givenName,
  familyName,
  birthDate,
  sex,
})
