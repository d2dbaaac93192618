import { expect, test } from 'vitest'
import { createBreaker } from '../../server/messages/breaker.ts'
import { failureOf, MOST_ATTEMPTS, waitAfter } from '../../server/messages/send-failure.ts'

test('only what the server says about the recipient or the mail is final', () => {
  const rcpt = { command: 'RCPT TO' }
  expect(failureOf({ ...rcpt, responseCode: 550, response: '550 5.1.1 no such user' })).toEqual({
    why: 'smtp 550 5.1.1',
    final: true,
    addressDead: true,
  })
  expect(failureOf({ command: 'DATA', responseCode: 554, response: '554 5.7.1 refused' })).toMatchObject({
    final: true,
    addressDead: false,
  })
  expect(failureOf({ ...rcpt, responseCode: 451, response: '451 4.7.1 greylisted' })).toMatchObject({
    final: false,
  })
  expect(failureOf({ command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8' })).toMatchObject({
    final: false,
  })
  expect(failureOf({ command: 'MAIL FROM', responseCode: 550, response: '550 5.1.8' })).toMatchObject({
    final: false,
    addressDead: false,
  })
  expect(failureOf({ code: 'ETIMEDOUT' })).toEqual({ why: 'ETIMEDOUT', final: false, addressDead: false })
  expect(failureOf(undefined)).toMatchObject({ final: false })
})

test('tries come ever later, six hours at most, over two days in all', () => {
  const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, place) => waitAfter(place + 1) / 60_000)
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8])
  expect(Math.max(...waits)).toBe(360)
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 60
  expect(hours).toBeGreaterThan(42)
  expect(hours).toBeLessThan(48)
})

test('ten failures in a row give the mail server a minute of rest', () => {
  const breaker = createBreaker()
  const now = new Date('2026-03-02T08:00:00Z')
  for (let times = 0; times < 9; times++) breaker.failed(now)
  breaker.worked()
  for (let times = 0; times < 9; times++) breaker.failed(now)
  expect(breaker.isOpen(now)).toBe(false)
  breaker.failed(now)
  expect(breaker.isOpen(new Date('2026-03-02T08:00:59Z'))).toBe(true)
  expect(breaker.isOpen(new Date('2026-03-02T08:01:00Z'))).toBe(false)
})
