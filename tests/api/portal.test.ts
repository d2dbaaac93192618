import { serve } from '@hono/node-server'
import { and, eq, inArray } from 'drizzle-orm'
import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PatientLanguage } from '../../core/words.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { careEvents } from '../../server/db/schema/care.ts'
import { patientSessions } from '../../server/db/schema/messages.ts'
import { agreements } from '../../server/db/schema/outcomes.ts'
import { hashOf } from '../../server/links/token.ts'
import { printedWords } from '../../server/portal/printed-words.ts'
import { createStandIn } from '../../server/portal/stand-in.ts'
import { openBrowsing } from '../support/browsing.ts'
import { makeCourse, makePerson, makeStageEntry } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { expectPdf } from '../support/printed.ts'

const HERE = 'http://localhost:3000'
const NOW = '2026-03-02T08:00:00Z'

const browse = (house: House) =>
  openBrowsing({ [HERE]: (url, init) => house.app.request(url.slice(HERE.length), init) })

/** A provider of identities on a port of its own, as a hospital's broker would be. */
async function openProvider(now: () => Date) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const client = { clientId: 'uitkomst', clientSecret: 'a secret of this test' }
  const key = { sign: privateKey, verify: publicKey, codes: new Uint8Array(32) }
  let answer: (request: Request) => Response | Promise<Response> = () => new Response('', { status: 503 })
  const server = serve({ fetch: (request) => answer(request), port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.on('listening', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const standIn = createStandIn(
    { issuer, ...client, redirectUri: `${HERE}/mijn/callback`, key, people: async () => [] },
    { now },
  )
  const open = () => {
    answer = (request) => standIn.fetch(request)
  }
  const env = {
    PATIENT_ISSUER: issuer,
    PATIENT_CLIENT_ID: client.clientId,
    PATIENT_CLIENT_SECRET: client.clientSecret,
  }
  return { issuer, env, open, close: () => new Promise((resolve) => server.close(resolve)) }
}

let house: House
let provider: Awaited<ReturnType<typeof openProvider>>
let organisationId: string
let patientId: string
let enrolmentId: string
let strangerId: string

beforeAll(async () => {
  provider = await openProvider(() => house.deps.now())
  house = await openHouse({ now: NOW, env: provider.env })
  organisationId = await makeOrganisation(house)
  const place = { organisationId, teamId: await makeTeam(house, organisationId) }
  const clinician = await makeStaff(house, { ...place, role: 'clinician', name: 'Joke Visser' })
  const person = await makePerson(house, place, {
    patient: { givenName: 'Wil', familyName: 'van der Ploeg' },
    treatmentOption: 'hip-replacement',
  })
  patientId = person.patientId
  enrolmentId = person.enrolmentId
  strangerId = (await makePerson(house, place, { patient: { givenName: 'Ander' } })).patientId
  await link(place.organisationId, patientId, 'sub-wil')
  await makeStageEntry(house, person, 'intake', '2025-09-01')
  await makeStageEntry(house, person, 'surgery', '2025-11-01')
  const pain = (value: number) => [{ instrument: 'hip-knee', scale: 'pain', value }]
  const talked = { staffId: clinician, came: 'discussed' as const }
  await makeCourse(house, person, { moment: 'intake', on: '2025-09-01', scores: pain(8), ...talked })
  const { responseId } = await makeCourse(house, person, {
    moment: 'month-3',
    on: '2026-02-01',
    scores: pain(2),
    ...talked,
  })
  await makeAppointment(house, {
    patientId,
    enrolmentId: person.enrolmentId,
    ...place,
    kind: 'check-up',
    startsAt: '2026-03-24T09:20:00.000Z',
  })
  const agreement = (sentence: string, withdrawnAt: string | null) => ({
    id: house.deps.newId('agr'),
    enrolmentId: person.enrolmentId,
    responseId,
    staffId: clinician,
    sentence,
    who: 'u <zelf>',
    dueOn: '2026-03-24',
    agreedAt: '2026-02-03T10:00:00.000Z',
    withdrawnAt,
  })
  await house.db
    .insert(agreements)
    .values([agreement('U oefent elke dag.', null), agreement('Weggehaald.', '2026-02-03T10:05:00.000Z')])
  await house.as(clinician).get(`/api/clinic/patients/${patientId}`)
})
afterAll(async () => {
  await house.close()
  await provider.close()
})

/** What a data manager does for a patient who wants to sign in. */
async function link(of: string, patient: string, subject: string) {
  const manager = await makeStaff(house, { organisationId: of, role: 'data-manager' })
  const { status } = await house.as(manager).put(`/api/identities/${patient}`, { subject })
  expect(status).toBe(200)
}

/** A patient of a team with another outcome set. */
async function enrolled(outcomeSet: string, givenName: string) {
  const teamId = await makeTeam(house, organisationId, { outcomeSet, name: outcomeSet })
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const patient = { number: givenName, givenName, familyName: 'Bos', birthDate: '1990-04-12', sex: 'female' }
  const { body } = await house.as(clinician).post('/api/enrolments', { teamId, patient })
  return { clinician, person: body as { enrolmentId: string; patientId: string } }
}

/** Goes to the provider and comes back as this person. */
async function signIn(browser: ReturnType<typeof browse>, subject = 'sub-wil', level = 'substantial') {
  const away = await browser.step(`${HERE}/mijn/sign-in`)
  const asked = new URL(away.headers.get('location') ?? '')
  asked.pathname = '/choose'
  asked.searchParams.set('subject', subject)
  asked.searchParams.set('level', level)
  return browser.go(asked.href)
}

describe('while the provider is away', () => {
  it('says so on a page, and works as soon as the provider does', async () => {
    const browser = browse(house)
    const away = await browser.go(`${HERE}/mijn/sign-in`)
    expect(away).toMatchObject({ status: 503 })
    expect(away.text).toContain('Nu kunt u niet inloggen')
    provider.open()
    expect((await signIn(browser)).url).toBe(`${HERE}/mijn`)
  })
})

describe('signing in', () => {
  beforeEach(() => provider.open())

  it('asks for a level, with PKCE, state and nonce', async () => {
    const away = await browse(house).step(`${HERE}/mijn/sign-in`)
    const asked = Object.fromEntries(new URL(away.headers.get('location') ?? '').searchParams)
    expect(asked).toMatchObject({
      acr_values: 'substantial high',
      code_challenge_method: 'S256',
      redirect_uri: `${HERE}/mijn/callback`,
      scope: 'openid',
    })
    expect(asked.state?.length).toBeGreaterThan(20)
    expect(asked.nonce?.length).toBeGreaterThan(20)
  })

  it('opens the own record, and logs it as the patient’s own request', async () => {
    const browser = browse(house)
    const page = await signIn(browser)
    expect(page).toMatchObject({ status: 200, url: `${HERE}/mijn` })
    expect(page.text).toContain('Dag Wil')
    const lines = await house.db
      .select({ type: auditEvents.type, purpose: auditEvents.purpose, detail: auditEvents.detail })
      .from(auditEvents)
      .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
      .where(eq(auditEvents.actorId, patientId))
    expect(lines).toContainEqual({
      type: 'portal.signed-in',
      purpose: 'PATRQT',
      detail: { level: 'substantial' },
    })
    expect(lines.filter(({ type }) => type === 'portal.overview-read')).not.toEqual([])
  })

  it('says where the patient is, not where they will be', async () => {
    await makeStageEntry(house, { enrolmentId }, 'rehabilitation', '2026-03-03')
    const page = await signIn(browse(house))
    expect(page.text).toMatch(/U bent hier<\/span><h3>Operatie en opname<\/h3><p>U wordt geopereerd/)
    expect(page.text).not.toContain('3 maart')
  })

  it('after a loss holds up nothing that was hoped for, and gives nothing to choose', async () => {
    const { person, clinician: midwife } = await enrolled('pregnancy-childbirth', 'Noor')
    await link(organisationId, person.patientId, 'sub-noor')
    await makeStageEntry(house, person, 'prenatal', '2026-01-10')
    const browser = browse(house)
    expect((await signIn(browser, 'sub-noor')).text).toContain('U bent hier</span><h3>Zwanger tot 28 weken')
    const end = { reason: 'loss', endedOn: '2026-03-02' }
    await house.as(midwife).post(`/api/enrolments/${person.enrolmentId}/end`, end)
    const page = (await browser.go(`${HERE}/mijn`)).text
    expect(page).toContain('Dit zorgpad is gestopt op 2 mrt')
    expect(page).not.toMatch(/Zwanger|afgerond|\/mijn\/options/)
    expect((await browser.go(`${HERE}/mijn/options`)).text).not.toContain('Dit zijn de mogelijkheden')
  })

  it('in palliative care says where somebody is, without what the stage promised', async () => {
    const { person, clinician: nurse } = await enrolled('copd', 'Bas')
    await link(organisationId, person.patientId, 'sub-bas')
    await makeStageEntry(house, person, 'steady', '2026-01-10')
    const browser = browse(house)
    expect((await signIn(browser, 'sub-bas')).text).toContain('U komt 1 tot 4 keer per jaar')
    const end = { reason: 'palliative', endedOn: '2026-03-02' }
    for (const _ of ['said', 'said again'])
      await house.as(nurse).post(`/api/enrolments/${person.enrolmentId}/end`, end)
    const told = await house.db.select().from(careEvents).where(eq(careEvents.patientId, person.patientId))
    expect(told).toHaveLength(1)
    const page = (await browser.go(`${HERE}/mijn`)).text
    expect(page).toContain('U bent hier</span><h3>Op koers blijven')
    expect(page).not.toMatch(/U komt 1 tot 4 keer|\/mijn\/options/)
  })

  it('speaks the language of the organisation to who speaks none of ours', async () => {
    const abroad = await makeOrganisation(house, { language: 'en' })
    const person = await makePatient(house, abroad, { givenName: 'Ewa', language: 'pl' })
    await link(abroad, person, 'sub-ewa')
    expect((await signIn(browse(house), 'sub-ewa')).text).toContain('<html lang="en"')
  })

  it('speaks the patient’s own language, and says that nobody has checked it', async () => {
    const person = await makePatient(house, organisationId, { givenName: 'Amal', language: 'ar' })
    await link(organisationId, person, 'sub-amal')
    const browser = browse(house)
    const page = await signIn(browser, 'sub-amal')
    expect(page.text).toContain('<html lang="ar" dir="rtl"')
    expect(page.text).toContain('مرحبًا Amal')
    expect(page.text).toContain('لم يراجع أي شخص هذه الترجمة بعد')
    for (const path of ['/mijn/results', '/mijn/looked'])
      expect((await browser.go(`${HERE}${path}`)).text).toContain('dir="rtl"')
  })

  it('refuses a level that is too low', async () => {
    const page = await signIn(browse(house), 'sub-wil', 'basic')
    expect(page).toMatchObject({ status: 403 })
    expect(page.text).toContain('veiliger inloggen')
  })

  it('tells somebody unknown here what to do', async () => {
    const page = await signIn(browse(house), 'sub-nobody')
    expect(page).toMatchObject({ status: 403 })
    expect(page.text).toContain('We vinden u hier nog niet')
  })

  it('refuses an answer that another browser began, or that was changed on the way', async () => {
    const away = await browse(house).step(`${HERE}/mijn/sign-in`)
    const asked = new URL(away.headers.get('location') ?? '')
    asked.pathname = '/choose'
    asked.searchParams.set('subject', 'sub-wil')
    expect((await browse(house).go(asked.href)).status).toBe(401)
    const browser = browse(house)
    await browser.step(`${HERE}/mijn/sign-in`)
    for (const query of ['code=1&state=1', 'error=access_denied', ''])
      expect((await browser.go(`${HERE}/mijn/callback?${query}`)).status).toBe(401)
  })

  it('refuses an answer of another issuer, and an identity made for another request', async () => {
    const chosen = async (browser: ReturnType<typeof browse>, change: (asked: URL) => void) => {
      const away = await browser.step(`${HERE}/mijn/sign-in`)
      const asked = new URL(away.headers.get('location') ?? '')
      asked.pathname = '/choose'
      asked.searchParams.set('subject', 'sub-wil')
      change(asked)
      return new URL((await browser.step(asked.href)).headers.get('location') ?? '')
    }
    const one = browse(house)
    const foreign = await chosen(one, () => {})
    foreign.searchParams.set('iss', 'https://id.example.org')
    expect((await one.go(foreign.href)).status).toBe(401)
    const two = browse(house)
    const replayed = await chosen(two, (asked) => asked.searchParams.set('nonce', 'of-another-request'))
    expect((await two.go(replayed.href)).status).toBe(401)
  })

  it('cannot come back twice with the same answer', async () => {
    const browser = browse(house)
    const page = await signIn(browser)
    expect(page.status).toBe(200)
    expect((await browser.go(`${HERE}/mijn/callback?code=used&state=used`)).status).toBe(401)
  })
})

describe('what the patient reads', () => {
  const read = async (path: string) => {
    const browser = browse(house)
    await signIn(browser)
    return browser.go(`${HERE}${path}`)
  }

  it('agreements that stand, who does what by when, what was discussed, what comes, whom to call', async () => {
    const { text } = await read('/mijn')
    expect(text).toContain('U oefent elke dag.')
    expect(text).not.toContain('Weggehaald.')
    expect(text).toContain('Wie: u &lt;zelf&gt;.')
    expect(text).toContain('Uiterlijk di 24 mrt 2026.')
    expect(text).toContain('Joke Visser')
    expect(text).toContain('di 24 mrt 2026, 10:20')
    expect(text).toContain('href="tel:0100001234"')
  })

  it('an appointment for their calendar, which says when and where and not what for', async () => {
    const { text } = await read('/mijn')
    const [, path = ''] = /href="(\/mijn\/appointments\/[^"]+)"/.exec(text) ?? []
    const file = await read(path)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(file.text).toContain('DTSTART:20260324T092000Z\r\n')
    expect(file.text).toContain('SUMMARY:Afspraak bij Ziekenhuis De Vaart\r\n')
    expect(file.text).not.toMatch(/controle|knie|heup/i)
    const other = browse(house)
    await link(organisationId, strangerId, 'sub-stranger')
    await signIn(other, 'sub-stranger')
    expect((await other.go(`${HERE}${path}`)).status).toBe(404)
  })

  it('results in words, as a picture with a description, and as a table', async () => {
    const { text } = await read('/mijn/results')
    expect(text).toContain('Beter dan op 1 sep')
    expect(text).toContain('Duidelijk beter dan op 1 sep')
    expect(text).toMatch(/<desc[^>]*>1 sep 2025: 8; 1 feb 2026: 2<\/desc>/)
    expect(text).toContain('<th scope="row">zo 1 feb 2026</th><td>2</td>')
  })

  it('results and agreements as a PDF, in the language of the page', async () => {
    const browser = browse(house)
    await signIn(browser)
    const print = async (language: PatientLanguage) => {
      await browser.post(`${HERE}/mijn/look`, { language, here: '/mijn/results' })
      return browser.step(`${HERE}/mijn/results.pdf`)
    }
    await expectPdf(await print('nl'), {
      refusal: printedWords.nl.away,
      named: 'results-2026-03-02.pdf',
      title: 'Uw uitslagen en afspraken',
      tags: ['H1', 'H2', 'Figure', 'Table', 'TH'],
      words: ['Van Wil van der Ploeg', 'Beter dan op 1 sep', 'zo 1 feb 2026 2', 'U oefent elke da'],
    })
    for (const language of ['en', 'de', 'tr', 'ar'] as const)
      await expectPdf(await print(language), { language, refusal: printedWords[language].away })
    const logged = await house.db
      .select({ type: auditEvents.type, purpose: auditEvents.purpose })
      .from(auditEvents)
      .where(eq(auditEvents.type, 'portal.results-printed'))
    expect(logged).toEqual(Array(5).fill({ type: 'portal.results-printed', purpose: 'PATRQT' }))
  })

  it('what there is to choose, to read and to take along, without a name and without advice', async () => {
    const browser = browse(house)
    await signIn(browser)
    const { text } = await browser.go(`${HERE}/mijn/options`)
    expect(text).toContain('<h1>Wat kunt u kiezen?</h1>')
    expect(text).toContain('Het heupgewricht wordt vervangen door een prothese.')
    expect(text).toContain('Er zijn te weinig mensen zoals u')
    await expectPdf(await browser.step(`${HERE}/mijn/options.pdf`), {
      refusal: printedWords.nl.away,
      named: 'options-2026-03-02.pdf',
      title: 'Wat kunt u kiezen?',
      tags: ['H1', 'H2', 'L'],
      words: ['Zonder operatie', 'Nieuwe heup', 'Wat vraagt dit van mij'],
      unsaid: ['Wil van der Ploeg'],
    })
    const types = ['portal.options-read', 'portal.options-printed']
    const logged = await house.db
      .select({ type: auditEvents.type })
      .from(auditEvents)
      .where(and(inArray(auditEvents.type, types), eq(auditEvents.actorId, patientId)))
    expect(logged.map(({ type }) => type)).toEqual(types)
  })

  it('who looked, on which day and by which role', async () => {
    const { text } = await read('/mijn/looked')
    expect(text).toContain('Joke Visser')
    expect(text).toContain('behandelaar')
    expect(text).toContain('voor uw behandeling')
    expect(text).toContain('ma 2 mrt 2026')
  })

  it('in English where chosen, without a script and under a policy that allows none of others', async () => {
    const browser = browse(house)
    await signIn(browser)
    const page = await browser.post(`${HERE}/mijn/look`, { language: 'en', here: '/mijn/results' })
    expect(page.url).toBe(`${HERE}/mijn/results`)
    expect(page.text).toContain('What do your answers mean?')
    expect(page.headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-/)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.text).not.toMatch(/ style=|<script/)
  })

  it('never another page than of the house itself', async () => {
    const browser = browse(house)
    expect((await browser.post(`${HERE}/mijn/look`, { here: 'https://example.org' })).url).toBe(
      `${HERE}/mijn`,
    )
    expect((await browser.go(`${HERE}/mijn/nothing`)).status).toBe(404)
  })
})

