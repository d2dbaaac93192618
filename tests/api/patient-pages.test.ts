import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessments } from '../../server/db/schema/care.ts'
import type { Reply } from '../../web/patient/api.ts'
import { openKeeper } from '../../web/patient/keeper.ts'
import type { Changes, ResponseAnswers } from '../../web/patient/task.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeClinic, NOW, openAsked, openBrowser, readDraft } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
})
afterAll(() => house.close())

const opened = (moment?: string) => openAsked(house, clinic, moment)
type Browser = ReturnType<typeof openBrowser>

const draftOf = (assessmentId: string) => readDraft(house, assessmentId)

/** What stands on the page: what waits in it for a script is nobody's. */
const shown = async (answer: Response) => (await answer.text()).replace(/<template.*?<\/template>/s, '')

const hidden = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="([\w-]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )

/** Fills in the question that stands at this address, and gives where that leads. */
async function fill(browser: Browser, path: string, fields: Record<string, string>) {
  const page = await shown(await browser.get(path))
  const answer = await browser.press('/v/questions', { ...hidden(page), ...fields })
  return { status: answer.status, next: answer.headers.get('location') ?? '', page: await shown(answer) }
}

describe('without a script', () => {
  it('one page asks one question, keeps the answer, and leads on', async () => {
    const { browser, assessmentId } = await opened()
    const first = await fill(browser, '/v/questions', { pain_walking: '3' })
    expect([first.status, first.next]).toEqual([303, '/v/questions?q=1&from=0'])
    const second = await fill(browser, first.next, { 'at-pass': '1' })
    expect(second.next).toBe('/v/questions?q=2&from=1')
    expect(await draftOf(assessmentId)).toMatchObject({
      version: 2,
      answers: { 'hip-knee': { pain_walking: 3, pain_rest: null } },
    })
    expect(await shown(await browser.get('/v/questions'))).toContain('name="pain_night"')
    expect(await shown(await browser.get('/v/questions?q=0'))).toContain('value="3" checked')
  })

  it('shows the finish in another language with what was filled in, and sends nothing by it', async () => {
    const { browser, assessmentId } = await opened()
    await fill(browser, '/v/questions', { pain_walking: '3' })
    const filled = { topic: 'pain', 'topic-text': 'Fietsen', urgent: 'yes', language: 'tr' }
    const turkish = await shown(await browser.press('/v/finish', filled))
    expect(turkish).toContain('<html lang="tr"')
    for (const kept of ['value="pain" checked', '>Fietsen</textarea>', 'value="yes" checked'])
      expect(turkish).toContain(kept)
    expect(await shown(await browser.get('/v/finish'))).toContain('<html lang="tr"')
    expect(await draftOf(assessmentId)).toMatchObject({ submittedAt: null, topics: null })
  })

  it('says what to do about an answer that is missing or not possible, and keeps nothing of it', async () => {
    const { browser, assessmentId } = await opened()
    const missing = await fill(browser, '/v/questions', {})
    expect(missing.status).toBe(422)
    expect(missing.page).toContain('Kies een antwoord. Of kies onderaan: Deze vraag overslaan.</p>')
    expect((await fill(browser, '/v/questions', { pain_walking: '11' })).status).toBe(422)
    expect(await draftOf(assessmentId)).toBeUndefined()
  })

  it('asks what hangs on an answer, and says at once what to do after a worrying one', async () => {
    const { browser } = await opened('week-2')
    const quiet = await fill(browser, '/v/questions', { complaint_now: '0' })
    expect(await shown(await browser.get(quiet.next))).not.toContain('benauwdheid')
    const worried = await fill(browser, '/v/questions?q=0', { complaint_now: '2' })
    expect(worried.next).toBe('/v/questions?q=1&from=0')
    expect(await shown(await browser.get(worried.next))).toMatch(
      /<div class="note"[^>]*value="\d"><p>[^<]*<a href="tel:112">112/,
    )
  })

  it('sends everything with one button, and the second press of it is harmless', async () => {
    const { browser, assessmentId } = await opened()
    await fill(browser, '/v/questions', { pain_walking: '3' })
    const chosen = { topic: 'pain', 'topic-text': ' Slapen ', urgent: 'yes' }
    expect((await browser.press('/v/finish', { topic: 'pain' })).status).toBe(422)
    const [one, two] = [await browser.press('/v/finish', chosen), await browser.press('/v/finish', chosen)]
    expect([one.headers.get('location'), two.headers.get('location')]).toEqual(['/v/sent', '/v/sent'])
    expect(await draftOf(assessmentId)).toMatchObject({
      topics: ['pain'],
      topicText: 'Slapen',
      urgent: true,
      submittedAt: new Date(NOW).toISOString(),
    })
    const sent = await shown(await browser.get('/v/sent'))
    expect(sent).toContain('Uw antwoorden zijn verstuurd')
    expect(sent).toContain('Bel ons nu')
    expect(sent).toContain('Eerst over pijn.')
    const again = await shown(await browser.get('/v'))
    expect(again).toContain('Verstuurd: ma 2 mrt 2026, 09:00.')
    expect(again).toContain('href="/v/sent"')
    expect(again).toMatch(/href="tel:\d+"/)
  })

  it('says one thing to who cannot wait after an answer that is worrying, without a visit to come', async () => {
    const { browser, assessmentId } = await opened('week-2')
    await house.db.update(assessments).set({ appointmentId: null }).where(eq(assessments.id, assessmentId))
    const start = await shown(await browser.get('/v'))
    expect(start).not.toContain('helpen bij het gesprek')
    const finish = await shown(await browser.get('/v/finish'))
    expect(finish).toContain('Uw zorgteam leest wat u kiest.')
    await fill(browser, '/v/questions', { complaint_now: '2' })
    await browser.press('/v/finish', { urgent: 'yes' })
    const sent = await shown(await browser.get('/v/sent'))
    expect(sent).toContain('Wacht niet tot wij u bellen.')
    expect(sent).not.toContain('als dat nodig is')
  })

  it('a link that is opened later does not read back what was sent before', async () => {
    const { browser, token } = await opened()
    await fill(browser, '/v/questions', { pain_walking: '3' })
    expect((await browser.press('/v/finish', { urgent: 'no' })).headers.get('location')).toBe('/v/sent')
    house.pass(60_000)
    const later = openBrowser(house)
    await later.open(token)
    const page = await shown(await later.get('/v/sent'))
    expect(page).toContain('Er staan geen vragen voor u klaar')
    expect(page).toContain('Uw antwoorden zijn binnen')
    expect(page).not.toContain('href="/v/sent"')
    house.goTo(NOW)
  })

  it('leads to the start where nobody is known or nothing is asked', async () => {
    const stranger = openBrowser(house)
    for (const path of ['/v/questions', '/v/finish', '/v/sent'])
      expect((await stranger.get(path)).headers.get('location')).toBe('/v')
    const { browser } = await opened()
    const elsewhere = { 'at-assessment': 'ass_0', 'at-instrument': 'hip-knee', 'at-item': 'pain_walking' }
    expect((await browser.press('/v/questions', elsewhere)).headers.get('location')).toBe('/v')
    expect((await browser.get('/v/questions?q=999')).status).toBe(200)
  })
})

