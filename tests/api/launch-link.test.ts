import { exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { afterAll, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { ask, follow, HERE, NOW, openLaunching } from '../support/launching.ts'

// Record systems without SMART sign a link; and any of them may show a patient within its own page.

const LINK_SECRET = 'een gedeeld geheim dat lang genoeg is'
const pair = await generateKeyPair('ES256', { extractable: true })
const publicKey = await exportSPKI(pair.publicKey)
const launching = await openLaunching((iss) => [
  {
    name: 'EPD De Vaart',
    frames: ['https://epd.vaart.example'],
    smart: { iss, clientId: 'uitkomst' },
    link: { issuer: 'epd.vaart.example', secret: LINK_SECRET },
  },
  { name: 'Huisarts', link: { issuer: 'his.example', publicKey } },
])
const { house, own, colleagues, browse, launchOf } = launching
afterAll(() => launching.close())

describe('a signed link', () => {
  let serial = 0
  const claims = (given: object = {}) => ({
    sub: '5001',
    patient: '4711',
    jti: `link-of-the-tests-${serial++}`,
    iat: Math.floor(house.deps.now().getTime() / 1000),
    exp: Math.floor(house.deps.now().getTime() / 1000) + 60,
    iss: 'epd.vaart.example',
    aud: HERE,
    ...given,
  })
  const signed = (given: object, secret = LINK_SECRET) =>
    new SignJWT(claims(given)).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
  const linkOf = async (token: Promise<string>) => `${HERE}/launch?token=${await token}`

  it('opens the page once', async () => {
    const link = await linkOf(signed({}))
    const browser = browse()
    const { id } = await follow(browser, link)
    expect((await ask(browser, id, `/api/clinic/patients/${own.patientId}`)).status).toBe(200)
    expect((await ask(browser, id, `/api/clinic/patients/${colleagues.patientId}`)).status).toBe(404)
    const again = await follow(browse(), link)
    expect(again).toMatchObject({ id: '', status: 401 })
    expect(again.text).toContain('gebruikt of te oud')
  })

  it('opens once where two come at the same moment', async () => {
    const link = await linkOf(signed({}))
    const both = await Promise.all([follow(browse(), link), follow(browse(), link)])
    expect(both.filter(({ id }) => id !== '')).toHaveLength(1)
  })

  it('may be signed with a key that is only theirs', async () => {
    const key = (given: object) =>
      new SignJWT(claims({ iss: 'his.example', ...given }))
        .setProtectedHeader({ alg: 'ES256' })
        .sign(pair.privateKey)
    expect((await follow(browse(), await linkOf(key({})))).id).toMatch(/^lau_/)
    const asSecret = new TextEncoder().encode(publicKey)
    const confused = new SignJWT(claims({ iss: 'his.example' }))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(asSecret)
    expect((await follow(browse(), await linkOf(confused))).status).toBe(401)
  })

  it.each([
    ['of another installation', { aud: 'https://elsewhere.example' }, 401],
    ['of nobody we know', { iss: 'elsewhere.example' }, 404],
    ['that would last longer than a minute', { exp: Math.floor(Date.parse(NOW) / 1000) + 7 * 86_400 }, 401],
    ['without a number of its own', { jti: undefined }, 401],
    ['about a patient of whom there is nothing', { patient: '9999' }, 404],
    ['of a colleague who is not here', { sub: '7' }, 403],
  ])('%s is refused', async (_, given, status) => {
    expect(await follow(browse(), await linkOf(signed(given)))).toMatchObject({ id: '', status })
  })

  it('is refused with another secret, when it is too old, and when it is none', async () => {
    expect(
      (await follow(browse(), await linkOf(signed({}, 'een ander geheim, net zo lang als het')))).status,
    ).toBe(401)
    const link = await linkOf(signed({}))
    house.pass(70_000)
    expect((await follow(browse(), link)).text).toContain('te oud')
    expect((await follow(browse(), `${HERE}/launch?token=x.y.z`)).status).toBe(401)
    expect((await follow(browse(), `${HERE}/launch`)).status).toBe(401)
  })
})

describe('within a page of the record system', () => {
  const framed = async (address: string) =>
    house.app.request(address.slice(HERE.length), { headers: { 'sec-fetch-dest': 'iframe' } })

  it('only named origins may show it, and its cookies stay within that page', async () => {
    const leaving = await framed(launchOf('p1'))
    expect(leaving.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://epd.vaart.example',
    )
    expect(leaving.headers.get('x-frame-options')).toBeNull()
    expect(leaving.headers.get('set-cookie')).toMatch(
      /SameSite=None; .*Partitioned|Partitioned.*SameSite=None/i,
    )
    const opened = await framed(`${HERE}/staff/launched/lau_1`)
    expect(opened.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://epd.vaart.example',
    )
    const alone = await house.app.request(launchOf('p1').slice(HERE.length))
    expect(alone.headers.get('set-cookie')).toContain('SameSite=Lax')
  })

  it.each(['/staff', '/staff/patients', '/staff/launched', '/staff/launchedx/1'])(
    'nobody may show %s: it is of who signed in here',
    async (path) => {
      const page = await framed(`${HERE}${path}`)
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(page.headers.get('x-frame-options')).toBe('DENY')
    },
  )

  it('nobody may where no origin is named', async () => {
    const config = readConfig({ DEMO: '0', SECRET: house.deps.secret })
    const app = createApp({ ...house.deps, config }, async () => null)
    const page = await app.request('/smart/launch?iss=https://x.example&launch=1')
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('x-frame-options')).toBe('DENY')
  })
})