describe('who does not read it', () => {
  const PAGES = ['/mijn', '/mijn/results', '/mijn/looked']

  const expectClosed = async (browser: ReturnType<typeof browse>) => {
    for (const path of PAGES) {
      const { text } = await browser.go(`${HERE}${path}`)
      expect(text).toContain('Uw uitslagen en afspraken')
      expect(text).not.toContain('Joke Visser')
    }
  }

  it('nobody without signing in', () => expectClosed(browse(house)))

  it('whoever came by a mailed link, in whatever cookie they put its session', async () => {
    const secret = 'a secret that a mailed link gave'
    await house.db.insert(patientSessions).values({
      id: hashOf(secret),
      patientId,
      level: null,
      confirmedAt: NOW,
      respondent: 'patient',
      createdAt: '2026-03-02T08:00:00.000Z',
      lastSeenAt: '2026-03-02T08:00:00.000Z',
    })
    for (const name of ['answer', 'mijn']) {
      const browser = browse(house)
      browser.cookies(HERE).set(name, secret)
      await expectClosed(browser)
    }
  })

  it('another site cannot sign somebody out', async () => {
    const answer = await house.app.request('/mijn/sign-out', {
      method: 'POST',
      headers: { origin: 'https://example.org', 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
  })

  it('another patient', async () => {
    const person = await makePatient(house, organisationId, { givenName: 'Ander' })
    await link(organisationId, person, 'sub-other')
    const browser = browse(house)
    expect((await signIn(browser, 'sub-other')).text).toContain('Dag Ander')
    for (const path of PAGES) expect((await browser.go(`${HERE}${path}`)).text).not.toContain('Joke Visser')
  })

  it('whose link was removed, at once', async () => {
    const person = await makePatient(house, organisationId, { givenName: 'Cees' })
    await link(organisationId, person, 'sub-cees')
    const browser = browse(house)
    expect((await signIn(browser, 'sub-cees')).text).toContain('Dag Cees')
    const manager = await makeStaff(house, { organisationId, role: 'data-manager' })
    await house.as(manager).delete(`/api/identities/${person}`)
    await expectClosed(browser)
    expect(await signIn(browser, 'sub-cees')).toMatchObject({ status: 403 })
  })

  it('whoever signed out, or was quiet for 15 minutes', async () => {
    const quiet = browse(house)
    await signIn(quiet)
    const gone = browse(house)
    await signIn(gone)
    const cookie = gone.cookies(HERE).get('mijn') ?? ''
    expect((await gone.post(`${HERE}/mijn/sign-out`)).text).toContain('U bent uitgelogd')
    gone.cookies(HERE).set('mijn', cookie)
    await expectClosed(gone)
    house.pass(14 * 60_000)
    expect((await quiet.go(`${HERE}/mijn`)).text).toContain('Dag Wil')
    house.pass(15 * 60_000 + 1)
    await expectClosed(quiet)
  })
})

describe('a patient of two organisations', () => {
  it('chooses whose record to open, among their own only', async () => {
    provider.open()
    const elsewhere = await makeOrganisation(house, { name: 'Kliniek Noord' })
    const here = await makePatient(house, organisationId, { givenName: 'Dina' })
    const there = await makePatient(house, elsewhere, { givenName: 'Dina' })
    await link(organisationId, here, 'sub-dina')
    await link(elsewhere, there, 'sub-dina')
    const browser = browse(house)
    const choice = await signIn(browser, 'sub-dina')
    expect(choice).toMatchObject({ status: 200, url: `${HERE}/mijn/choose` })
    expect(choice.text).toContain('Welk ziekenhuis?')
    expect(choice.text.indexOf('Kliniek Noord')).toBeLessThan(choice.text.indexOf('Ziekenhuis De Vaart'))
    expect((await browser.go(`${HERE}/mijn`)).text).not.toContain('Dag Dina')
    expect(await browser.post(`${HERE}/mijn/choose`, { patient: patientId })).toMatchObject({ status: 403 })
    const chosen = await browser.post(`${HERE}/mijn/choose`, { patient: there })
    expect(chosen.url).toBe(`${HERE}/mijn`)
    expect(chosen.text).toContain('Dag Dina')
    expect((await browser.go(`${HERE}/mijn/choose`)).status).toBe(401) // the choice was for once

    const slow = browse(house)
    await signIn(slow, 'sub-dina')
    house.pass(10 * 60_000)
    expect((await slow.post(`${HERE}/mijn/choose`, { patient: there })).status).toBe(401)
  })

  it('cannot choose a record whose link was removed meanwhile', async () => {
    provider.open()
    const elsewhere = await makeOrganisation(house, { name: 'Kliniek Zuid' })
    const here = await makePatient(house, organisationId, { givenName: 'Eva' })
    const there = await makePatient(house, elsewhere, { givenName: 'Eva' })
    await link(organisationId, here, 'sub-eva')
    await link(elsewhere, there, 'sub-eva')
    const browser = browse(house)
    expect((await signIn(browser, 'sub-eva')).text).toContain('Kliniek Zuid')
    const manager = await makeStaff(house, { organisationId: elsewhere, role: 'data-manager' })
    expect((await house.as(manager).delete(`/api/identities/${there}`)).status).toBe(200)
    expect((await browser.go(`${HERE}/mijn/choose`)).text).not.toContain('Kliniek Zuid')
    expect(await browser.post(`${HERE}/mijn/choose`, { patient: there })).toMatchObject({ status: 403 })
    expect((await browser.post(`${HERE}/mijn/choose`, { patient: here })).text).toContain('Dag Eva')
  })
})
