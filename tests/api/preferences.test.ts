import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { patientObjections, patientProxies, patients } from '../../server/db/schema/patients.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { verdict } from '../../server/outbox/verdict.ts'
import { openBrowsing } from '../support/browsing.ts'
import { type Care, makeCare, makePath } from '../support/care.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { signedInBrowser } from '../support/signed-in.ts'

const HERE = 'http://localhost:3000'
const NOW = '2026-03-02T08:00:00Z'
const PAGE = `${HERE}/mijn/preferences`

let house: House
let care: Care
let manager: string

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  care = await makeCare(house)
  manager = await makeStaff(house, { organisationId: care.organisationId, role: 'data-manager' })
})
afterAll(() => house.close())

/** A patient with an intake to come, in the browser in which they signed in. */
async function signedIn() {
  const path = await makePath(house, care, { intake: '2026-03-16T09:00:00.000Z' })
  const browser = await signedInBrowser(house, HERE, path.patientId)
  return { ...path, browser }
}

const mailTo = (patientId: string) => house.db.$count(messages, eq(messages.patientId, patientId))

describe('preferences', () => {
  it('lead back to their page where “nobody answers for me” is pressed twice', async () => {
    const { browser, patientId } = await signedIn()
    const someone = { act: 'set', name: 'Bo de Wit', relation: 'family', until: '31-12-2026' }
    const wrong = await browser.post(`${PAGE}/proxy`, { ...someone, until: 'ooit', email: 'bo@thuis' })
    expect(wrong.status).toBe(422)
    for (const typed of ['value="Bo de Wit"', 'value="family" checked', 'value="ooit"', 'value="bo@thuis"'])
      expect(wrong.text, 'what was typed stays').toContain(typed)
    const named = await browser.post(`${PAGE}/proxy`, { ...someone, email: 'bo@example.nl' })
    expect(named.text).toContain('Bo de Wit')
    expect(named.text).toContain('gaan naar een eigen mailadres')
    const isTheirs = eq(patientProxies.patientId, patientId)
    await house.db.update(patientProxies).set({ mailOffAt: NOW }).where(isTheirs)
    expect((await browser.go(PAGE)).text).toContain('gaat geen mail meer')
    for (const _ of [1, 2]) {
      const page = await browser.post(`${PAGE}/proxy`, { act: 'end' })
      expect(page).toMatchObject({ status: 200, url: PAGE })
      expect(page.text).not.toContain('Bo de Wit')
    }
  })

  it('keep the language of pages and mail', async () => {
    const { browser, patientId } = await signedIn()
    const page = await browser.post(`${PAGE}/language`, { language: 'tr' })
    expect(page).toMatchObject({ status: 200, url: PAGE })
    expect(page.text).toContain('Tercihlerim')
    const [row] = await house.db.select().from(patients).where(eq(patients.id, patientId))
    expect(row?.language).toBe('tr')
  })

  it('take texts instead of mail, once the number is typed again, and mail again', async () => {
    const { browser, patientId } = await signedIn()
    const isOne = eq(patients.id, patientId)
    expect((await browser.go(PAGE)).text).not.toContain('action="/mijn/preferences/texts')
    const before = house.deps.config
    house.deps.config = { ...before, SMS_URL: 'http://localhost:1/texts' }
    const phone = house.deps.seal.close('06-12345678', `patient-phone:${patientId}`)
    await house.db.update(patients).set({ phone }).where(isOne)
    expect((await browser.go(PAGE)).text).toContain('eindigt op 78')
    const wrong = await browser.post(`${PAGE}/texts`, { number: '06 87654378', way: 'sms' })
    expect(wrong).toMatchObject({ status: 422 })
    expect(wrong.text).toContain('niet het nummer')
    const on = await browser.post(`${PAGE}/texts`, { number: '+31 6 12345678', way: 'sms' })
    expect(on.text).toContain('U krijgt een sms')
    await planMessages(house.deps)
    const written = await house.db.select().from(messages).where(eq(messages.patientId, patientId))
    expect(written.map(({ channel }) => channel)).toEqual(['sms'])
    expect((await browser.post(`${PAGE}/texts`, { way: 'mail' })).text).toContain('Uw mobiele nummer')
    expect((await house.db.select().from(patients).where(isOne))[0]?.prefersTexts).toBe(false)
    house.deps.config = before
  })

  it('do without reminders and news, kind by kind, and take them up again', async () => {
    const { browser, patientId } = await signedIn()
    const why = async (kind: string) => {
      const [patient] = await house.db.select().from(patients).where(eq(patients.id, patientId))
      return verdict({ message: { kind, patientId, channel: 'mail' }, patient, asked: [] } as never, NOW)
    }
    expect(await why('agreement')).toBeNull()
    const page = await browser.post(`${PAGE}/topics`, { thanks: 'on' })
    expect(page).toMatchObject({ status: 200, url: PAGE })
    expect(page.text).toContain('name="thanks" value="on" checked')
    expect(page.text).not.toContain('name="reminder" value="on" checked')
    expect(await Promise.all(['reminder', 'agreement', 'thanks'].map(why))).toEqual([
      'does-without',
      'does-without',
      null,
    ])
    expect(await why('invitation')).toBe('nothing-open')
    await browser.post(`${PAGE}/topics`, { thanks: 'on', reminder: 'on', agreement: 'on' })
    expect(await why('agreement')).toBeNull()
  })

  it('stop mail about one care path and take it up again; nobody’s but one’s own', async () => {
    const { browser, enrolmentId, patientId } = await signedIn()
    const other = await signedIn()
    const off = await browser.post(`${PAGE}/mail`, { path: enrolmentId, mail: 'off' })
    expect(off.text).toContain('U krijgt geen mail over')
    await planMessages(house.deps)
    expect(await mailTo(patientId)).toBe(0)
    expect(await mailTo(other.patientId)).toBe(1)
    expect((await browser.go(`${HERE}/mijn`)).text).not.toContain('U krijgt een e-mail.')
    const asked = await browser.post(`${HERE}/mijn/new-link`, {})
    expect(asked.text).toContain('Kijk in uw mail')
    expect(await mailTo(patientId)).toBe(1)
    await house.db.delete(messages).where(eq(messages.patientId, patientId))
    expect((await other.browser.post(`${PAGE}/mail`, { path: enrolmentId, mail: 'on' })).status).toBe(404)
    const on = await browser.post(`${PAGE}/mail`, { path: enrolmentId, mail: 'on' })
    expect(on.text).toContain('U krijgt mail over')
    await planMessages(house.deps)
    expect(await mailTo(patientId)).toBe(1)
  })
})

