import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { agreements } from '../../server/db/schema/outcomes.ts'
import { offerStandInPeople } from '../../server/portal/stand-in-people.ts'
import { openBrowsing } from '../support/browsing.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const HERE = 'http://localhost:3000'
const NOW = '2026-03-02T08:00:00Z'

const browse = (house: House) =>
  openBrowsing({ [HERE]: (url, init) => house.app.request(url.slice(HERE.length), init) })

describe('the stand-in', () => {
  it('signs in whoever a demo offers', async () => {
    const demo = await openHouse({ now: NOW, env: { DEMO: '1' } })
    try {
      const organisationId = await makeOrganisation(demo)
      const place = { organisationId, teamId: await makeTeam(demo, organisationId) }
      const staffId = await makeStaff(demo, { ...place, role: 'clinician' })
      const person = await makePerson(demo, place, { patient: { givenName: 'Bea' } })
      await makePerson(demo, place, { patient: { givenName: 'Zonder afspraak' } })
      await makeCourse(demo, person, { moment: 'intake', on: '2026-02-01', came: 'completed' })
      await demo.db.insert(agreements).values({
        id: demo.deps.newId('agr'),
        enrolmentId: person.enrolmentId,
        staffId,
        sentence: 'U oefent elke dag.',
        agreedAt: NOW,
      })
      for (let time = 0; time < 2; time++) await offerStandInPeople(demo.db, demo.deps, 3)
      const browser = browse(demo)
      expect((await browser.go(`${HERE}/mijn`)).text).toContain('DigiD (voorbeeld)')
      const list = await browser.go(`${HERE}/mijn/sign-in`)
      expect(list.text).toContain('Dit is niet DigiD')
      expect(list.text).not.toContain('Zonder afspraak')
      const [, link = ''] = /<a class="row" href="([^"]+)">Bea van der Ploeg/.exec(list.text) ?? []
      const page = await browser.go(link.replaceAll('&amp;', '&'))
      expect(page).toMatchObject({ status: 200, url: `${HERE}/mijn` })
      expect(page.text).toContain('Dag Bea')
      expect(page.text).toContain('Dit is een voorbeeld')
    } finally {
      await demo.close()
    }
  })

  it('offers whoever the visitor meets: who is in today’s clinics, who answered, with whom something was agreed', async () => {
    const demo = await openHouse({ now: NOW, env: { DEMO: '1' } })
    try {
      const organisationId = await makeOrganisation(demo)
      const place = { organisationId, teamId: await makeTeam(demo, organisationId) }
      const staffId = await makeStaff(demo, { ...place, role: 'clinician' })
      const named = (givenName: string) => makePerson(demo, place, { patient: { givenName } })
      const visit = async (givenName: string, startsAt: string) =>
        makeAppointment(demo, { ...place, ...(await named(givenName)), startsAt })
      await visit('Vandaag', '2026-03-02T13:00:00.000Z')
      await visit('Morgen', '2026-03-03T13:00:00.000Z')
      await makeCourse(demo, await named('Net'), { moment: 'intake', on: '2026-03-02', came: 'started' })
      await makeCourse(demo, await named('Toen'), { moment: 'intake', on: '2026-02-02', came: 'completed' })
      const { enrolmentId } = await named('Afgesproken')
      const agreed = { enrolmentId, staffId, sentence: 'U oefent elke dag.', agreedAt: NOW }
      await demo.db.insert(agreements).values({ id: demo.deps.newId('agr'), ...agreed })
      for (let time = 0; time < 2; time++) {
        const { text } = await browse(demo).go(`${HERE}/mijn/sign-in`)
        const names = [...text.matchAll(/<a class="row" href="[^"]+">(\S+) van der Ploeg/g)]
        expect(names.map(([, name]) => name)).toEqual(['Afgesproken', 'Net', 'Vandaag'])
      }
    } finally {
      await demo.close()
    }
  })

  it('is not there in real mode, and cannot be set as the provider', async () => {
    const real = await openHouse({ now: NOW })
    try {
      for (const path of ['/.well-known/openid-configuration', '/authorize', '/jwks'])
        expect((await real.app.request(`/demo/identity${path}`)).status).toBe(404)
      const page = await browse(real).go(`${HERE}/mijn/sign-in`)
      expect(page.status).toBe(503)
    } finally {
      await real.close()
    }
    const client = { PATIENT_CLIENT_ID: 'a', PATIENT_CLIENT_SECRET: 'b' }
    const read = (env: Record<string, string>) => () => readConfig({ DEMO: '0', ...env })
    expect(read({ PATIENT_ISSUER: `${HERE}/demo/identity`, ...client })).toThrow(/stand-in/)
    expect(read({ PATIENT_ISSUER: 'http://id.example.nl', ...client })).toThrow(/https/)
    expect(read({ PATIENT_ISSUER: 'https://id.example.nl' })).toThrow(/PATIENT_CLIENT_ID/)
  })
})
