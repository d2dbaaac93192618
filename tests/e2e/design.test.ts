import type { Browser, Locator, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alerts, scores } from '../../server/db/schema/outcomes.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeCare, makePath } from '../support/care.ts'
import { answerOnPhone, deskOf } from '../support/desk-and-phone.ts'
import { makeOrganisation, makeStaff } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeToken } from '../support/patient-browser.ts'

// What a care team measures is made from nothing, in forms alone: nobody sees a key, a bracket or a duration.

let browser: Browser
let live: Live
beforeEach(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: '2026-03-02T09:00:00Z' })
})
afterEach(async () => {
  await live.close()
  await browser.close()
})

test('a set is begun from nothing, built in forms, published by a second person, answered, and calls the new role', async () => {
  const organisationId = await makeOrganisation(live.house)
  const make = (name: string) => makeStaff(live.house, { organisationId, role: 'outcome-editor', name })
  const [writer, judge] = [await make('Esra Polat'), await make('Joris Blom')]

  const desk = await deskOf(live, browser, writer)
  await begin(desk)
  await buildTeam(desk)
  await buildPath(desk)
  await buildMeasures(desk)
  await takeAwayAndBack(desk)
  await buildAlert(desk)
  await mendInDutch(desk)
  await desk.getByText('No faults.').waitFor()
  await desk.getByText(/^Saved, /).waitFor()
  await desk.getByRole('link', { name: 'Two years tried out' }).click()
  await desk.getByText('At home again').first().waitFor()
  await desk.getByRole('button', { name: 'Hand in', exact: true }).click()
  await desk.getByRole('dialog').getByLabel('What changes, and why?').fill('Our first set for sore thumbs.')
  await desk.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click()
  await desk.getByText('You had a hand in this').waitFor()

  const other = await deskOf(live, browser, judge)
  await other.goto(desk.url())
  await other.getByRole('button', { name: 'Publish', exact: true }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await other.getByText('approved and published this').waitFor()

  const set = (await live.house.deps.definitions.current('sore-thumb'))?.set
  expect(set).toMatchObject({
    roles: [{ id: 'hand-therapist' }, { id: 'thumb-nurse' }],
    carePath: {
      stages: [
        { id: 'first-visit' },
        { id: 'at-home-again', activities: [{ code: 'letter-home' }, { code: 'telephone-call' }] },
      ],
    },
    treatmentOptions: [{ id: 'splint' }, { id: 'injection' }],
    moments: [
      { id: 'first-visit' },
      { id: 'how-is-it-now', anchor: { kind: 'stage', stage: 'at-home-again' } },
    ],
    alerts: [
      { role: 'thumb-nurse', respondWithin: 'P2D' },
      { when: { kind: 'item', instrument: 'recovery-check', item: 'complaint_now' }, role: 'thumb-nurse' },
    ],
  })
  expect(set?.measures.at(-1)).toMatchObject({
    kind: 'event',
    window: { stage: 'at-home-again', within: 'P6M' },
  })
  expect(await askedAndAnswered()).toEqual({ called: ['gloomy'], scores: 2 })
})

/** A text in both languages; the form says it once. */
const words = async (form: Locator, name: string, text: string) => {
  const group = form.getByRole('group', { name, exact: true })
  await group.getByLabel('Dutch').fill(`${text} (nl)`)
  await group.getByLabel('English').fill(text)
}
const choose = (form: Locator, label: string, option: string) =>
  form.getByLabel(label, { exact: true }).selectOption({ label: option })
const apply = (form: Locator) => form.getByRole('button', { name: 'Apply' }).click()

/** What is missing is said with its field, and what was typed stays, also where a key would have closed it. */
async function begin(desk: Page) {
  await desk.goto('/staff/definitions')
  await desk.getByRole('button', { name: 'New outcome set' }).click()
  const form = desk.getByRole('dialog')
  await words(form, 'Name', 'Sore thumb')
  await form.getByRole('button', { name: 'Make a draft' }).click()
  await form.getByText('Write at least one line.').waitFor()
  expect(
    await form.getByRole('group', { name: 'Name', exact: true }).getByLabel('English').inputValue(),
  ).toBe('Sore thumb')
  await desk.keyboard.press('Escape')
  await form.getByText('What you filled in here is not applied yet.').waitFor()
  await form.getByRole('button', { name: 'Go on filling in' }).click()
  await words(form, 'What the set is for', 'How thumbs do.')
  await form.getByLabel('What the set stands on').fill('Working agreement of the team')
  await words(form, 'Whom it is about', 'People with a sore thumb')
  await form.getByRole('group', { name: 'Code 1' }).getByLabel('Code', { exact: true }).fill('M18')
  await words(form, 'Who is responsible', 'Hand therapist')
  await words(form, 'One treatment option', 'Splint')
  await form.getByRole('checkbox', { name: 'Anxiety and mood' }).check()
  await form.getByRole('button', { name: 'Make a draft' }).click()
  await desk.getByRole('heading', { name: 'Sore thumb, version 1' }).waitFor()
}

const chapter = (desk: Page, name: string) => desk.getByRole('button', { name, exact: true }).click()

async function buildTeam(desk: Page) {
  const form = desk.getByRole('dialog')
  await chapter(desk, 'Team and treatments')
  await desk.getByRole('button', { name: 'Add a role' }).click()
  await words(form, 'Name', 'Thumb nurse')
  await apply(form)
  await desk.getByRole('button', { name: 'Add a treatment option' }).click()
  await words(form, 'Name', 'Injection')
  await words(form, 'What it is', 'In the joint.')
  await apply(form)
  await desk.getByRole('button', { name: 'Change Hand therapist' }).click()
  await form.getByRole('button', { name: 'Remove' }).click()
  await form.getByRole('button', { name: 'Open stage “First visit and examination”' }).click()
  await form.getByText('The way that a patient goes').waitFor()
  await desk.keyboard.press('Escape')
}

async function buildPath(desk: Page) {
  const form = desk.getByRole('dialog')
  await chapter(desk, 'Care path')
  await desk.getByRole('button', { name: 'Add a stage' }).click()
  await words(form, 'Name', 'At home again')
  await words(form, 'Goal', 'Using the thumb')
  await words(form, 'What the patient reads', 'You exercise at home.')
  await words(form, 'Begins when', 'Treated')
  await words(form, 'Ends when', 'Thumb in use')
  await form.getByLabel('Takes at most: Number').fill('3')
  await form.getByLabel('Takes at most: Unit').selectOption('months')
  await choose(form, 'Who is responsible', 'Thumb nurse')
  const activity = form.getByRole('group', { name: 'Activity 1' })
  await words(activity, 'What', 'Telephone call')
  await choose(activity, 'By whom', 'Thumb nurse')
  await form.getByRole('button', { name: 'Add an activity' }).click()
  await words(form.getByRole('group', { name: 'Activity 2' }), 'What', 'Letter home')
  await choose(form.getByRole('group', { name: 'Activity 2' }), 'By whom', 'Thumb nurse')
  await form.getByRole('button', { name: 'Letter home earlier' }).click()
  await form.getByText('Letter home is now number 1 of 2.').waitFor({ state: 'attached' })
  await apply(form)
  await desk.getByRole('button', { name: 'Add a moment' }).click()
  await apply(form)
  await form.getByText('Fill this in, in Dutch and in English, in at most 120 characters.').waitFor()
  const empty = form.getByRole('group', { name: 'Name for the patient', exact: true }).getByLabel('English')
  expect(await empty.getAttribute('aria-invalid')).toBe('true')
  await form.getByText('Choose at least one.').waitFor()
  // Who has to mend something stands at the first of it.
  await desk.keyboard.type('Nu')
  const name = form.getByRole('group', { name: 'Name for the patient', exact: true })
  expect(await name.getByLabel('Dutch').inputValue()).toBe('Nu')
  await words(form, 'Name for the patient', 'How is it now')
  await form.getByLabel('Counted from').first().selectOption({ label: 'entering the stage “At home again”' })
  for (const [at, days] of Object.entries({
    Opens: '7',
    'Answers due': '14',
    Closes: '21',
    'Link works until': '28',
  })) {
    await form.getByLabel(`${at}: Number`).fill(days)
    await form.getByLabel(`${at}: Before or after`).selectOption('after')
  }
  await form.getByRole('checkbox', { name: /Anxiety and mood/ }).check()
  await apply(form)
  await desk.getByText('Opens 7 days after entering the stage “At home again”.').waitFor()
}

async function buildMeasures(desk: Page) {
  const form = desk.getByRole('dialog')
  await chapter(desk, 'Questionnaires and measures')
  await desk.getByRole('button', { name: 'Add a measure' }).click()
  await choose(form, 'Kind of measure', 'Something that happens or not: a share')
  await words(form, 'Name', 'Operated after all')
  await choose(form, 'Who reports it', 'the clinician')
  await words(form, 'What counts (numerator)', 'Operated on the thumb')
  await words(form, 'Of whom (denominator)', 'Everybody treated')
  await choose(form, 'Counted from the start of', 'At home again')
  await apply(form)
  await form.getByText('Make a choice.').first().waitFor()
  await choose(form, 'Until when', 'A time after it')
  await form.getByLabel('Within: Number').fill('6')
  await choose(form, 'What higher means', 'Higher is worse')
  await form.getByLabel('Source', { exact: true }).fill('Working agreement of the team')
  await apply(form)
  await desk.getByText('Operated on the thumb; from “At home again” on. Reported by the clinician.').waitFor()
}

/** A stage goes with all that stands on it, and comes back with all of it. */
async function takeAwayAndBack(desk: Page) {
  const form = desk.getByRole('dialog')
  await chapter(desk, 'Care path')
  await desk.getByRole('button', { name: 'Change At home again' }).click()
  await words(form, 'Name', 'Home')
  await form.getByRole('button', { name: 'Remove', exact: true }).click()
  await form.getByRole('button', { name: 'Open moment “How is it now”' }).click()
  await form.getByText('What you filled in here is not applied yet.').waitFor()
  await form.getByRole('button', { name: 'Go on filling in' }).click()
  await form.getByRole('button', { name: 'Remove all of it' }).click()
  await desk.getByText('“At home again” was removed.').waitFor()
  expect(await desk.getByText('How is it now').count()).toBe(0)
  await desk.getByRole('button', { name: 'Undo' }).click()
  await desk.getByRole('button', { name: 'Change At home again' }).waitFor()
}

async function buildAlert(desk: Page) {
  const form = desk.getByRole('dialog')
  await chapter(desk, 'Alerts and rules')
  await desk.getByRole('button', { name: 'Add an alert' }).click()
  await words(form, 'Name', 'Gloomy')
  await choose(form, 'Is about', 'Anxiety and mood, score: Low mood')
  await form.getByLabel('Limit').fill('1')
  await choose(form, 'Who responds', 'Thumb nurse')
  await form.getByLabel('Responds within: Number').fill('2')
  await apply(form)
  await desk.getByText('Low mood ≥ 1. Thumb nurse responds within 2 days.').waitFor()
}

/** A questionnaire brings a safety question that nobody is told about: that is said, and leads to the alert that it needs. */
async function mendInDutch(desk: Page) {
  const form = desk.getByRole('dialog')
  await inLanguage(desk, 'Nederlands')
  await chapter(desk, 'Vragenlijsten en uitkomsten')
  const lists = desk.getByLabel('Vragenlijst toevoegen')
  await lists.selectOption({
    label: (await lists.getByText('Is er nu iets aan de hand?').innerText()).trim(),
  })
  const fault = desk.getByRole('listitem').filter({ hasText: 'Vragenlijst “Is er nu iets aan de hand?”' })
  await fault.getByText('Niemand krijgt bericht van de veiligheidsvraag “Klacht na operatie”').waitFor()
  await fault.getByRole('button', { name: /^Herstellen/ }).click()
  await form.getByRole('heading', { name: 'Nieuw signaal' }).waitFor()
  const about = form.getByLabel('Gaat over')
  expect(await about.locator('option:checked').innerText()).toBe(
    'Is er nu iets aan de hand?, antwoord: Klacht na operatie',
  )
  await form.getByLabel('Grens').fill('1')
  await choose(form, 'Wie reageert', 'Thumb nurse (nl)')
  await form.getByLabel('Reageert binnen: Aantal').fill('1')
  await form.getByRole('button', { name: 'Overnemen' }).click()
  await fault.waitFor({ state: 'detached' })
  await desk.getByText('Geen fouten.').waitFor()
  await inLanguage(desk, 'English')
}

async function inLanguage(desk: Page, name: string) {
  await desk.locator('.top-who').click()
  await desk.getByRole('menuitem', { name }).click()
}

/** A patient of a team with this set answers before the first visit: whom that calls, and how many scores it gave. */
async function askedAndAnswered() {
  const { house } = live
  const care = await makeCare(house, 'sore-thumb')
  const path = { intake: '2026-03-12T09:00:00.000Z', first: 'first-visit', side: '' }
  const { patientId, enrolmentId } = await makePath(house, care, path)
  await answerOnPhone(live, browser, await makeToken(house, patientId, care.organisationId), 2)
  const called = await house.db
    .select({ rule: alerts.rule })
    .from(alerts)
    .where(eq(alerts.enrolmentId, enrolmentId))
  return { called: called.map(({ rule }) => rule), scores: await house.db.$count(scores) }
}
