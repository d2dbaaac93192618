import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' }
const large = `token=${'x'.repeat(400_000)}`

test.each([
  ['GET', '/v', 200],
  ['GET', '/v/some-token', 200],
  ['POST', '/v/some-token', 410],
  ['POST', '/v', 413, large],
  ['POST', '/v/look', 303],
  ['GET', '/u/some-token', 200],
  ['POST', '/u/some-token', 404],
  ['POST', '/u/some-token', 413, large],
  ['GET', '/mijn', 200],
  ['POST', '/mijn/look', 303],
  ['POST', '/mijn/look', 413, large],
  ['GET', '/mijn/sign-in', 503],
  ['GET', '/mijn/nowhere', 404],
  ['GET', '/nowhere', 404],
] as const)('%s %s (%i) is guarded as any page is', async (method, path, status, body?: string) => {
  const answer = await house.app.request(path, {
    method,
    headers: FORM,
    ...(method === 'POST' ? { body: body ?? '' } : {}),
  })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
})

test.each([
  ['GET', '/api/me', 401],
  ['GET', '/api/nowhere', 404],
  ['POST', '/api/auth/sign-in/email', 400],
  ['PUT', '/api/patient/answers', 401],
  ['POST', '/api/patient/submit', 413, JSON.stringify({ large })],
] as const)(
  '%s %s (%i) allows nothing and is kept by nobody',
  async (method, path, status, body?: string) => {
    const answer = await house.app.request(path, {
      method,
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
      ...(method === 'GET' ? {} : { body: body ?? '{}' }),
    })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  },
)

test('what is too large is refused in words', async () => {
  const answer = await house.app.request('/api/definitions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    body: JSON.stringify({ large: 'x'.repeat(2_000_000) }),
  })
  expect(await answer.json()).toMatchObject({
    code: 'too_large',
    message: 'This is larger than can be taken in',
  })
})
