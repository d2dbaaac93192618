import type { Browser, Page } from '@playwright/test'
import { expect } from 'vitest'
import type { Live } from './live.ts'

const DESK = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' }

/** The desk of a member of staff who reads English. */
export async function deskOf(live: Live, browser: Browser, staffId: string): Promise<Page> {
  const context = await live.context(browser, DESK)
  await context.addInitScript(() => localStorage.setItem('uitkomst.language', 'en'))
  const page = await context.newPage()
  await live.signIn(page, staffId)
  return page
}

/** So many questions with the third answer, and the end of the list, on a phone. */
export async function answerOnPhone(live: Live, browser: Browser, token: string, questions: number) {
  const context = await live.context(browser, { viewport: { width: 390, height: 844 }, locale: 'nl-NL' })
  const phone = await context.newPage()
  const go = () => phone.locator('.go').click()
  const title = () => phone.locator('h1').innerText()
  await phone.goto(`${live.url}/v/${token}`)
  await go()
  await phone.waitForURL('**/v')
  await go()
  await phone.getByRole('radiogroup').waitFor()
  for (let question = 0; question < questions; question++) {
    const before = await title()
    await phone.locator('main label:has(input[type=radio])').nth(2).click()
    await go()
    await expect.poll(title, { timeout: 20_000 }).not.toBe(before)
  }
  await phone.locator('input[name=topic]').first().check()
  await go()
  await phone.locator('input[name=urgent][value=no]').check()
  await go()
  await phone.locator('.done').waitFor()
}
