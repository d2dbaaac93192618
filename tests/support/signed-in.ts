import { patientSessions } from '../../server/db/schema/messages.ts'
import { hashOf } from '../../server/links/token.ts'
import { openBrowsing } from './browsing.ts'
import type { House } from './house.ts'

/** The browser in which this patient signed in, at this address of the house. */
export async function signedInBrowser(house: House, here: string, patientId: string) {
  const secret = `secret of ${patientId}`
  const at = house.deps.now().toISOString()
  await house.db.insert(patientSessions).values({
    id: hashOf(secret),
    patientId,
    level: 'substantial',
    confirmedAt: at,
    respondent: 'patient',
    createdAt: at,
    lastSeenAt: at,
  })
  const browser = openBrowsing({
    [here]: (url, init) => house.app.request(url.slice(here.length), init),
  })
  browser.cookies(here).set('mijn', secret)
  return browser
}
