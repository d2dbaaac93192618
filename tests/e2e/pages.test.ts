import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../server/demo/seed.ts'
import { launchBrowser } from '../support/browser.ts'
import { type DemoFacts, fillDesks } from '../support/demo-desks.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeAsked, makeClinic, NOW } from '../support/patient-browser.ts'
import { faultsOnTheWay, type Language, languages, openWindow, type Stops, stop } from '../support/visit.ts'

// Every page as its people meet it, with the whole demo behind it, in both languages at two widths. The way through
// the questions has a test of its own: patient.test.ts.

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

const at = (path: (known: DemoFacts) => string) => (page: Page) => page.goto(path(facts))

/** A page after keys were pressed on it. */
const pressed = (path: (known: DemoFacts) => string, key: string, shows: string) => async (page: Page) => {
  await page.goto(path(facts))
  await page.locator('h1').waitFor()
  await page.keyboard.press(key)
  await page.locator(shows).first().waitFor()
}

const opened = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.locator('summary').first().waitFor()
  for (const line of (await page.locator('summary').all()).slice(0, 3)) await line.click()
}

const notFound = { nl: 'Niet gevonden', en: 'Not found' }
const notYours = { nl: 'Niet voor uw rol', en: 'Not for your role' }
const team = { nl: /geopend en besproken/, en: /opened and discussed/ }

describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
  const visit = async (stops: Stops, as?: string) => {
    const window = await openWindow(live, browser, language)
    if (as) await live.signIn(window.page, as)
    const faults = await faultsOnTheWay(window, stops, language)
    await window.close()
    return faults
  }

  it('the door of staff is sound', async () => {
    const faults = await visit({
      'signing in': stop(
        at(() => '/staff'),
        { nl: 'Inloggen', en: 'Sign in' },
      ),
      'a forgotten password': stop(
        at(() => '/staff/forgot'),
        { nl: 'Nieuw wachtwoord', en: 'New password' },
      ),
      'an invitation': stop(
        at(({ invitation }) => invitation),
        { nl: 'Welkom, Roos Alkema', en: 'Welcome, Roos Alkema' },
      ),
      'an old link': stop(
        at(() => `/staff/link/${'a'.repeat(43)}`),
        { nl: 'Deze link werkt niet meer', en: 'This link no longer works' },
      ),
    })
    expect(faults).toEqual([])
  })

  it('what a clinician sees is sound', async () => {
    const patient = ({ patientId }: DemoFacts) => `/staff/patients/${patientId}`
    const today = { nl: 'Mijn spreekuur vandaag', en: 'My clinic today' }
    const faults = await visit(
      {
        'the clinic': stop(
          at(() => '/staff/clinic'),
          today,
        ),
        'all keys': stop(
          pressed(() => '/staff/clinic', '?', '[role=dialog]'),
          today,
        ),
        'a day without appointments': stop(
          at(() => '/staff/clinic?day=2031-01-01'),
          { nl: 'Mijn spreekuur', en: 'My clinic' },
        ),
        'a patient': stop(at(patient), facts.patientName),
        'a patient in numbers': stop(pressed(patient, 't', '.time-table, table'), facts.patientName),
        'a patient who is not theirs': stop(
          at(() => '/staff/patients/pat_nobody'),
          notFound,
        ),
        'the team': stop(
          at(() => '/staff/team'),
          team,
        ),
        'the team by stage': stop(
          at(() => '/staff/team?by=stage&months=24'),
          team,
        ),
        'a care path': stop(
          at(({ enrolmentId }) => `/staff/care-paths/${enrolmentId}`),
          { nl: `Zorgpad van ${facts.patientName}`, en: `Care path of ${facts.patientName}` },
        ),
        'enrolling by hand': stop(
          at(() => '/staff/enrol'),
          { nl: 'Patiënt inschrijven', en: 'Enrol a patient' },
        ),
        'the own account': stop(
          at(() => '/staff/account'),
          { nl: 'Uw account', en: 'Your account' },
        ),
        'a page of another role': stop(
          at(() => '/staff/audit'),
          notYours,
        ),
        'a page that is not there': stop(
          at(() => '/staff/nowhere'),
          notFound,
        ),
      },
      'sta_maaike',
    )
    expect(faults).toEqual([])
  })

  it('what a data manager sees is sound', async () => {
    const imports = { nl: 'Afspraken invoeren', en: 'Bring in appointments' }
    const faults = await visit(
      {
        imports: stop(
          at(() => '/staff/imports'),
          imports,
        ),
        'an import': stop(
          at(({ importId }) => `/staff/imports?import=${importId}`),
          imports,
        ),
        'a file of clinical measures': stop(
          at(() => '/staff/imports/measures'),
          { nl: 'Klinische metingen invoeren', en: 'Bring in clinical measures' },
        ),
        quarantine: stop(
          at(() => '/staff/quarantine'),
          { nl: 'Apart gelegd', en: 'Set aside' },
        ),
        mail: stop(
          at(() => '/staff/mail'),
          'Mail',
        ),
        'the mail of a patient': stop(
          at(({ patientId }) => `/staff/mail?patient=${patientId}`),
          facts.patientName,
        ),
      },
      'sta_daan',
    )
    expect(faults).toEqual([])
  })

  it('what an administrator and an auditor see is sound', async () => {
    const sets = { nl: 'Uitkomstensets en vragenlijsten', en: 'Outcome sets and questionnaires' }
    const administrator = {
      'the guided start': stop(
        at(() => '/staff/start'),
        { nl: 'Op weg naar de eerste uitnodiging', en: 'On the way to the first invitation' },
      ),
      people: stop(
        at(() => '/staff/people'),
        { nl: 'Mensen', en: 'People' },
      ),
      settings: stop(
        at(() => '/staff/settings'),
        { nl: 'Instellen', en: 'Settings' },
      ),
      definitions: stop(
        at(() => '/staff/definitions'),
        sets,
      ),
      'what is in a definition': stop(opened('/staff/definitions'), sets),
      'how mail is doing': stop(
        at(() => '/staff/mail'),
        'Mail',
      ),
    }
    expect(await visit(administrator, 'sta_ilse')).toEqual([])
    const log = stop(
      at(() => '/staff/audit'),
      { nl: 'Wie bekeek en veranderde wat', en: 'Who saw and did what' },
    )
    expect(await visit({ 'the log': log }, 'sta_oscar')).toEqual([])
  })

  it('what a patient sees behind a link is sound', async () => {
    const clinic = await makeClinic(live.house)
    const { token } = await makeAsked(live.house, clinic)
    const begin = (page: Page) => page.locator('form[data-open] button').click()
    const faults = await visit({
      'no link': stop(
        at(() => '/v'),
        { nl: 'Open de link in uw mail', en: 'Open the link in your mail' },
      ),
      'before the questions': stop(
        async (page) => {
          await page.goto(`/v/${token}`)
          await begin(page)
          await page.waitForURL('**/v')
        },
        { nl: /^Dag /, en: /^Hello / },
      ),
      'the first question': stop(
        at(() => '/v/questions'),
        /\?$/,
      ),
      'rather not': stop(
        at(() => '/v/decline'),
        {
          nl: 'Wilt u deze vragen liever niet beantwoorden?',
          en: 'Would you rather not answer these questions?',
        },
      ),
      'no more mail': stop(
        at(() => '/v/opt-out'),
        { nl: 'Wilt u geen mail meer krijgen?', en: 'Would you like no more mail?' },
      ),
      'a forged link': stop(
        async (page) => {
          await page.goto(`/v/${'A'.repeat(43)}`)
          await begin(page)
          await page.waitForLoadState()
        },
        { nl: 'Deze link is niet meer in gebruik', en: 'This link is no longer in use' },
      ),
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
    const asks = { nl: 'Wat is uw geboortedatum?', en: 'What is your date of birth?' }
    const faults = await visit({
      'asking for it': stop(async (page) => {
        await page.goto(`/v/${token}`)
        await page.locator('form[data-open] button').click()
        await page.waitForURL('**/v')
      }, asks),
      'a wrong one': stop(wrong, asks),
      'too many wrong ones': stop(
        async (page) => {
          for (let time = 0; time < 4; time++) await wrong(page)
        },
        { nl: 'Deze link is op slot', en: 'This link is locked' },
      ),
    })
    expect(faults).toEqual([])
  })

  it('what a patient reads behind their own sign-in is sound', async () => {
    const path = { nl: 'Mijn zorgpad', en: 'My care path' }
    const signIn = (who: (page: Page) => ReturnType<Page['locator']>) => async (page: Page) => {
      await page.goto('/mijn/sign-in')
      await who(page).click()
      await page.waitForURL(/\/mijn(\/choose)?$/)
    }
    const faults = await visit({
      'before signing in': stop(
        at(() => '/mijn'),
        { nl: 'Uw uitslagen en afspraken', en: 'Your results and agreements' },
      ),
      overview: stop(
        signIn((page) => page.locator('a.row').first()),
        path,
      ),
      results: stop(
        at(() => '/mijn/results'),
        { nl: 'Wat betekenen uw antwoorden?', en: 'What do your answers mean?' },
      ),
      'who looked': stop(
        at(() => '/mijn/looked'),
        { nl: 'Wie keek in mijn gegevens?', en: 'Who looked at my information?' },
      ),
      'a page that is not there': stop(
        at(() => '/mijn/nowhere'),
        { nl: 'Deze pagina is er niet', en: 'This page does not exist' },
      ),
      'a patient of two hospitals': stop(
        signIn((page) => page.getByRole('link', { name: facts.patientOfTwo, exact: true })),
        { nl: 'Welk ziekenhuis?', en: 'Which hospital?' },
      ),
    })
    expect(faults).toEqual([])
  })

  it('the inbox of the demo is sound', async () => {
    const faults = await visit({
      'all mail': stop(
        at(() => `/demo/inbox?language=${language}`),
        { nl: 'Postvak van de demo', en: 'Inbox of the demo' },
      ),
      'a mail': stop(async (page) => {
        await page.locator('main a[href*="/demo/inbox/"]').first().click()
        await page.waitForURL('**/demo/inbox/*')
      }, /\S/),
    })
    expect(faults).toEqual([])
  })
})

it('the pages that know nobody’s language yet are sound', async () => {
  const window = await openWindow(live, browser, 'nl')
  const stops = {
    'a link': stop(
      at(() => `/v/${'A'.repeat(43)}`),
      'Vragen voor uw afspraak',
    ),
    'no more mail': stop(
      at(() => `/u/${'A'.repeat(43)}`),
      'Wilt u geen mail meer krijgen?',
    ),
    'who are you, in place of an identity provider': stop(
      at(() => '/mijn/sign-in'),
      'Inloggen met DigiD (voorbeeld)',
    ),
  }
  expect(await faultsOnTheWay(window, stops, 'nl')).toEqual([])
  await window.close()
})
