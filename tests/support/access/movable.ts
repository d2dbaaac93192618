import { definitionVersions } from '../../../server/db/schema/organisations.ts'
import { contentHashOf } from '../../../server/definitions/install.ts'
import { outcomeSet } from '../definitions.ts'
import { makeEnrolment, makePatient } from '../factories.ts'
import type { House } from '../house.ts'

/** A set of which a second version runs, while somebody is under way with the first. */
export async function makeMovable(house: House, organisationId: string, teamId: string) {
  const definition = `movable-${organisationId.replace('_', '-').toLowerCase()}`
  const make = async (version: number, status: string) => {
    const content = { ...outcomeSet('hip-knee-osteoarthritis'), id: definition, version }
    const id = house.deps.newId('def')
    const at = house.deps.now().toISOString()
    const text = { content: JSON.stringify(content), contentHash: contentHashOf(content) }
    const about = { id, kind: 'outcome-set', definition, version, status }
    await house.db.insert(definitionVersions).values({ ...about, ...text, createdAt: at, publishedAt: at })
    return id
  }
  const setVersionId = await make(1, 'retired')
  const movedToId = await make(2, 'published')
  const patientId = await makePatient(house, organisationId)
  await makeEnrolment(house, { patientId, organisationId, teamId, setVersionId, outcomeSet: definition })
  return { movedToId }
}
