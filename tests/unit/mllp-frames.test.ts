import { expect, it } from 'vitest'
import { framed, openFrames } from '../../server/mllp/frames.ts'

it('line ends between messages are not kept, however many come', () => {
  const frames = openFrames(1000)
  const lineEnds = Buffer.alloc(64 * 1024, '\r')
  for (let chunk = 0; chunk < 600; chunk++)
    expect(frames.take(lineEnds)).toEqual({ messages: [], broken: null })
  expect(frames.take(framed('MSH|')).messages.map(String)).toEqual(['MSH|'])
})
