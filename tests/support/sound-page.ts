import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

/** A browser lists every refused request as an error; the page itself says what was refused. */
const isRefusal = (text: string) => /^Failed to load resource: .* status of 4(01|04|10) /.test(text)

/** Notes in the browser what its console and the content security policy object to, until `take` reads it. */
export async function watchPage(page: Page) {
  const objections: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message.text()))
      objections.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => objections.push(`thrown: ${error.message}`))
  await page.exposeFunction('noteViolation', (text: string) => objections.push(`policy: ${text}`))
  await page.addInitScript(() => {
    const { noteViolation } = window as unknown as { noteViolation(text: string): void }
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      noteViolation(`${violatedDirective} ${blockedURI} (${sourceFile})`),
    )
  })
  return { take: () => objections.splice(0) }
}

/** Everything that is wrong with the page as it stands, at the width of a phone and of a desk. */
export async function findFaults(page: Page, language: string): Promise<string[]> {
  const faults: string[] = []
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    await settle(page)
    await page.setViewportSize({ ...size, height: await heightOf(page) }) // what is fixed covers nothing then
    await settle(page)
    const found = [...(await faultsOfDocument(page, language)), ...(await faultsForAxe(page))]
    faults.push(...found.map((fault) => `${size.width}: ${fault}`))
  }
  return faults
}

/** Charts measure themselves and draw again after the width has changed. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 3; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
  })

const heightOf = (page: Page) =>
  page.evaluate(() => Math.max(innerHeight, document.documentElement.scrollHeight))

const faultsOfDocument = (page: Page, language: string) =>
  page.evaluate((wanted) => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement
    const headings = document.querySelectorAll('h1').length
    const { lang } = document.documentElement
    return [
      scrollWidth > innerWidth ? `${scrollWidth} px wide` : '',
      headings === 1 ? '' : `${headings} headings of the first level`,
      lang === wanted ? '' : `says that its language is ${lang}`,
      document.title.trim() ? '' : 'has no title',
    ].filter(Boolean)
  }, language)

/** What axe finds on the page as it stands. */
export async function faultsForAxe(page: Page): Promise<string[]> {
  // Without frames, the legacy mode finds the same and does not open a tab of its own each time.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] }) // the passes of a large page take longer to list than to find
    .withTags(RULES)
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}
