import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../server/demo/seed.ts'
import { launchBrowser } from '../support/browser.ts'
import { type DemoFacts, fillDesks } from '../support/demo-desks.ts'
import { type Live, openLive } from '../support/live.ts'
import { clinicianPages, leadPages } from '../support/pages/clinician.ts'
import {
  administratorPages,
  auditorPages,
  boardPages,
  dataManagerPages,
  doorPages,
  editorPages,
} from '../support/pages/office.ts'
import {
  birthDatePages,
  inboxPages,
  linkPages,
  portalPages,
  strangerPages,
} from '../support/pages/patient.ts'
import { makeAsked, makeClinic, NOW } from '../support/patient-browser.ts'
import { faultsOnTheWay, type Language, languages, openWindow, type Stops } from '../support/visit.ts'

// Every page as its people meet it, with the whole demo behind it, in both languages at two widths. The way through
// the questions has a test of its own: patient.test.ts.

let browser: Browser
let live: Live
let facts: DemoFacts

beforeAll(async () => {
  browser = await launchBrowser()
  live = await openLive({ now: NOW, env: { DEMO: '1', BSN_KEY: 'b'.repeat(43) } })
  await live.house.database.repeatable(() => seedDemo(live.house.deps))
  facts = await fillDesks(live.house)
}, 300_000)
afterAll(async () => {
  await live.close()
  await browser.close()
})

async function visit(language: Language, stops: Stops, as?: string) {
  const window = await openWindow(live, browser, language)
  if (as) await live.signIn(window.page, as)
  const faults = await faultsOnTheWay(window, stops, { language, facts })
  await window.close()
  return faults
}

const ofStaff: [string, Stops, string?][] = [
  ['the door of staff', doorPages],
  ['what a clinician sees', clinicianPages, 'sta_maaike'],
  ['what a team lead sees', leadPages, 'sta_evert'],
  ['what a data manager sees', dataManagerPages, 'sta_daan'],
  ['what an administrator sees', administratorPages, 'sta_ilse'],
  ['what an editor sees', editorPages, 'sta_joris'],
  ['what an auditor sees', auditorPages, 'sta_oscar'],
  ['what the board sees', boardPages, 'sta_loes'],
]

describe.concurrent.each(Object.keys(languages) as Language[])('in %s', (language) => {
  it.each(ofStaff)('%s is sound', async (_, stops, as) => {
    expect(await visit(language, stops, as)).toEqual([])
  })

  it('what a patient sees behind a link is sound', async () => {
    const { token } = await makeAsked(live.house, await makeClinic(live.house))
    expect(await visit(language, linkPages(token))).toEqual([])
  })

  it('the check of the birth date is sound', async () => {
    const careful = await makeClinic(live.house, { confirmBirthDate: true })
    const { token } = await makeAsked(live.house, careful)
    expect(await visit(language, birthDatePages(token))).toEqual([])
  })

  it('what a patient reads behind their own sign-in is sound', async () => {
    expect(await visit(language, portalPages)).toEqual([])
  })

  it('the inbox of the demo is sound', async () => {
    expect(await visit(language, inboxPages(language))).toEqual([])
  })
})

it('the pages that know nobody’s language yet are sound', async () => {
  expect(await visit('nl', strangerPages)).toEqual([])
})
