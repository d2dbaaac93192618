import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../server/demo/seed.ts'
import { launchBrowser } from '../support/browser.ts'
import { type DemoFacts, fillDesks } from '../support/demo-desks.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW } from '../support/patient-browser.ts'
import { DESK, findFaults, watchPage } from '../support/sound-page.ts'

// Every page as its people meet it, with the whole demo behind it, in both languages at two widths. The way through
// the questions has a test of its own: patient.test.ts.

const languages = { nl: 'nl-NL', en: 'en-GB' } as const
type Language = keyof typeof languages

let browser: Browser
let live: Live
let facts: DemoFacts

beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: NOW, env: { DEMO: '1' } })
  await live.house.database.repeatable(() => seedDemo(live.house.deps))
  facts = await fillDesks(live.house)
}, 300_000)
afterAll(async () => {
  await live.close()
  await browser.close()
})

/** A window of somebody's own in this language, and what it objected to. */
async function openWindow(language: Language) {
  const context = await live.context(browser, { viewport: DESK, locale: languages[language] })
  await context.addInitScript((chosen) => localStorage.setItem('uitkomst.language', chosen), language)
  await context.addCookies([{ name: 'look', value: `${language}.1`, url: live.url }])
  const page = await context.newPage()
  return { page, objections: await watchPage(page), close: () => context.close() }
}
type Window = Awaited<ReturnType<typeof openWindow>>

/** All faults of the pages that `visit` stops at. */
async function faultsOnTheWay(
  { page, objections }: Window,
  stops: Record<string, (page: Page) => Promise<unknown>>,
  language: (stop: string) => Language,
): Promise<string[]> {
  const faults: string[] = []
  for (const [stop, go] of Object.entries(stops)) {
    await page.setViewportSize(DESK)
    await go(page)
    await page.locator('h1').first().waitFor()
    await page.locator('.loading').waitFor({ state: 'detached' })
    const found = [...(await findFaults(page, language(stop))), ...objections.take()]
    faults.push(...found.map((fault) => `${stop}, ${fault}`))
  }
  return faults
}

const at = (path: (known: DemoFacts) => string) => (page: Page) => page.goto(path(facts))

describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
  const visit = async (stops: Record<string, (page: Page) => Promise<unknown>>, as?: string) => {
    const window = await openWindow(language)
    if (as) await live.signIn(window.page, as)
    const faults = await faultsOnTheWay(window, stops, () => language)
    await window.close()
    return faults
  }

  it('the door of staff is sound', async () => {
    const faults = await visit({
      'signing in': at(() => '/staff'),
      'a forgotten password': at(() => '/staff/forgot'),
      'an invitation': at(({ invitation }) => invitation),
      'an old link': at(() => `/staff/link/${'a'.repeat(43)}`),
    })
    expect(faults).toEqual([])
  })

  it('what a clinician sees is sound', async () => {
    const faults = await visit(
      {
        'the clinic': at(() => '/staff/clinic'),
        'a patient': at(({ patientId }) => `/staff/patients/${patientId}`),
        'a patient who is not theirs': at(() => '/staff/patients/pat_nobody'),
        'the team': at(() => '/staff/team'),
        'a care path': at(({ enrolmentId }) => `/staff/care-paths/${enrolmentId}`),
        'enrolling by hand': at(() => '/staff/enrol'),
        'the own account': at(() => '/staff/account'),
        'a page that is not there': at(() => '/staff/nowhere'),
      },
      'sta_maaike',
    )
    expect(faults).toEqual([])
  })

  it('what a data manager sees is sound', async () => {
    const faults = await visit(
      {
        imports: at(() => '/staff/imports'),
        'an import': at(({ importId }) => `/staff/imports?import=${importId}`),
        'a file of clinical measures': at(() => '/staff/imports/measures'),
        quarantine: at(() => '/staff/quarantine'),
        mail: at(() => '/staff/mail'),
        'the mail of a patient': at(({ patientId }) => `/staff/mail?patient=${patientId}`),
      },
      'sta_daan',
    )
    expect(faults).toEqual([])
  })

  it('what an administrator and an auditor see is sound', async () => {
    const administrator = {
      'the guided start': at(() => '/staff/start'),
      people: at(() => '/staff/people'),
      settings: at(() => '/staff/settings'),
      definitions: at(() => '/staff/definitions'),
      'how mail is doing': at(() => '/staff/mail'),
    }
    expect(await visit(administrator, 'sta_ilse')).toEqual([])
    expect(await visit({ 'the log': at(() => '/staff/audit') }, 'sta_oscar')).toEqual([])
  })

  it('what a patient sees behind a link is sound', async () => {
    const clinic = await makeClinic(live.house)
    const { token } = await makeAsked(live.house, clinic)
    const begin = (page: Page) => page.locator('form[data-open] button').click()
    const faults = await visit({
      'no link': at(() => '/v'),
      'before the questions': async (page) => {
        await page.goto(`/v/${token}`)
        await begin(page)
        await page.waitForURL('**/v')
      },
      'the first question': at(() => '/v/questions'),
      'rather not': at(() => '/v/decline'),
      'no mail': at(() => '/v/opt-out'),
      'a forged link': async (page) => {
        await page.goto(`/v/${'A'.repeat(43)}`)
        await begin(page)
        await page.waitForLoadState()
      },
    })
    expect(faults).toEqual([])
  })

  it('the check of the birth date is sound', async () => {
    const careful = await makeClinic(live.house, { confirmBirthDate: true })
    const { token } = await makeAsked(live.house, careful)
    const wrong = async (page: Page) => {
      await page.locator('input[name=date]').fill('1-1-1950')
      await page.locator('main form button').click()
      await page.waitForLoadState()
    }
    const faults = await visit({
      'asking for it': async (page) => {
        await page.goto(`/v/${token}`)
        await page.locator('form[data-open] button').click()
        await page.waitForURL('**/v')
      },
      'a wrong one': wrong,
      'too many wrong ones': async (page) => {
        for (let time = 0; time < 4; time++) await wrong(page)
      },
    })
    expect(faults).toEqual([])
  })

  it('what a patient reads behind their own sign-in is sound', async () => {
    const faults = await visit({
      'before signing in': at(() => '/mijn'),
      overview: async (page) => {
        await page.goto('/mijn/sign-in')
        await page.locator('a.row').first().click()
        await page.waitForURL('**/mijn')
      },
      results: at(() => '/mijn/results'),
      'who looked': at(() => '/mijn/looked'),
      'a page that is not there': at(() => '/mijn/nowhere'),
    })
    expect(faults).toEqual([])
  })

  it('the inbox of the demo is sound', async () => {
    const faults = await visit({
      'all mail': at(() => `/demo/inbox?language=${language}`),
      'a mail': async (page) => {
        await page.locator('main a[href*="/demo/inbox/"]').first().click()
        await page.waitForURL('**/demo/inbox/*')
      },
    })
    expect(faults).toEqual([])
  })
})

it('the pages that know nobody’s language yet are sound', async () => {
  const window = await openWindow('en')
  const stops = {
    'a link': at(() => `/v/${'A'.repeat(43)}`),
    'no more mail': at(() => `/u/${'A'.repeat(43)}`),
    'who are you, in place of an identity provider': at(() => '/mijn/sign-in'),
  }
  expect(await faultsOnTheWay(window, stops, () => 'nl')).toEqual([])
  await window.close()
})
