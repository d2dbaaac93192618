import { expect } from 'vitest'
import type { Meeting } from '../../core/meetings/meeting.ts'
import { makePerson, type Person } from './cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from './factories.ts'
import type { House } from './house.ts'

export const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code

/** People of a team, a guest of another one and a stranger; `renew` puts somebody on the list of an MDO of theirs. */
export async function openTalk(house: House) {
  const organisationId = await makeOrganisation(house)
  const place = { organisationId, teamId: await makeTeam(house, organisationId) }
  const radiology = await makeTeam(house, organisationId, { name: 'Radiologie' })
  const chair = await makeStaff(house, { ...place, role: 'team-lead', name: 'Evert Talsma' })
  const colleague = await makeStaff(house, { ...place, role: 'clinician' })
  const elsewhere = { organisationId, teamId: radiology, role: 'clinician' } as const
  const guest = await makeStaff(house, { ...elsewhere, name: 'Rik Ruys' })
  const stranger = await makeStaff(house, elsewhere)
  const now = { person: {} as Person, meetingId: '', itemId: '' }

  async function plan(more: Record<string, unknown> = {}): Promise<string> {
    const given = { teamId: place.teamId, title: 'MDO', startsAt: '2026-03-16T12:30', minutes: 45 }
    const wanted = { ...given, everyWeeks: 0, chairId: chair, memberIds: [colleague, guest], ...more }
    const { status, body } = await house.as(chair).post('/api/meetings', wanted)
    expect(status).toBe(201)
    return (body as { id: string }).id
  }
  async function list(as = colleague): Promise<string> {
    const wanted = { enrolmentId: now.person.enrolmentId, question: 'Opereren?' }
    const { status, body } = await house.as(as).post(`/api/meetings/${now.meetingId}/items`, wanted)
    expect(status).toBe(201)
    return (body as { id: string }).id
  }
  async function renew() {
    now.person = await makePerson(house, place, { patient: { familyName: 'Zonneveld' } })
    now.meetingId = await plan()
    now.itemId = await list()
  }
  const look = async (as: string, id = now.meetingId) =>
    (await house.as(as).get(`/api/meetings/${id}`)).body as Meeting
  const item = () => `/api/meetings/${now.meetingId}/items/${now.itemId}`
  const nothing = { situation: null, reason: null, patientPart: null, sentence: null }
  const write = (as: string, version: number, more: Record<string, unknown> = {}) =>
    house
      .as(as)
      .put(item(), { version, question: 'Opereren?', decision: 'Nog oefenen.', ...nothing, ...more })
  const seenActions = async () =>
    ((await look(chair)).items.find(({ id }) => id === now.itemId)?.actions ?? []).map(({ id }) => id)
  const confirm = async (as: string, version: number, actionIds?: string[]) =>
    house.as(as).put(`${item()}/confirmed`, { version, actionIds: actionIds ?? (await seenActions()) })
  const people = { place, radiology, chair, colleague, guest, stranger }
  return { ...people, now, plan, list, renew, look, item, write, seenActions, confirm }
}
