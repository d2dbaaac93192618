import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { openChecker, startWorker } from '../../server/definitions/checker.ts'

const nothing = { instruments: [], outcomeSets: [], registers: [] }

test('a thread that could not start is tried again, and one that ended is followed by another', async () => {
  const started: Worker[] = []
  let left = 0
  const check = openChecker(async () => {
    if (left === 0) throw new Error('no thread is left')
    const worker = await startWorker()
    started.push(worker)
    return worker
  })
  await expect(check([])).rejects.toThrow('no thread is left')
  left = 1
  expect(await check([])).toEqual(nothing)
  expect(started).toHaveLength(1)
  const [first] = started
  first?.emit('error', new Error('out of memory, after the answer')) // with nobody listening this would end the program
  expect(await check([])).toEqual(nothing)
  expect(started).toHaveLength(1)
  await first?.terminate()
  expect(await check([])).toEqual(nothing)
  expect(started).toHaveLength(2)
  await started[1]?.terminate()
})
