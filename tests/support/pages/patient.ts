import type { Page } from '@playwright/test'
import { type Stops, stop } from '../visit.ts'
import { at } from './way.ts'

const begin = (page: Page) => page.locator('form[data-open] button').click()

const forged = `/v/${'A'.repeat(43)}`

/** What somebody sees whom this link asks for answers. */
export const linkPages = (token: string): Stops => ({
  'no link': stop(at('/v'), {
    nl: 'Open de link in uw mail of sms',
    en: 'Open the link in your mail or text message',
  }),
  'before the questions': stop(
    async (page) => {
      await page.goto(`/v/${token}`)
      await begin(page)
      await page.waitForURL('**/v')
    },
    { nl: /^Dag /, en: /^Hello / },
  ),
  'the code of a letter': stop(at('/code'), {
    nl: 'Typ de code uit uw brief',
    en: 'Type the code in your letter',
  }),
  'the first question': stop(at('/v/questions'), { nl: /\?$/, en: /\?$/ }),
  'rather not': stop(at('/v/decline'), {
    nl: 'Wilt u deze vragen liever niet beantwoorden?',
    en: 'Would you rather not answer these questions?',
  }),
  'no more mail': stop(at('/v/opt-out'), {
    nl: 'Wilt u geen berichten meer krijgen?',
    en: 'Would you like no more messages?',
  }),
  'a forged link': stop(
    async (page) => {
      await page.goto(forged)
      await begin(page)
      await page.waitForLoadState()
    },
    { nl: 'Deze link is niet meer in gebruik', en: 'This link is no longer in use' },
  ),
})

/** What somebody sees whose link asks for a birth date first. */
export const birthDatePages = (token: string): Stops => {
  const wrong = async (page: Page) => {
    await page.locator('input[name=date]').fill('1-1-1950')
    await page.locator('main form button').click()
    await page.waitForLoadState()
  }
  const asks = { nl: 'Wat is uw geboortedatum?', en: 'What is your date of birth?' }
  return {
    'asking for it': stop(async (page) => {
      await page.goto(`/v/${token}`)
      await begin(page)
      await page.waitForURL('**/v')
    }, asks),
    'a wrong one': stop(wrong, asks),
    'too many wrong ones': stop(
      async (page) => {
        for (let time = 0; time < 4; time++) await wrong(page)
      },
      { nl: 'Deze link is op slot', en: 'This link is locked' },
    ),
  }
}

const signIn = (who: (page: Page) => ReturnType<Page['locator']>) => async (page: Page) => {
  await page.goto('/mijn/sign-in')
  await who(page).click()
  await page.waitForURL(/\/mijn(\/choose)?$/)
}

/** What a patient reads behind their own sign-in. */
export const portalPages: Stops = {
  'before signing in': stop(at('/mijn'), {
    nl: 'Uw uitslagen en afspraken',
    en: 'Your results and agreements',
  }),
  overview: stop(
    (page, { patientOfTwo }) =>
      signIn((door) => door.locator('a.row').filter({ hasNotText: patientOfTwo }).last())(page),
    { nl: 'Mijn zorgpad', en: 'My care path' },
  ),
  results: stop(at('/mijn/results'), {
    nl: 'Wat betekenen uw antwoorden?',
    en: 'What do your answers mean?',
  }),
  'what there is to choose': stop(at('/mijn/options'), {
    nl: 'Wat kunt u kiezen?',
    en: 'What can you choose?',
  }),
  'who looked': stop(at('/mijn/looked'), {
    nl: 'Wie keek in mijn gegevens?',
    en: 'Who looked at my information?',
  }),
  preferences: stop(at('/mijn/preferences'), { nl: 'Mijn voorkeuren', en: 'My preferences' }),
  'a page that is not there': stop(at('/mijn/nowhere'), {
    nl: 'Deze pagina is er niet',
    en: 'This page does not exist',
  }),
  'a patient of two hospitals': stop(
    (page, { patientOfTwo }) =>
      signIn((door) => door.getByRole('link', { name: patientOfTwo, exact: true }))(page),
    { nl: 'Welk ziekenhuis?', en: 'Which hospital?' },
  ),
}

export const inboxPages = (language: string): Stops => ({
  'all mail': stop(at(`/demo/inbox?language=${language}`), {
    nl: 'Postvak van de demo',
    en: 'Inbox of the demo',
  }),
  'a mail': stop(
    async (page) => {
      await page.locator('main a[href*="/demo/inbox/"]').first().click()
      await page.waitForURL('**/demo/inbox/*')
    },
    { nl: /\S/, en: /\S/ },
  ),
})

/** What knows nobody's language yet, and speaks that of the organisation. */
export const strangerPages: Stops = {
  'a link': stop(at(forged), { nl: 'Vragen voor uw afspraak', en: 'Vragen voor uw afspraak' }),
  'no more mail': stop(at(`/u/${'A'.repeat(43)}`), {
    nl: 'Wilt u geen berichten meer krijgen?',
    en: 'Wilt u geen berichten meer krijgen?',
  }),
  'who are you, in place of an identity provider': stop(at('/mijn/sign-in'), {
    nl: 'Inloggen met DigiD (voorbeeld)',
    en: 'Inloggen met DigiD (voorbeeld)',
  }),
}
