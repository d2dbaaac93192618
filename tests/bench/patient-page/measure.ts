import type { Browser } from '@playwright/test'
import { openPhone, turnTime } from './phone.ts'

/** Milliseconds, and kilobytes as they came over the line. */
export type Plain = { usable: number; kilobytes: number }
export type Ours = {
  landing: number
  /** From pressing Begin, over the personal start, to the first question that takes an answer. */
  question: number
  kilobytes: number
  turns: number[]
  shift: number
}

const RADIO = 'main input[type=radio]'
const TURNS = 5

/** A page that is opened and answered at once. */
export async function measurePlain(browser: Browser, url: string): Promise<Plain> {
  const phone = await openPhone(browser, { question: { selector: RADIO, press: false } })
  await phone.page.goto(url, { waitUntil: 'commit' })
  const seen = await phone.seen('question')
  const plain = { usable: seen - (await phone.began()), kilobytes: phone.bytes() / 1000 }
  await phone.page.locator(RADIO).first().check({ force: true })
  await phone.close()
  return plain
}

/** A mailed link: opened, begun, the questions started, some answered. Throws when an answer was not kept. */
export async function measureOurs(browser: Browser, link: string): Promise<Ours> {
  const phone = await openPhone(browser, {
    landing: { selector: 'form[data-open] .go', press: false },
    start: { selector: '[data-begin]', press: true },
    question: { selector: RADIO, press: false },
  })
  const { page } = phone
  await page.goto(link, { waitUntil: 'commit' })
  const landing = (await phone.seen('landing')) - (await phone.began())
  const before = await phone.shift()
  const pressed = await page.evaluate(() => {
    const at = performance.timeOrigin + performance.now()
    document.querySelector<HTMLElement>('form[data-open] .go')?.click()
    return at
  })
  const question = (await phone.seen('question')) - pressed
  const kilobytes = phone.bytes() / 1000
  const turns: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await page.locator(RADIO).nth(2).check({ force: true })
    await page.locator('.saved svg').waitFor()
    turns.push(await turnTime(page))
  }
  const shift = before + (await phone.shift())
  await phone.close()
  return { landing, question, kilobytes, turns, shift }
}
