import type { Browser, Page } from '@playwright/test'
import type { Live } from './live.ts'

/** Four of ten people answer on a phone that is years old, somewhere with little signal. */
export const PATIENCE = { timeout: 60_000 }
const SLOW_4G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

/** A page on a phone of four times less speed than this machine, on a slow network. */
export async function openSlowPhone(live: Live, browser: Browser): Promise<Page> {
  const context = await live.context(browser, { viewport: { width: 390, height: 844 }, locale: 'nl-NL' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE.timeout)
  const wires = await context.newCDPSession(page)
  await wires.send('Network.enable')
  await wires.send('Network.emulateNetworkConditions', SLOW_4G)
  await wires.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return page
}
