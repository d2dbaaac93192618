import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z', env: { DEMO: '1' } })
})
afterAll(() => house.close())

it.each(['/v/look', '/mijn/look'])(
  '%s says of a body that is no form that it cannot be read',
  async (path) => {
    const headers = { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=x' }
    const { status } = await house.app.request(path, { method: 'POST', headers, body: 'abc' })
    expect(status).toBe(400)
  },
)

it.each(['/v/look', '/v/questions', '/u/abc', '/mijn/look', '/mijn/choose', '/mijn/sign-out'])(
  '%s refuses what is larger than any form, whether or not its length is said',
  async (path) => {
    const headers = { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }
    const large = new TextEncoder().encode('a'.repeat(2 * 1024 * 1024))
    const said = { ...headers, 'content-length': String(large.length) }
    for (const given of [headers, said]) {
      const init = { method: 'POST', headers: given, body: new Blob([large]).stream(), duplex: 'half' }
      expect((await house.app.request(path, init)).status).toBe(413)
    }
  },
)

it('the stand-in for an identity provider refuses what it cannot read', async () => {
  const token = (authorization: string, body: string) =>
    house.app.request('/demo/identity/token', {
      method: 'POST',
      headers: { origin: 'http://localhost:3000', authorization },
      body,
    })
  expect((await token('Basic JTplJQ==', '')).status).toBe(401)
  expect((await token('', 'x'.repeat(20_000))).status).toBe(413)
  expect((await house.app.request('/demo/identity//a:99999/')).status).toBe(404)
})
