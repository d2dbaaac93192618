import type { Page } from '@playwright/test'
import type { DemoFacts } from '../demo-desks.ts'
import type { Go } from '../visit.ts'

/** To an address, which may depend on who is in the demo. */
export const at =
  (path: string | ((known: DemoFacts) => string)): Go =>
  (page, known) =>
    page.goto(typeof path === 'string' ? path : path(known))

/** A page after a key was pressed on it, once what that shows is there. */
export const pressed =
  (path: string | ((known: DemoFacts) => string), key: string, shows: string): Go =>
  async (page, known) => {
    await at(path)(page, known)
    await page.locator('h1').waitFor()
    await page.keyboard.press(key)
    await page.locator(shows).first().waitFor()
  }

/** A page with the first three of what can be unfolded on it open. */
export const unfolded =
  (path: string): Go =>
  async (page: Page) => {
    await page.goto(path)
    await page.locator('summary').first().waitFor()
    for (const line of (await page.locator('summary').all()).slice(0, 3)) await line.click()
  }

/** From a page through the first of each of these links. */
export const through =
  (path: string, ...links: string[]): Go =>
  async (page) => {
    await page.goto(path)
    for (const link of links) await page.locator(link).first().click()
  }
