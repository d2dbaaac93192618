import { moveInstant } from '../../../core/time/dates.ts'
import type { Tx } from '../../../server/db/database.ts'
import { appointments, assessments, enrolments } from '../../../server/db/schema/care.ts'
import { organisations } from '../../../server/db/schema/organisations.ts'
import { patientNumbers, patients } from '../../../server/db/schema/patients.ts'
import { readDefinitions } from '../../../server/definitions/files.ts'
import { installDefinitions } from '../../../server/definitions/install.ts'
import type { Deps } from '../../../server/deps.ts'
import { sealContact } from '../../../server/patients/contact.ts'
import { authorityOf } from '../../../server/patients/store.ts'
import { addHouse } from '../submission/house.ts'

const SET = 'hip-knee-osteoarthritis'
const CHUNK = 500

export type Place = { organisationId: string; teamId: string; setVersionId: string }

/** An organisation that mails at any hour, and its team. */
export async function makePlace(deps: Deps): Promise<Place> {
  await installDefinitions(deps, readDefinitions('surveys'))
  const house = await addHouse(deps, deps.newId('tok'), { outcomeSet: SET, role: 'data-manager' })
  await deps.db
    .update(organisations)
    .set({ sendFrom: '00:00', sendUntil: '23:59', name: 'Ziekenhuis De Vaart' })
  const version = await deps.definitions.current(SET)
  return { ...house, setVersionId: version?.id ?? '' }
}

/**
 * People on the care path with an intake in three weeks; with `asked`, the questions for it are open and nobody was
 * mailed. Gives the ids of the enrolments.
 */
export async function addPeople(deps: Deps, place: Place, count: number, asked: boolean): Promise<string[]> {
  const ids: string[] = []
  for (let first = 0; first < count; first += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - first) }, (_, at) =>
      rowsOf(deps, place, first + at, asked),
    )
    await deps.db.transaction((tx) => insert(tx, rows))
    ids.push(...rows.map(({ enrolment }) => enrolment.id))
  }
  return ids
}

type Rows = ReturnType<typeof rowsOf>

async function insert(tx: Tx, rows: readonly Rows[]) {
  await tx.insert(patients).values(rows.map(({ patient }) => patient))
  await tx.insert(patientNumbers).values(rows.map(({ number }) => number))
  await tx.insert(enrolments).values(rows.map(({ enrolment }) => enrolment))
  await tx.insert(appointments).values(rows.map(({ appointment }) => appointment))
  const open = rows.flatMap(({ assessment }) => assessment ?? [])
  if (open.length > 0) await tx.insert(assessments).values(open)
}

function rowsOf(deps: Deps, { organisationId, teamId, setVersionId }: Place, number: number, asked: boolean) {
  const [patientId, enrolmentId, appointmentId] = [deps.newId('pat'), deps.newId('enr'), deps.newId('app')]
  const createdAt = deps.now().toISOString()
  const startsAt = moveInstant(createdAt, asked ? 'P7D' : 'P21D', 'Europe/Amsterdam')
  const names = { givenName: 'Wil', familyName: 'van der Ploeg', searchName: 'wil van der ploeg' }
  const about = { language: 'nl', sex: 'female', birthDate: '1959-04-12' }
  const contact = sealContact(deps.seal, patientId, { email: `person${number}@example.org` })
  const of = { patientId, teamId }
  return {
    patient: { id: patientId, organisationId, ...names, ...about, ...contact, createdAt },
    number: {
      id: deps.newId('num'),
      patientId,
      authority: authorityOf(organisationId, undefined),
      number: `P-${number}`,
    },
    enrolment: {
      id: enrolmentId,
      ...of,
      organisationId,
      outcomeSet: SET,
      setVersionId,
      side: 'left',
      createdAt,
      startedOn: createdAt.slice(0, 10),
    },
    appointment: {
      id: appointmentId,
      ...of,
      organisationId,
      number: `A-${number}`,
      enrolmentId,
      kind: 'intake',
      startsAt,
      status: 'booked',
      source: 'api',
      changedAt: createdAt,
    },
    assessment: asked
      ? {
          id: deps.newId('ass'),
          ...of,
          enrolmentId,
          setVersionId,
          moment: 'intake',
          appointmentId,
          anchor: `appointment:${appointmentId}`,
          opensAt: createdAt,
          dueAt: startsAt,
          closesAt: startsAt,
          linkDeadAt: startsAt,
          why: ['first:intake', `at:${startsAt}`],
          createdAt,
        }
      : null,
  }
}
