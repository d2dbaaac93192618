import type { ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import type { Block, Printed } from '../../core/printed.ts'
import { compile, openCompiler } from '../../server/pdf/compiler.ts'
import { openPress, startPress } from '../../server/pdf/press.ts'
import { readPdf } from '../support/pdf.ts'

const sheet = (blocks: Block[], more: Partial<Printed> = {}): Printed => ({
  title: 'Proef',
  language: 'nl',
  about: ['Voor wie dit leest'],
  foot: 'Team',
  blocks: [{ kind: 'heading', text: 'Kop' }, ...blocks],
  ...more,
})
const line =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9" stroke="#000"/></svg>'
const press = openPress()
afterAll(() => press.close())

test('a sheet is PDF/UA-1: it says its title and language, and what is a heading, a table, a picture', async () => {
  const pdf = readPdf(
    await press.print(
      sheet([
        { kind: 'list', items: ['Eerst dit'] },
        { kind: 'facts', facts: [{ name: 'Waarom', values: ['Daarom'] }] },
        { kind: 'table', columns: [{ title: 'Wat', width: 1 }], rows: [['Pijn']] },
        { kind: 'figure', svg: line, alt: 'Een lijn' },
      ]),
    ),
  )
  expect(pdf).toMatchObject({ isTagged: true, standard: '1', language: 'nl', title: 'Proef' })
  expect([...pdf.tags]).toEqual(expect.arrayContaining(['Document', 'H1', 'L', 'Table', 'TH', 'Figure']))
  expect(pdf.text).toBe('Proef Voor wie dit leest Kop • Eerst dit Waarom Daarom Wat Pijn Team 1 / 1')
})

test('what a person writes stays what it is, and what no font has is marked', async () => {
  const text = '#panic("x") *ster* $a$ \\ // "aan" \u0007\u202E中文 Ελλάδα\nregel twee'
  const pdf = readPdf(await press.print(sheet([{ kind: 'text', text }], { foot: text })))
  expect(pdf.text).toContain('#panic("x") *ster* $a$ \\ // "aan" �� Ελλάδα regel twee')
})

test('the compiler refuses a picture without words', () => {
  const compiler = openCompiler()
  if (!compiler) throw new Error('There is no compiler for this machine')
  const block = { kind: 'figure', svg: line, alt: '' } satisfies Block
  expect(() => compile(compiler, sheet([block]))).toThrow('PDF/UA-1')
})

test('the process ends when nothing is asked, and another follows', async () => {
  const started: ReturnType<typeof startPress>[] = []
  const begin = () => {
    const child = startPress()
    started.push(child)
    return child
  }
  const idle = openPress(begin, 50)
  expect(started).toHaveLength(0)
  await Promise.all([idle.print(sheet([])), idle.print(sheet([]))])
  expect(started).toHaveLength(1)
  if (started[0]) await once(started[0], 'exit')
  await idle.print(sheet([]))
  expect(started).toHaveLength(2)
  await idle.close()
})

test('where there is no compiler for the machine, that is said', async () => {
  const nowhere = new EventEmitter()
  const send = () => setImmediate(() => nowhere.emit('message', { kind: 'unavailable' }))
  const none = openPress(() => Object.assign(nowhere, { send, kill: () => false }) as unknown as ChildProcess)
  await expect(none.print(sheet([]))).rejects.toMatchObject({ status: 503, code: 'pdf_unavailable' })
})

test('a process that dies is a refusal, not the end', async () => {
  const dying = openPress(() => {
    const child = startPress()
    child.kill('SIGKILL')
    return child
  })
  await expect(dying.print(sheet([]))).rejects.toMatchObject({ status: 503, code: 'pdf_busy' })
  await dying.close()
})
