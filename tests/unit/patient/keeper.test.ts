import { expect, it } from 'vitest'
import type { Reply } from '../../../web/patient/api.ts'
import { type KeeperState, openKeeper } from '../../../web/patient/keeper.ts'
import type { Changes } from '../../../web/patient/task.ts'

type Answered = Reply<{ version: number }>
type Asked = { version: number; changes: Changes; answer(reply: Answered): void }

/** A keeper whose server answers when the test says so, and whose clock only moves when asked. */
function openPage() {
  const asked: Asked[] = []
  const waiting: { work: () => void; milliseconds: number }[] = []
  const states: KeeperState[] = []
  const shown: unknown[] = []
  const keeper = openKeeper([{ id: 'one', version: 0, answers: {} }], {
    put: (_, version, changes) => new Promise((answer) => asked.push({ version, changes, answer })),
    wait: (work, milliseconds) => void waiting.push({ work, milliseconds }),
    onState: (state) => void states.push(state),
    onMerged: (_, answers) => void shown.push(answers),
  })
  const reply = async (answer: Answered) => {
    asked.shift()?.answer(answer)
    await new Promise((done) => setTimeout(done))
  }
  return {
    keeper,
    asked,
    waiting,
    states,
    shown,
    reply,
    type: (item: string, value: number) => keeper.keep('one', 'knee', item, value),
  }
}

const saved = (version: number): Answered => ({ ok: true, value: { version } })
const refused = (status: number, detail: Record<string, unknown> = {}): Answered => ({
  ok: false,
  status,
  code: '',
  detail,
})

it('sends one save at a time, and what was typed meanwhile together in the next', async () => {
  const { asked, reply, type, states, keeper } = openPage()
  type('pain', 3)
  type('trust', 5)
  type('pain', 4)
  expect(asked).toMatchObject([{ version: 0, changes: { knee: { pain: 3 } } }])
  await reply(saved(1))
  expect(asked).toMatchObject([{ version: 1, changes: { knee: { trust: 5, pain: 4 } } }])
  await reply(saved(2))
  expect(states.at(-1)).toBe('saved')
  expect(keeper.isSettled()).toBe(true)
  expect(keeper.versionOf('one')).toBe(2)
})

it('keeps answers while the server cannot be reached, tries again later and later, and at once when asked', async () => {
  const { asked, waiting, reply, type, states, keeper } = openPage()
  type('pain', 3)
  for (const expected of [1000, 2000, 4000]) {
    await reply(refused(0))
    expect(states.at(-1)).toBe('offline')
    const last = waiting.at(-1)
    expect(last?.milliseconds).toBe(expected)
    last?.work()
  }
  type('pain', 5)
  await reply(refused(503))
  expect(keeper.isSettled()).toBe(false)
  keeper.retry()
  expect(asked).toMatchObject([{ version: 0, changes: { knee: { pain: 5 } } }])
  await reply(saved(1))
  expect(states.at(-1)).toBe('saved')
})

it('lays its own answers on top of what another window saved', async () => {
  const { asked, reply, type, shown, keeper } = openPage()
  type('pain', 3)
  await reply(refused(412, { version: 7, answers: { knee: { pain: 9, trust: 1 } } }))
  expect(shown).toEqual([{ knee: { pain: 3, trust: 1 } }])
  expect(asked).toMatchObject([{ version: 7, changes: { knee: { pain: 3 } } }])
  await reply(saved(8))
  expect(keeper.answersOf('one')).toEqual({ knee: { pain: 3, trust: 1 } })
})

it('does not let a refused answer hold up the others', async () => {
  const { asked, reply, type, keeper } = openPage()
  type('pain', 99)
  type('trust', 5)
  await reply(refused(422))
  expect(asked).toMatchObject([{ changes: { knee: { trust: 5 } } }])
  expect(keeper.answersOf('one')).toEqual({ knee: { pain: null, trust: 5 } })
})

it('stops when the session is over or the answers were sent elsewhere', async () => {
  for (const [status, state] of [
    [401, 'asleep'],
    [409, 'gone'],
  ] as const) {
    const { asked, reply, type, states } = openPage()
    type('pain', 3)
    await reply(refused(status))
    type('pain', 4)
    expect(states.at(-1)).toBe(state)
    expect(asked).toEqual([])
  }
})
