import { emergencyAccesses } from '../../../server/db/schema/emergency.ts'
import { createStaffAccount } from '../../../server/staff/account.ts'
import { makePerson } from '../cohort.ts'
import { makeStaff, makeTeam } from '../factories.ts'
import type { House } from '../house.ts'
import { codeOfApp } from '../totp.ts'

type Place = { organisationId: string; staffId: string }

const BORN = '1959-04-12'

/** Somebody in another team's care, a file that was opened in an emergency, and the phone of who opens one. */
export async function makeEmergency(house: House, { organisationId, staffId }: Place, name: string) {
  const { db, deps } = house
  const elsewhere = { organisationId, teamId: await makeTeam(house, organisationId) }
  const emergencyNumber = `emergency-${name}`
  const patient = { number: emergencyNumber, birthDate: BORN }
  const { patientId } = await makePerson(house, elsewhere, { patient })
  const email = `${staffId}@phone.example`
  const password = 'vier gewone woorden samen'
  const { totpSecret } = await createStaffAccount(deps, { staffId, email, password })
  const opened = async (by: string, ordinal: number) => {
    const id = deps.newId('emg')
    const openedAt = deps.now().toISOString()
    const endsAt = new Date(deps.now().getTime() + 3_600_000).toISOString()
    const row = { id, organisationId, staffId: by, patientId, reason: 'Onwel op de gang', openedAt, endsAt }
    await db.insert(emergencyAccesses).values({ ...row, day: openedAt.slice(0, 10), ordinal })
    return id
  }
  const colleague = await makeStaff(house, { ...elsewhere, role: 'clinician' })
  return {
    emergencyNumber,
    emergencyId: await opened(staffId, 1),
    otherEmergencyId: await opened(colleague, 1),
    phoneKey: totpSecret,
  }
}

export const emergencyOf = ({
  emergencyNumber,
  phoneKey,
}: {
  emergencyNumber: string
  phoneKey: string
}) => ({
  number: emergencyNumber,
  birthDate: BORN,
  reason: 'Onwel op de gang, en niemand van het team is er.',
  code: codeOfApp(phoneKey),
})
