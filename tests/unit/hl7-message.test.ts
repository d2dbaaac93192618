import { expect, test } from 'vitest'
import { readHl7 } from '../../server/mllp/message.ts'

const bytesOf = (segment: string, charset = '', encoding: BufferEncoding = 'utf8') =>
  Buffer.from(`MSH|^~\\&|PLAN|VAART|||20260301||ADT^A28|c1|P|2.4||||||${charset}\r${segment}`, encoding)
const nameIn = (bytes: Buffer) => readHl7(bytes)?.first('PID').field(5).at(1)

test.each([
  ['8859/1', 'latin1'],
  ['', 'latin1'],
  ['', 'utf8'],
  ['UNICODE UTF-8', 'utf8'],
] as const)(
  'letters are read in the set that MSH-18 names (“%s”, %s), or in the one they must be',
  (set, as) => {
    expect(nameIn(bytesOf('PID|||4711||Çelik^Zoë', set, as))).toBe('Çelik')
  },
)

test('a set of letters that the bytes are not in is an error with a sentence', () => {
  expect(() => readHl7(bytesOf('PID|||4711||Çelik', 'UNICODE UTF-8', 'latin1'))).toThrow('MSH-18 says UTF-8')
  expect(() => readHl7(bytesOf('PID|||4711||Kok', 'GB 18030'))).toThrow('MSH-18 must be')
})

test('what is escaped is read as it was meant, and what is emptied is nothing', () => {
  const read = readHl7(
    bytesOf('SCH|p1|Pijn \\T\\ stijf\\F\\heid \\S\\ \\R\\ \\E\\|a\\X41\\b\\.br\\c|""|\\H\\vet\\N\\'),
  )
  const fields = [2, 3, 4, 5].map((number) => read?.first('SCH').field(number).at(1))
  expect(fields).toEqual(['Pijn & stijf|heid ^ ~ \\', 'aAb c', '', 'vet'])
})

test('parts of parts, repetitions and what is not there are each in their place', () => {
  const pid = readHl7(bytesOf('PID|||4711^^^EPD~99^^^BSN||van der Ploeg&van der&Ploeg^Wil'))?.first('PID')
  expect([pid?.field(5).at(1, 2), pid?.field(5).at(1, 3), pid?.field(5).at(2)]).toEqual([
    'van der',
    'Ploeg',
    'Wil',
  ])
  expect(pid?.all(3).map((one) => [one.at(1), one.at(4)])).toEqual([
    ['4711', 'EPD'],
    ['99', 'BSN'],
  ])
  expect([pid?.field(30).at(2), readHl7(bytesOf('PID|||1'))?.first('SCH').field(11).at(4)]).toEqual(['', ''])
})

test('a sender chooses its own marks and line ends, and what is no HL7 is nothing', () => {
  const read = readHl7(Buffer.from('MSH#*~\\&#PLAN#VAART#####ADT*A28\nPID###47\\F\\11'))
  expect([read?.first('MSH').field(9).at(2), read?.first('PID').field(3).at(1)]).toEqual(['A28', '47#11'])
  expect(readHl7(Buffer.from('GET / HTTP/1.1\r\n'))).toBeNull()
})
