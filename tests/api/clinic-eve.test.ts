import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tellClinicians } from '../../server/clinic/eve.ts'
import { appointments, assessments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { createStaffAccount } from '../../server/staff/account.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

// The afternoon before a clinic: a Friday, as the organisation counts days.

const MONDAY = '2026-03-23T10:00:00.000Z'
const AFTERNOON = '2026-03-20T14:30:00.000Z'

let house: House
let place: { organisationId: string; teamId: string }
let [sees, seesNobodyAsked, wantsNone, hasNoAccount] = ['', '', '', '']

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-20T12:00:00Z', env: { SMTP_URL: 'smtp://mail.example' } })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  const colleague = async (name: string, account = true) => {
    const staffId = await makeStaff(house, { ...place, role: 'clinician', name })
    const email = `${staffId}@huis.example`
    if (account)
      await createStaffAccount(house.deps, { staffId, email, password: 'vier gewone woorden samen' })
    return staffId
  }
  sees = await colleague('Mira de Boer')
  seesNobodyAsked = await colleague('Tom Kuiper')
  wantsNone = await colleague('Els van Dam')
  hasNoAccount = await colleague('Rik Smit', false)
  for (const by of [sees, wantsNone, hasNoAccount]) {
    await visit(by, 'completed')
    await visit(by, 'invited')
  }
  const nobodyAsked = await makePerson(house, place)
  await makeAppointment(house, { ...place, ...nobodyAsked, startsAt: MONDAY, clinicianId: seesNobodyAsked })
  await house.as(wantsNone).put('/api/account/clinic-mail', { clinicMail: false })
})
afterAll(() => house.close())

async function visit(clinicianId: string, came: 'completed' | 'invited') {
  const person = await makePerson(house, place)
  const made = await makeCourse(house, person, { moment: 'check-up', on: '2026-03-16', came, staffId: sees })
  const appointmentId = await makeAppointment(house, { ...place, ...person, startsAt: MONDAY, clinicianId })
  await house.db.update(assessments).set({ appointmentId }).where(eq(assessments.id, made.assessmentId))
}

const written = () => house.db.select().from(messages).where(eq(messages.kind, 'clinic-eve'))

it('says nothing before the afternoon', async () => {
  house.goTo('2026-03-20T13:30:00.000Z')
  await tellClinicians(house.deps)
  expect(await written()).toEqual([])
})

it('tells once what the next clinic brings, to who has an account and wants to hear it', async () => {
  house.goTo(AFTERNOON)
  await Promise.all([tellClinicians(house.deps), tellClinicians(house.deps)])
  house.pass(3_600_000)
  await tellClinicians(house.deps)
  expect((await written()).map(({ batch }) => batch)).toEqual([`${sees} clinic 2026-03-23`])
})

it('is a mail with numbers and a link, and no name of a patient', async () => {
  await sendDue(house.deps)
  const mail = house.mails.find(({ subject }) => subject.startsWith('Uw spreekuur van maandag 23 maart 2026'))
  expect(mail?.text).toContain('ziet u 2 patiënten')
  expect(mail?.text).toContain('Van 1 zijn de antwoorden binnen')
  expect(mail?.text).toContain('/staff/clinic?day=2026-03-23')
})

it('what was cancelled meanwhile is not counted, and a closed day brings no mail', async () => {
  house.goTo('2026-03-27T14:30:00.000Z')
  const startsAt = '2026-03-30T10:00:00.000Z'
  await house.db.update(appointments).set({ startsAt, status: 'cancelled' })
  await tellClinicians(house.deps)
  expect(await written()).toHaveLength(1)
})

it('one’s own account says whether this mail comes', async () => {
  const read = async (who: string) =>
    ((await house.as(who).get('/api/me')).body as { staff: { clinicMail: boolean } }).staff.clinicMail
  expect([await read(sees), await read(wantsNone)]).toEqual([true, false])
})
