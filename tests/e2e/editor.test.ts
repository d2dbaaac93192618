import type { Browser, Page } from '@playwright/test'
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { responses, scores } from '../../server/db/schema/outcomes.ts'
import { changeDraft } from '../../server/editor/change-draft.ts'
import { draftHashOf, readWhole } from '../../server/editor/rows.ts'
import { staffContext } from '../../server/staff/context.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeCare, makePath } from '../support/care.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'
import { answerOnPhone, deskOf } from '../support/desk-and-phone.ts'
import { makeStaff } from '../support/factories.ts'
import { type Live, openLive } from '../support/live.ts'
import { makeToken } from '../support/patient-browser.ts'

// What a care team measures is changed by two people, without a programmer.

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

const set = outcomeSet('hip-knee-osteoarthritis')

test('a set is designed and tried out, published by a second person, answered by a patient, and scored', async () => {
  const care = await makeCare(live.house)
  const make = (name: string) =>
    makeStaff(live.house, { organisationId: care.organisationId, role: 'outcome-editor', name })
  const [writer, judge] = [await make('Esra Polat'), await make('Joris Blom')]

  const desk = await deskOf(live, browser, writer)
  await refuseFile(desk)
  const address = await design(desk)
  await writeTogether(desk, await make('Tess Vink'))
  await tryOut(desk)
  await handIn(desk)

  const other = await deskOf(live, browser, judge)
  await other.goto(address)
  await other.getByText('21 days before').waitFor()
  await other.getByText('Esra Polat').first().waitFor()
  await other.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = other.getByRole('dialog')
  await dialog.getByText('things change').waitFor()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await other.getByText('approved and published this').waitFor()

  const now = await live.house.deps.definitions.current(set.id)
  expect(now?.set.version).toBe(set.version + 1)
  expect(now?.set.moments[0]).toMatchObject({ opens: '-P21D', instruments: ['hip-knee'] })
  const { patientId, enrolmentId } = await makePath(live.house, care, { intake: '2026-03-20T09:00:00.000Z' })
  await answerOnPhone(live, browser, await makeToken(live.house, patientId, care.organisationId), 6)
  expect(await scoresOf(enrolmentId)).toEqual([
    { scale: 'function', answered: 2, setVersionId: now?.id },
    { scale: 'pain', answered: 3, setVersionId: now?.id },
    { scale: 'trust', answered: 1, setVersionId: now?.id },
  ])
})

/** A file with a fault is told what is wrong and where. */
async function refuseFile(desk: Page) {
  await desk.goto('/staff/definitions')
  const text = JSON.stringify({ ...set, version: set.version + 1, title: { nl: 'Heup' } }, null, 2)
  const buffer = Buffer.from(text)
  await desk
    .locator('input[type=file]')
    .setInputFiles({ name: 'set.json', mimeType: 'application/json', buffer })
  await desk.getByText('line 3', { exact: true }).waitFor()
}

