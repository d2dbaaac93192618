import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

test.each(['/nowhere', '/wp-login.php', '/demo/nothing'])(
  '%s is a page in both languages, as guarded as any other',
  async (path) => {
    const { status, body, headers } = await house.as(null).get(path)
    expect(status).toBe(404)
    expect(body).toContain('Deze pagina is er niet')
    expect(body).toContain('There is no such page')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  },
)

test('a program is told by name', async () => {
  const { status, body, headers } = await house.as(null).get('/api/nowhere')
  expect([status, body]).toMatchObject([404, { code: 'not_found' }])
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})