describe('a page with the token in its body', () => {
  it('has every help line that a note names one press away, before anything is asked of the server', async () => {
    const { browser } = await opened()
    const notes = [
      ...(await (await browser.get('/v')).text()).matchAll(/<div class="note" data-op.*?<\/div>/gs),
    ]
    const crisis = notes.map(([note]) => note).filter((note) => note.includes('zelfdoding'))
    expect(crisis.length).toBeGreaterThan(0)
    for (const note of crisis) {
      expect(note).toContain('<a href="tel:113">113</a>')
      expect(note).toContain('<a href="tel:08000113">0800-0113</a>')
      expect(note).toContain('href="tel:0100001234"')
    }
  })

  it('is the start at once, with everything that is asked; a token of nobody gets what an old link gets', async () => {
    const { token } = await makeAsked(house, clinic)
    const browser = openBrowser(house)
    const start = await (await browser.press('/v', { token })).text()
    expect(start).toContain('Start de vragen')
    expect(start).toContain('name="pain_walking"')
    expect((await openBrowser(house).press('/v', { token: 'A'.repeat(43) })).status).toBe(410)
    expect((await openBrowser(house).press('/v', {})).status).toBe(410)
  })

  it('holds another key for each assessment, the same in every session', async () => {
    const keys = async (token: string) => {
      const browser = openBrowser(house)
      return /"key":"([\w-]{43})"/.exec(await (await browser.press('/v', { token })).text())?.[1]
    }
    const [one, other] = [await makeAsked(house, clinic), await makeAsked(house, clinic)]
    expect(await keys(one.token)).toBe(await keys(one.token))
    expect(await keys(one.token)).not.toBe(await keys(other.token))
  })
})

