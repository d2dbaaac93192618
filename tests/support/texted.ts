import { eq } from 'drizzle-orm'
import { usualRule } from '../../core/mail/outreach.ts'
import { outreachRules } from '../../server/db/schema/outreach.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { makeStaff } from './factories.ts'
import type { House } from './house.ts'
import { makeAskedPatient, type makeTeamOfOwn } from './outbox.ts'

type Place = Awaited<ReturnType<typeof makeTeamOfOwn>>
type Row = Partial<typeof patients.$inferInsert>

const PHONE = '06-12 34 56 78'
/** For who has mail beside a number. */
export const withMail = { email: undefined, emailKey: undefined }

export const changePatient = ({ db }: House, id: string, row: Row) =>
  db.update(patients).set(row).where(eq(patients.id, id))

/** Somebody with a number and, unless said otherwise, without mail. */
export async function makeTexted(house: House, place: Place, given: Row & { number?: string } = {}) {
  const { number = PHONE, ...row } = given
  const asked = await makeAskedPatient(house, place)
  const phone = house.deps.seal.close(number, `patient-phone:${asked.patientId}`)
  await changePatient(house, asked.patientId, { phone, email: null, emailKey: null, ...row })
  return asked
}

/** The team's rule: the usual one, a text message before a call, and what is given. */
export const makeRule = async (
  house: House,
  place: Place,
  rule: Partial<typeof outreachRules.$inferInsert>,
) =>
  house.db.insert(outreachRules).values({
    teamId: place.teamId,
    ...usualRule,
    fallbackTo: 'sms call',
    changedAt: house.deps.now().toISOString(),
    changedBy: await makeStaff(house, { ...place, role: 'team-lead' }),
    ...rule,
  })
