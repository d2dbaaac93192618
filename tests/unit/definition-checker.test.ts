import { expect, test, vi } from 'vitest'
import { checkApart } from '../../server/definitions/checker.ts'

const threads = vi.hoisted(() => ({ left: 0, started: [] as import('node:worker_threads').Worker[] }))

vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>()
  const Worker = new Proxy(real.Worker, {
    construct(target, given: ConstructorParameters<typeof real.Worker>) {
      if (threads.left === 0) throw new Error('no thread is left')
      const worker = new target(...given)
      threads.started.push(worker)
      return worker
    },
  })
  return { ...real, Worker }
})

const nothing = { instruments: [], outcomeSets: [] }

test('a thread that could not start is tried again, and one that ended is followed by another', async () => {
  await expect(checkApart([])).rejects.toThrow('no thread is left')
  threads.left = 1
  expect(await checkApart([])).toEqual(nothing)
  expect(threads.started).toHaveLength(1)
  const [first] = threads.started
  first?.emit('error', new Error('out of memory, after the answer')) // with nobody listening this would end the program
  expect(await checkApart([])).toEqual(nothing)
  expect(threads.started).toHaveLength(1)
  await first?.terminate()
  expect(await checkApart([])).toEqual(nothing)
  expect(threads.started).toHaveLength(2)
})