/** A week longer to answer, and fewer questions: in the form; the same set stands in the JSON, which completes. */
async function design(desk: Page): Promise<string> {
  const now = await live.house.deps.definitions.current(set.id)
  await desk.goto(`/staff/definitions/${now?.id}?show=text`)
  await desk.getByRole('button', { name: 'Write a new version' }).click()
  await desk.getByRole('button', { name: 'Change Before the first visit' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Opens: Number').fill('21')
  for (const id of ['everyday-body', 'everyday-life', 'what-matters'])
    await dialog.getByRole('checkbox', { name: titleForStaff(instrument(id)).en }).uncheck()
  await dialog.getByText('This moment: 6 questions').waitFor()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await desk.getByText('Opens 21 days before').waitFor()
  await goHomeHalfway(desk)
  await desk.getByText(/^Saved, /).waitFor()
  return desk.url().replace('show=text', 'show=changes')
}

/**
 * In the JSON of the moment a name that is missing is offered where it is begun. Whoever goes home then finds it as it
 * was, faults and all.
 */
async function goHomeHalfway(desk: Page) {
  await desk.getByRole('button', { name: 'JSON', exact: true }).click()
  await clickLine(desk, '"opens": "-P21D"')
  await desk.keyboard.press('End')
  await desk.keyboard.type(' "skip')
  await desk.getByRole('option', { name: '"skipIfAnsweredWithin"' }).waitFor()
  await desk.keyboard.press('Escape')
  await desk.locator('.cm-lint-marker-error').first().waitFor()
  await desk.getByText(/^Saved with faults, /).waitFor()
  const address = desk.url()
  await desk.goto('/staff/definitions')
  await desk.getByText(/^Not published yet/).click()
  await desk.getByText('Draft with faults').waitFor()
  await desk.goto(address)
  await desk.getByRole('button', { name: 'JSON', exact: true }).first().click()
  await clickLine(desk, '"opens": "-P21D", "skip"')
  await desk.keyboard.press('End')
  for (const _ of ' "skip"') await desk.keyboard.press('Backspace')
  await desk.getByText('No faults.').waitFor()
  await leadToField(desk)
}

/** A fault leads to its form, and there to its field. */
async function leadToField(desk: Page) {
  await desk.keyboard.insertText(' "age": { "from": 60, "until": 40 },')
  await desk.locator('.cm-lint-marker-error').first().waitFor()
  await desk.getByRole('button', { name: 'Form', exact: true }).click()
  await desk.getByRole('button', { name: /^Put right:/ }).click()
  const field = desk.getByRole('dialog').getByLabel('Only up to and with this age')
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
  await field.fill('80')
  await desk.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
  await desk.getByText('No faults.').waitFor()
}

/** The editor holds only what is in sight: it is scrolled to, and begun again where it slipped away while it was drawn. */
async function clickLine(desk: Page, hasText: string) {
  const line = desk.locator('.cm-line', { hasText })
  const scroller = desk.locator('.cm-scroller')
  await scroller.waitFor()
  const reach = async () => {
    if ((await line.count()) > 0)
      return line.click({ timeout: 2000 }).then(
        () => true,
        () => false,
      )
    await scroller.evaluate((box) => {
      const isAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1
      box.scrollTo(0, isAtEnd ? 0 : box.scrollTop + 600)
    })
    return false
  }
  await expect.poll(reach, { timeout: 40_000, interval: 50 }).toBe(true)
}

/** A colleague writes in the same draft: whoever is second is told, and keeps what was there. */
async function writeTogether(desk: Page, colleague: string) {
  const { deps, pass } = live.house
  pass(60_000)
  const id = new URL(desk.url()).pathname.split('/').at(-1) ?? ''
  const { row } = await readWhole(deps.db, id)
  const text = row.content.replace('"-P21D"', '"-P22D"')
  const ctx = await staffContext(deps.db, colleague, deps.now())
  if (!ctx) throw new Error('Somebody works here')
  await changeDraft(deps, ctx, { id, text, seen: draftHashOf(row) })
  await desk.getByRole('button', { name: 'Form', exact: true }).click()
  await desk.getByRole('button', { name: 'Change Before the first visit' }).click()
  await desk.getByRole('dialog').getByLabel('Opens: Number').fill('20')
  await desk.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
  await desk.getByText(/^Tess Vink changed this draft/).waitFor()
  const differs = desk.getByRole('row', { name: /Before the first visit.*opens/ })
  expect(await differs.getByRole('cell').allInnerTexts()).toEqual(['22 days before', '20 days before'])
  await desk.getByRole('button', { name: 'Go on with what is there' }).click()
  await desk.getByText('Opens 22 days before').waitFor()
  await desk.getByRole('button', { name: 'Change Before the first visit' }).click()
  await desk.getByRole('dialog').getByLabel('Opens: Number').fill('21')
  await desk.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
  await desk.getByText(/^Saved, /).waitFor()
}

const scoresOf = (enrolmentId: string) =>
  live.house.db
    .select({ scale: scores.scale, answered: scores.answered, setVersionId: assessments.setVersionId })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .where(eq(responses.enrolmentId, enrolmentId))
    .orderBy(asc(scores.scale))

/** Two years of a sample patient, and the questions on a phone with what the answers come to. */
async function tryOut(desk: Page) {
  await desk.getByRole('link', { name: 'Two years tried out' }).click()
  await desk.getByLabel('Referred on').fill('2026-03-09')
  await desk.getByRole('cell', { name: 'Mon 9 Mar 2026, 00:00' }).waitFor()
  await desk.getByLabel('This patient answers').selectOption({ label: 'never' })
  await desk
    .getByText(/^Reminder: /)
    .first()
    .waitFor()

  await desk.getByRole('link', { name: 'Form and scores' }).click()
  const phone = desk.frameLocator('iframe')
  const question = await phone.locator('h1').innerText()
  await phone.locator('input[type=radio]').first().check()
  await desk.locator('.scores b').first().waitFor()
  await phone.locator('button.go').click()
  await desk.getByText('Question 2 of').waitFor()
  await expect.poll(() => phone.locator('h1').innerText()).not.toBe(question)
  await showAsSurveyJs(desk, question)
}

/** The same form by SurveyJS, with what was answered, in another language, at the width of a phone and of a desktop. */
async function showAsSurveyJs(desk: Page, question: string) {
  await desk.getByLabel('Shown').selectOption({ label: 'As SurveyJS shows it' })
  const form = desk.locator('.sd-root-modern')
  await form.getByText(question).first().waitFor()
  expect(await form.locator('input[type=radio]:checked').count()).toBe(1)
  const width = async () => Math.round((await form.boundingBox())?.width ?? 0)
  expect(await width()).toBe(392)
  await desk.getByLabel('Width').selectOption({ label: 'Computer' })
  await expect.poll(width).toBe(1024)
  await desk.getByLabel('Language').selectOption({ label: 'English' })
  await expect.poll(() => form.getAttribute('lang')).toBe('en')
  const score = desk.locator('.scores b').first()
  const before = await score.innerText()
  await form.locator('label:has(input[type=radio])').nth(3).click()
  await expect.poll(() => score.innerText()).not.toBe(before)
}

async function handIn(desk: Page) {
  await desk.getByRole('button', { name: 'Hand in', exact: true }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('What changes, and why?').fill('A week longer to answer.')
  await dialog.getByRole('button', { name: 'Hand in', exact: true }).click()
  await desk.getByText('You had a hand in this').waitFor()
}
