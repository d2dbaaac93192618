import { type Go, type Stops, stop } from '../visit.ts'
import { at, unfolded } from './way.ts'

const imports = { nl: 'Afspraken invoeren', en: 'Bring in appointments' }
const sets = { nl: 'Uitkomstensets en vragenlijsten', en: 'Outcome sets and questionnaires' }
const changedSet = { nl: /^Heup- of knieartrose, versie/, en: /^Hip or knee osteoarthritis, version/ }
const mail = { nl: 'Mail', en: 'Mail' }

/** The form of a new set, with everything that it says about being empty. */
const begun: Go = async (page) => {
  await page.goto('/staff/definitions')
  await page.getByRole('button', { name: /^(Nieuwe uitkomstenset|New outcome set)$/ }).click()
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await page.locator('.field-error').first().waitFor()
}

/** The whole number of a patient, and what is said to who verifies it without saying how. */
const wholeBsn: Go = async (page, known) => {
  await at(({ patientId }) => `/staff/mail?patient=${patientId}`)(page, known)
  await page.getByRole('button', { name: /^(Heel nummer tonen|Show the whole number)$/ }).click()
  await page.getByText('999990019', { exact: true }).waitFor()
  await page.getByRole('button', { name: /^(Vastleggen dat het klopt|Record that it is right)$/ }).click()
  await page.locator('.field-error').first().waitFor()
}

/** What anybody sees who does not work here, or not yet. */
export const doorPages: Stops = {
  'signing in': stop(at('/staff'), { nl: 'Inloggen', en: 'Sign in' }),
  'a forgotten password': stop(at('/staff/forgot'), { nl: 'Nieuw wachtwoord', en: 'New password' }),
  'an invitation': stop(
    at(({ invitation }) => invitation),
    { nl: 'Welkom, Roos Alkema', en: 'Welcome, Roos Alkema' },
  ),
  'an old link': stop(at(`/staff/link/${'a'.repeat(43)}`), {
    nl: 'Deze link werkt niet meer',
    en: 'This link no longer works',
  }),
  'a made-up record system': stop(at('/demo/record'), {
    nl: 'EPD (voorbeeld)',
    en: 'Record system (example)',
  }),
  'a window of a record system that is over': stop(at('/staff/launched/lau_over'), {
    nl: 'Open de patiënt opnieuw vanuit het dossier',
    en: 'Open the patient from the record again',
  }),
}

export const dataManagerPages: Stops = {
  imports: stop(at('/staff/imports'), imports),
  'an import': stop(
    at(({ importId }) => `/staff/imports?import=${importId}`),
    imports,
  ),
  'a file of patients': stop(at('/staff/imports/patients'), {
    nl: 'Patiënten invoeren',
    en: 'Bring in patients',
  }),
  'a file of clinical measures': stop(at('/staff/imports/measures'), {
    nl: 'Metingen en gebeurtenissen invoeren',
    en: 'Bring in measures and events',
  }),
  'what planning systems send': stop(at('/staff/imports/feeds'), { nl: 'Koppelingen', en: 'Feeds' }),
  quarantine: stop(at('/staff/quarantine'), { nl: 'Apart gelegd', en: 'Set aside' }),
  'what patients asked': stop(at('/staff/requests'), {
    nl: 'Verzoeken van patiënten',
    en: 'Requests of patients',
  }),
  mail: stop(at('/staff/mail'), mail),
  'texts of mail': stop(at('/staff/mail/texts'), { nl: 'Teksten en proeven', en: 'Texts and experiments' }),
  letters: stop(at('/staff/letters'), { nl: 'Brieven', en: 'Letters' }),
  'the mail of a patient': stop(
    at(({ patientId }) => `/staff/mail?patient=${patientId}`),
    ({ patientName }) => ({ nl: patientName, en: patientName }),
  ),
  'a citizen service number, verified without a reason': stop(wholeBsn, ({ patientName }) => ({
    nl: patientName,
    en: patientName,
  })),
}

export const administratorPages: Stops = {
  'the guided start': stop(at('/staff/start'), {
    nl: 'Op weg naar de eerste uitnodiging',
    en: 'On the way to the first invitation',
  }),
  people: stop(at('/staff/people'), { nl: 'Mensen', en: 'People' }),
  settings: stop(at('/staff/settings'), { nl: 'Instellen', en: 'Settings' }),
  definitions: stop(at('/staff/definitions'), sets),
  'what is in a definition': stop(unfolded('/staff/definitions'), sets),
  'how mail is doing': stop(at('/staff/mail'), mail),
}

/** What an editor works on: a change that waits for them, and its text. */
export const editorPages: Stops = {
  'what they may bring in': stop(at('/staff/definitions'), sets),
  'a set begun from nothing': stop(begun, sets),
  'a change to judge': stop(
    at(({ changedId }) => `/staff/definitions/${changedId}`),
    changedSet,
  ),
  'its care path': stop(
    at(({ changedId }) => `/staff/definitions/${changedId}?show=path`),
    changedSet,
  ),
  'its form': stop(
    at(({ changedId }) => `/staff/definitions/${changedId}?show=form`),
    changedSet,
  ),
  'two years of it': stop(
    at(({ changedId }) => `/staff/definitions/${changedId}?show=simulate`),
    changedSet,
  ),
  'its text': stop(
    at(({ changedId }) => `/staff/definitions/${changedId}?show=text`),
    changedSet,
  ),
  'where wording of others is installed': stop(
    at(({ wordlessId }) => `/staff/definitions/${wordlessId}?show=wording`),
    { nl: /^PHQ-2, versie/, en: /^PHQ-2, version/ },
  ),
}

export const auditorPages: Stops = {
  'the log': stop(at('/staff/audit'), { nl: 'Wie bekeek en veranderde wat', en: 'Who saw and did what' }),
}

/** What the board sees: what teams would show to everybody. */
export const boardPages: Stops = {
  'the programme': stop(at('/staff/programme'), {
    nl: 'Werkt het programma?',
    en: 'Does the programme work?',
  }),
  'what everybody may see': stop(at('/staff/publications'), {
    nl: 'Wat iedereen mag zien',
    en: 'What everybody may see',
  }),
}
