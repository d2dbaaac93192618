import { expect, test } from 'vitest'
import { createDomainRate } from '../../server/messages/domain-rate.ts'
import { readReturn } from '../../server/messages/read-return.ts'
import { messageReturnedTo, returnAddress } from '../../server/outbox/return-address.ts'

const ID = 'msg_01kac5x9z0abcdefghjkmnpqrs'

test('a return address is of one mail, whatever case it comes back in, and nobody can make one', () => {
  const address = returnAddress('secret', ID, 'bounce@mail.example.nl')
  expect(address).toMatch(/^bounce\+01kac5x9z0abcdefghjkmnpqrs-[0-9a-f]{16}@mail\.example\.nl$/)
  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64) // RFC 5321, 4.5.3.1.1
  expect(messageReturnedTo('secret', address.toUpperCase())).toBe(ID)
  expect(messageReturnedTo('other', address)).toBeNull()
  expect(messageReturnedTo('secret', address.replace('01kac5', '01kac6'))).toBeNull()
  expect(messageReturnedTo('secret', 'bounce@mail.example.nl')).toBeNull()
  expect(messageReturnedTo('secret', `${'+'.repeat(100_000)}@x`)).toBeNull()
})

const report = (action: string, status: string) =>
  [
    'From: MAILER-DAEMON@mx.example.nl',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It did not arrive.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.nl',
    '',
    'Final-Recipient: rfc822; wil@example.nl',
    `Action: ${action}`,
    `Status: ${status} (of the server)`,
    '--b--',
  ].join('\r\n')
const written = (...headers: string[]) =>
  [...headers, 'Subject: Re: Vragen', '', 'Het gaat niet goed.'].join('\r\n')

test.each([
  ['no such mailbox', report('failed', '5.1.1'), '', { what: 'bounced', status: '5.1.1', addressDead: true }],
  [
    'no such mailbox, said in folded lines',
    report('failed', '5.1.1').replace('Content-Type: message', 'Content-Type:\r\n message'),
    '',
    { what: 'bounced', status: '5.1.1', addressDead: true },
  ],
  ['a full one', report('failed', '5.2.2'), '', { what: 'bounced', status: '5.2.2', addressDead: false }],
  ['tried for days', report('failed', '4.4.7'), '', { what: 'bounced', status: '4.4.7', addressDead: false }],
  ['not yet delivered', report('delayed', '4.4.1'), '', { what: 'automatic' }],
  ['delivered', report('delivered', '2.0.0'), '', { what: 'automatic' }],
  ['a report in words only', written('From: postmaster@example.nl'), '', { what: 'automatic' }],
  ['on holiday', written('Auto-Submitted: auto-replied'), 'wil@example.nl', { what: 'automatic' }],
  ['a list', written('Precedence: bulk'), 'wil@example.nl', { what: 'automatic' }],
  ['a person', written('Auto-Submitted: no'), 'wil@example.nl', { what: 'written' }],
  ['a person who quotes', written('From: wil@example.nl'), 'wil@example.nl', { what: 'written' }],
])('what comes back: %s', (_, mail, sender, expected) => expect(readReturn(mail, sender)).toEqual(expected))

test('a provider gets a burst, then an even stream; another one is not held up by it', () => {
  const rate = createDomainRate(60)
  const at = (seconds: number) => new Date(seconds * 1000)
  const first = Array.from({ length: 60 }, () => rate.takes('a@een.example', at(0)))
  expect(first.every((wait) => wait === 0)).toBe(true)
  expect([1, 2, 3].map(() => rate.takes('b@EEN.example', at(0)))).toEqual([1000, 2000, 3000])
  expect(rate.takes('c@twee.example', at(0))).toBe(0)
  expect(rate.takes('b@een.example', at(1))).toBe(0)
  expect(rate.takes('b@een.example', at(1))).toBeGreaterThan(0)
  expect(rate.takes('b@een.example', at(-86_400))).toBe(0) // a clock that was put back
  expect(createDomainRate(0).takes('a@een.example', at(0))).toBe(0)
})