describe('what answers are used for', () => {
  it('is the patient’s to choose: it holds at once, and can be taken back', async () => {
    const { browser, patientId } = await signedIn()
    const rows = () =>
      house.db.select().from(patientObjections).where(eq(patientObjections.patientId, patientId))
    expect((await browser.go(PAGE)).text).toContain('Die van u tellen daarin mee')
    const said = await browser.post(`${PAGE}/objection`, { use: 'no' })
    expect(said).toMatchObject({ status: 200, url: PAGE })
    expect(said.text).toContain('U zei nee op ma 2 mrt 2026.')
    for (const still of ['Bij de eerste telling na uw nee', 'hoeveel mail en meldingen er zijn'])
      expect(said.text).toContain(still)
    await browser.post(`${PAGE}/objection`, { use: 'no' })
    await browser.post(`${PAGE}/objection`, { use: 'perhaps' })
    expect(await rows()).toMatchObject([{ endedAt: null }])
    expect((await browser.post(`${PAGE}/objection`, { use: 'yes' })).text).toContain('Die van u tellen')
    expect(await rows()).toMatchObject([{ endedAt: house.deps.now().toISOString() }])
    const types = (await house.db.select().from(auditEvents)).map(({ type }) => type)
    expect(types.filter((type) => type === 'patient.objected')).toHaveLength(1)
    expect(types).toContain('patient.objection-ended')
    const old = await browser.post(`${PAGE}/request`, { kind: 'objection', text: 'Nee.' })
    expect(old.status).toBe(422)
  })
})

describe('a request', () => {
  it('reaches the data manager, whose answer the patient reads', async () => {
    const { browser, patientId } = await signedIn()
    const empty = await browser.post(`${PAGE}/request`, { kind: 'correction', text: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('schrijf op wat u wilt')
    const sent = await browser.post(`${PAGE}/request`, { kind: 'correction', text: 'Ik heet <b>Wil</b>.' })
    expect(sent).toMatchObject({ status: 200, url: PAGE })
    expect(sent.text).toContain('Ik heet &lt;b&gt;Wil&lt;/b&gt;.')
    expect(sent.text).toContain('Nog geen antwoord.')

    const listed = (await house.as(manager).get('/api/requests')).body as {
      requests: { id: string; patientId: string; text: string }[]
    }
    const request = listed.requests.find((one) => one.patientId === patientId)
    expect(request?.text).toBe('Ik heet <b>Wil</b>.')
    const path = `/api/requests/${request?.id}/answer`
    expect((await house.as(manager).post(path, { answer: ' ' })).status).toBe(400)
    expect((await house.as(manager).post(path, { answer: 'Het is verbeterd.' })).status).toBe(200)
    expect((await house.as(manager).post(path, { answer: 'Nog eens.' })).status).toBe(404)
    expect((await browser.go(PAGE)).text).toContain('Het is verbeterd.')
    const types = (await house.db.select().from(auditEvents)).map(({ type }) => type)
    expect(types).toEqual(
      expect.arrayContaining(['portal.request-made', 'requests.listed', 'request.answered']),
    )
  })

  it('waits five at a time, and is nobody’s without signing in', async () => {
    const { browser } = await signedIn()
    const ask = () => browser.post(`${PAGE}/request`, { kind: 'other', text: 'Bel mij.' })
    for (let time = 0; time < 5; time++) expect((await ask()).status).toBe(200)
    const sixth = await ask()
    expect(sixth.status).toBe(422)
    expect(sixth.text).toContain('Bel mij.</textarea>')
    const stranger = openBrowsing({
      [HERE]: (url, init) => house.app.request(url.slice(HERE.length), init),
    })
    const refused = await stranger.post(`${PAGE}/request`, { kind: 'other', text: 'Bel mij.' })
    expect(refused.text).toContain('Uw uitslagen en afspraken')
  })
})
