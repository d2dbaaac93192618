import { localDate } from '../../core/time/dates.ts'
import { fold } from '../../core/words/fold.ts'
import { adoptEvents, personKeyOf } from '../care-events/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { conflict, refused } from '../http/problem.ts'
import { authorityOf, numberKey, patientsByNumber } from '../patients/store.ts'
import { fillContact } from './change-contact.ts'
import { currentVersion, enrolIn, type NewEnrolment, teamOf } from './enrol.ts'
import { versionsOfPatients } from './plan-enrolment.ts'
import { register } from './register.ts'

export type PersonByHand = {
  authority?: string | undefined
  number: string
  givenName: string
  familyName: string
  birthDate: string
  sex: string
  language: string
  email?: string | undefined
  phone?: string | undefined
}

/**
 * Enrols somebody by hand, known by their number or not. Refuses (409, 'patient_differs') another name or birth date
 * under a known number without saying what we have: who asks may not be this patient's clinician. Refuses (409,
 * 'patient_died') who died, also where that was told before anybody knew them.
 */
export async function enrolPerson(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'definitions'>,
  ctx: Ctx,
  person: PersonByHand,
  wanted: Omit<NewEnrolment, 'patientId'>,
): Promise<{ patientId: string; enrolmentId: string }> {
  const team = await teamOf(deps.db, ctx, wanted.teamId)
  const version = await currentVersion(deps, team.outcomeSet)
  if (person.birthDate > localDate(deps.now().toISOString(), team.zone))
    throw refused('born_later', 'The birth date lies in the future')
  const known = { ...person, authority: authorityOf(ctx.organisationId, person.authority) }
  const there = (await patientsByNumber(deps.db, ctx, [known])).get(numberKey(known))
  const versions = await versionsOfPatients(deps, there ? [there.id] : [])
  return deps.db.transaction(async (tx) => {
    await register(tx, deps, ctx, await unknownOnly(tx, ctx, known))
    const patient = (await patientsByNumber(tx, ctx, [known])).get(numberKey(known))
    if (!patient) throw conflict('patient_differs', 'This number belongs to somebody else')
    const isSame =
      patient.searchName === fold(`${person.givenName} ${person.familyName}`) &&
      patient.birthDate === person.birthDate
    if (!isSame)
      throw conflict('patient_differs', 'Under this number we know somebody with another name or birth date')
    if (patient.deceasedOn) throw conflict('patient_died', 'It was told that who has this number died')
    await fillContact(tx, deps, ctx, patient, person)
    await adoptEvents(tx, deps, [{ patientId: patient.id, personKey: personKeyOf(deps.seal, known) }])
    const { enrolmentId } = await enrolIn(tx, deps, ctx, {
      ...wanted,
      patientId: patient.id,
      version,
      versions,
      zone: team.zone,
    })
    return { patientId: patient.id, enrolmentId }
  })
}

type Known = Parameters<typeof register>[3][number]

async function unknownOnly(tx: Parameters<typeof register>[0], ctx: Ctx, person: Known): Promise<Known[]> {
  const known = await patientsByNumber(tx, ctx, [person])
  return known.size > 0 ? [] : [person]
}
