import type { ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import type { Block, Printed } from '../../core/words/printed.ts'
import { openCompiler } from '../../server/pdf/compiler.ts'
import { openPress, startPress } from '../../server/pdf/press.ts'
import { faultsElsewhere } from '../support/pdf-elsewhere.ts'
import { expectPrinted, hasCompiler } from '../support/printed.ts'

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

test('there is a compiler for the machines that we say there is one for, and for no other', () => {
  expect(openCompiler() !== null).toBe(hasCompiler)
})

test('a sheet is PDF/UA-1: it says its title and language, and what is a heading, a table, a picture', async () => {
  const blocks: Block[] = [
    { kind: 'list', items: ['Eerst dit'] },
    { kind: 'facts', facts: [{ name: 'Waarom', values: ['Daarom'] }] },
    { kind: 'table', columns: [{ title: 'Wat', width: 1 }], rows: [['Pijn']] },
    { kind: 'figure', svg: line, alt: 'Een lijn' },
  ]
  await expectPrinted(press.print(sheet(blocks)), {
    title: 'Proef',
    tags: ['Document', 'H1', 'L', 'Table', 'TH', 'Figure'],
    words: ['Proef Voor wie dit leest Kop • Eerst dit Waarom Daarom Wat Pijn Team 1 / 1'],
  })
})

test('what a person writes stays what it is, and what no font has is marked', async () => {
  const text = '#panic("x") *ster* $a$ \\ // "aan" \u0007\u202E中文 Ελλάδα\nregel twee'
  await expectPrinted(press.print(sheet([{ kind: 'text', text }], { foot: text })), {
    words: ['#panic("x") *ster* $a$ \\ // "aan" �� Ελλάδα regel twee'],
  })
})

test.each([18, 26])(
  'a picture stays on the page of its words and its table, below %d lines',
  async (above) => {
    const blocks: Block[] = [
      { kind: 'text', text: Array.from({ length: above }, () => 'Eerder.').join('\n') },
      { kind: 'below', text: 'Lopen' },
      { kind: 'text', text: 'Hoe lopen gaat.' },
      { kind: 'text', text: 'Beter.' },
      { kind: 'figure', svg: line, alt: 'Een lijn' },
      { kind: 'table', columns: [{ title: 'Dag', width: 1 }], rows: [['maandag'], ['dinsdag']] },
    ]
    await expectPrinted(press.print(sheet(blocks)), {
      words: ['Eerder. Team 1 / 2 Lopen Hoe lopen gaat. Beter. Dag maandag dinsdag Team 2 / 2'],
    })
  },
)

test('a picture without words is refused', async () => {
  const block = { kind: 'figure', svg: line, alt: '' } satisfies Block
  const why = hasCompiler ? 'could not be set' : 'cannot make PDFs'
  await expect(press.print(sheet([block]))).rejects.toThrow(why)
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
  await Promise.all([expectPrinted(idle.print(sheet([]))), expectPrinted(idle.print(sheet([])))])
  expect(started).toHaveLength(1)
  if (started[0]) await once(started[0], 'exit')
  await expectPrinted(idle.print(sheet([])))
  expect(started).toHaveLength(2)
  await idle.close()
})

/** A press whose process does this with what it is told. */
const pressOf = (reply: (process: EventEmitter) => void) => {
  const process = new EventEmitter()
  const send = () => setImmediate(() => reply(process))
  return openPress(() => Object.assign(process, { send, kill: () => false }) as unknown as ChildProcess)
}

test('where there is no compiler for the machine, that is said', async () => {
  const none = pressOf((process) => process.emit('message', { kind: 'unavailable' }))
  await expect(none.print(sheet([]))).rejects.toMatchObject({ status: 503, code: 'pdf_unavailable' })
})

test('a text that no font can set so that it is read aloud is a reason of its own', async () => {
  const none = pressOf((process) => process.emit('message', { kind: 'unset' }))
  await expect(none.print(sheet([]))).rejects.toMatchObject({ status: 422, code: 'pdf_unset' })
})

test('a text on which the compiler gives up is such a text, not a busy press', async () => {
  const none = pressOf((process) => process.emit('exit', null, 'SIGABRT'))
  await expect(none.print(sheet([]))).rejects.toMatchObject({ status: 422, code: 'pdf_unset' })
})

test('a process that could not be told is a refusal too', async () => {
  const none = pressOf((process) => process.emit('error', new Error('write EPIPE')))
  await expect(none.print(sheet([]))).rejects.toMatchObject({ status: 503, code: 'pdf_busy' })
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

test.runIf(hasCompiler)(
  'another program’s reader hears all of it, and notices each thing that is missing',
  async () => {
    const blocks: Block[] = [
      { kind: 'table', columns: [{ title: 'Wat', width: 1 }], rows: [['Pijn']] },
      { kind: 'figure', svg: line, alt: 'Een lijn' },
    ]
    const file = Buffer.from(await press.print(sheet(blocks))).toString('latin1')
    const without = (one: string, other: string) =>
      faultsElsewhere(new Uint8Array(Buffer.from(file.replaceAll(one, other), 'latin1')))
    expect(await without('', '')).toEqual([])
    expect(await without('/Alt', '/Alx')).toEqual(['page 1: 7.3 every picture has words and a place'])
    expect(await without('/Scope', '/Scopx')).toEqual(['page 1: 7.5 every heading of a table says of what'])
    expect(await without('/S /H1', '/S /H3')).toEqual(['7.4 no level of headings is left out'])
    expect(await without('/S /TD', '/S /TQ')).toEqual(['page 1: 7.1 every kind of element is a usual one'])
    expect(await without('/Lang (', '/Lanx (')).toEqual(['7.2 has a language'])
    expect(await without('DisplayDocTitle true', 'DisplayDocTitlx true')).toEqual(['7.1 shows its title'])
    expect(await without('<pdfuaid:part>1', '<pdfuaid:part>7')).toEqual(['5 says that it is PDF/UA-1'])
    expect(await without('/FontFile', '/FontFilx')).toEqual(['page 1: 7.21.4 every font is in the file'])
  },
)
