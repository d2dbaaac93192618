import type { Browser, Page } from '@playwright/test'

/** Slow 4G as Chromium's own tools have it, and a processor four times slower than this machine's. */
const LATENCY_MS = 562
const DOWN = 1_600_000 / 8
const UP = 750_000 / 8
const SLOWER = 4

/** What the page noted about itself: when something could first be used, and how much moved by itself. */
type Noted = { seen: Record<string, number>; shift: number }
type Watching = Window & { noted: Noted; pressed?: number }

export type Phone = Awaited<ReturnType<typeof openPhone>>

/**
 * An old phone that was never here before. `marks` are what is waited for: a selector, and whether it is pressed as
 * soon as it can be.
 */
export async function openPhone(
  browser: Browser,
  marks: Record<string, { selector: string; press: boolean }>,
) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'nl-NL' })
  await context.addInitScript(watchFor, marks)
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: DOWN,
    uploadThroughput: UP,
  })
  await network.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return {
    page,
    bytes: () => bytes,
    /** When this mark could be used: milliseconds since 1970. */
    async seen(mark: string): Promise<number> {
      const waiting = (name: string) => (window as unknown as Watching).noted?.seen[name]
      const handle = await page.waitForFunction(waiting, mark, { polling: 50, timeout: 60_000 })
      return Number(await handle.jsonValue())
    },
    began: () => page.evaluate(() => performance.timeOrigin),
    shift: () => page.evaluate(() => (window as unknown as Watching).noted.shift),
    close: () => context.close(),
  }
}

/** Runs in the page before anything else. */
function watchFor(marks: Record<string, { selector: string; press: boolean }>) {
  const noted: Noted = { seen: {}, shift: 0 }
  Object.assign(window, { noted })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!entry.hadRecentInput) noted.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })

  const look = () => {
    for (const [name, { selector, press }] of Object.entries(marks)) {
      const element = document.querySelector<HTMLElement>(`${selector}:enabled, a${selector}`)
      if (noted.seen[name] !== undefined || !element?.checkVisibility()) continue
      noted.seen[name] = performance.timeOrigin + performance.now()
      if (press) element.click()
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Presses a button as a finger does, and gives the milliseconds until the page has drawn another heading. */
export async function turnTime(page: Page): Promise<number> {
  await page.evaluate(() => {
    const before = document.querySelector('h1')?.textContent
    const turn = new Promise<number>((resolve) => {
      addEventListener(
        'click',
        ({ timeStamp }) => {
          const look = () => {
            if (document.querySelector('h1')?.textContent === before) return requestAnimationFrame(look)
            // A message comes after the frame was drawn.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - timeStamp)
            return port2.postMessage(null)
          }
          look()
        },
        { once: true },
      )
    })
    Object.assign(window, { turn })
  })
  await page.locator('.go').click()
  return page.evaluate(() => (window as unknown as { turn: Promise<number> }).turn)
}
