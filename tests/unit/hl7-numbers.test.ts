import { expect, it } from 'vitest'
import { readHl7 } from '../../server/mllp/message.ts'
import { personIn } from '../../server/mllp/read-person.ts'

const MSH = 'MSH|^~\\&|PLAN|V|U|V|20260301100000||ADT^A08|1|P|2.4'
const read = (numbers: string) => {
  const message = readHl7(Buffer.from(`${MSH}\rPID|1||${numbers}||Ploeg^Wil||19590412|F`))
  return message && personIn(message.first('PID'), '2026-03-01')
}

it.each([
  '999911120^^^NLMINBIZA',
  '999911120^^^&2.16.840.1.113883.2.4.6.3&ISO',
  '999911120^^^2.16.840.1.113883.2.4.6.3',
  '999911120^^^BSN&2.16.840.1.113883.2.4.6.3&ISO^NI',
])('%s is a citizen service number, and nobody’s patient number', (one) => {
  expect(read(`${one}~4711^^^EPD`)).toMatchObject({ number: '4711', bsn: '999911120' })
  expect(read(one)?.number).toBeUndefined()
})