describe('answers are never lost', () => {
  /** A window of a page on the real server; `fails` says after which saves the reply gets lost. */
  async function openWindow(token: string, assessmentId: string, fails: () => boolean = () => false) {
    const browser = openBrowser(house)
    await browser.open(token)
    const { assessments } = (await browser.task()).body
    const merges: ResponseAnswers[] = []
    const keeper = openKeeper(
      assessments.filter(({ id }) => id === assessmentId),
      {
        put: async (id, version, changes: Changes): Promise<Reply<{ version: number }>> => {
          const { status, body } = await browser.save(id, version, changes)
          if (fails()) return { ok: false, status: 0, code: 'unreachable', detail: {} }
          if (status === 200) return { ok: true, value: { version: Number(body.version) } }
          return {
            ok: false,
            status,
            code: String(body.code),
            detail: body.detail as Record<string, unknown>,
          }
        },
        wait: (work) => void setTimeout(work, 1),
        onState: () => {},
        onMerged: (_, answers) => void merges.push(answers),
      },
    )
    const settle = async () => {
      while (!keeper.isSettled()) await new Promise((done) => setTimeout(done, 2))
    }
    return { keeper, merges, settle }
  }

  it('when the server dies between an answer and its reply: it is there once, and nobody is told of another screen', async () => {
    const { token, assessmentId } = await makeAsked(house, clinic)
    let lost = 3
    const { keeper, merges, settle } = await openWindow(token, assessmentId, () => lost-- > 0)
    keeper.keep(assessmentId, 'hip-knee', 'pain_walking', 4)
    keeper.keep(assessmentId, 'hip-knee', 'pain_rest', 5)
    await settle()
    expect((await draftOf(assessmentId))?.answers).toEqual({ 'hip-knee': { pain_walking: 4, pain_rest: 5 } })
    expect(keeper.versionOf(assessmentId)).toBe((await draftOf(assessmentId))?.version)
    expect(merges).toEqual([])
  })

  it('when two windows save 200 times at once, every item has the last answer of the one who asked it', async () => {
    const { token, assessmentId } = await makeAsked(house, clinic)
    let count = 0
    const flaky = () => ++count % 7 === 0
    const [one, two] = [
      await openWindow(token, assessmentId, flaky),
      await openWindow(token, assessmentId, flaky),
    ]
    const own = { one: ['pain_walking', 'pain_rest'], two: ['pain_night', 'trust'] }
    for (let save = 0; save < 100; save++) {
      one.keeper.keep(assessmentId, 'hip-knee', own.one[save % 2] ?? '', save % 11)
      two.keeper.keep(assessmentId, 'hip-knee', own.two[save % 2] ?? '', (save + 5) % 11)
      await new Promise((done) => setTimeout(done, save % 3))
    }
    await Promise.all([one.settle(), two.settle()])
    const expected = { pain_walking: 98 % 11, pain_rest: 99 % 11, pain_night: 103 % 11, trust: 104 % 11 }
    expect((await draftOf(assessmentId))?.answers).toEqual({ 'hip-knee': expected })
    expect([...one.merges, ...two.merges].length).toBeGreaterThan(0)
  })
})
