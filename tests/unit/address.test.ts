import { expect, test } from 'vitest'
import { callerAddress, networkOf } from '../../server/http/address.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:50123', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['[2001:db8:1:2::9]', '2001:db8:1:2'],
  ['[2001:db8:1:2::9]:50123', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
  ['', ''],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('only a trusted proxy says where a request came from, and of what it says only the last', () => {
  const headers = { 'x-forwarded-for': '203.0.113.9, 192.0.2.7' }
  const request = new Request('http://localhost/', { headers })
  expect(callerAddress({ TRUST_PROXY: true })(request)).toBe('192.0.2.7')
  expect(callerAddress({ TRUST_PROXY: false })(request)).toBeNull()
})
