import type { Browser, Page } from '@playwright/test'
import type { DemoFacts } from './demo-desks.ts'
import type { Live } from './live.ts'
import { DESK, findFaults, watchPage } from './sound-page.ts'

export const languages = { nl: 'nl-NL', en: 'en-GB' } as const
export type Language = keyof typeof languages

/** What a page must say at its top: a page that was refused, or did not come, says something else. */
type Heading = string | RegExp

type Says = Record<Language, Heading>

/** How to get to a page, in a demo with these people. */
export type Go = (page: Page, known: DemoFacts) => Promise<unknown>

/** A page on the way: how to get there, and its heading in both languages. */
type Stop = { go: Go; says: Says | ((known: DemoFacts) => Says) }
export type Stops = Record<string, Stop>

export const stop = (go: Go, says: Stop['says']): Stop => ({ go, says })

/** A window of somebody's own in this language, and what it objected to. */
export async function openWindow(live: Live, browser: Browser, language: Language) {
  const context = await live.context(browser, { viewport: DESK, locale: languages[language] })
  await context.addInitScript((chosen) => localStorage.setItem('uitkomst.language', chosen), language)
  await context.addCookies([{ name: 'look', value: `${language}.1`, url: live.url }])
  const page = await context.newPage()
  return { page, objections: await watchPage(page), close: () => context.close() }
}
type Window = Awaited<ReturnType<typeof openWindow>>

/** All faults of the pages that are stopped at, each at two widths; throws at a page that is not the one expected. */
export async function faultsOnTheWay(
  { page, objections }: Window,
  stops: Stops,
  { language, facts }: { language: Language; facts: DemoFacts },
): Promise<string[]> {
  const faults: string[] = []
  for (const [name, { go, says }] of Object.entries(stops)) {
    await page.setViewportSize(DESK)
    await go(page, facts)
    await mustSay(page, name, (typeof says === 'function' ? says(facts) : says)[language])
    await page.waitForFunction(() => !document.querySelector('.loading'))
    const found = [...(await findFaults(page, language)), ...objections.take()]
    faults.push(...found.map((fault) => `${name}, ${fault}`))
  }
  return faults
}

async function mustSay(page: Page, name: string, heading: Heading) {
  const exact = typeof heading === 'string'
  try {
    await page.getByRole('heading', { level: 1, name: heading, exact }).waitFor()
  } catch (error) {
    const seen = await page.locator('h1').allInnerTexts()
    throw new Error(`${name}: expected the heading ${heading}, and saw ${JSON.stringify(seen)}`, {
      cause: error,
    })
  }
}
