import { expect, test } from 'vitest'
import { createSeal } from '../../server/db/seal.ts'

test('what was cut short does not open, also with nothing in it', () => {
  const { close, open } = createSeal('a secret')
  const sealed = close('', 'here')
  expect(open(sealed, 'here')).toBe('')
  const cut = `1.${Buffer.from(sealed.slice(2), 'base64url').subarray(0, 16).toString('base64url')}`
  expect(() => open(cut, 'here')).toThrow('tag')
  expect(() => open(sealed, 'there')).toThrow('unable to authenticate data')
})
