import { textWidth } from '../text.ts'
import type { TimeEvent, TimeStage } from './data.ts'

type Scale = { x: (iso: string) => number; x0: number; x1: number }

/** From and to, in pixels. */
type Span = { a: number; b: number }

export type Strip = {
  boxes: readonly (Span & { name: string })[]
  /** What is written in the strip: a name, a number, or the numbers of several narrow stages: "2–4". */
  labels: readonly (Span & { text: string })[]
  /** What the numbers stand for: "1 Kennismaken". */
  key: readonly string[]
}

const MARGIN = 6 // of a name within its stage

/** Which stages have room for their name; the others get a number, and their names go into a key. */
export function stageStrip(stages: readonly TimeStage[], scale: Scale): Strip {
  const boxes = boxesOf(stages, scale)
  const key: string[] = []
  const labels: (Span & { text: string })[] = []
  let run: (Span & { number: number })[] = []
  const endRun = () => {
    labels.push(...numbered(run))
    run = []
  }
  for (const { a, b, name } of boxes) {
    if (textWidth(name) <= b - a - MARGIN) {
      endRun()
      labels.push({ a, b, text: name })
    } else {
      if (!key.includes(name)) key.push(name)
      run.push({ a, b, number: key.indexOf(name) + 1 })
    }
  }
  endRun()
  return { boxes, labels, key: key.map((name, place) => `${place + 1} ${name}`) }
}

/** The stages within the axis; one that is entered again at once goes on. */
function boxesOf(stages: readonly TimeStage[], { x, x0, x1 }: Scale): (Span & { name: string })[] {
  const boxes: (Span & { name: string })[] = []
  for (const { name, from, until } of stages) {
    const a = Math.max(x0, x(from))
    const b = Math.min(x1, until === null ? x1 : x(until))
    const before = boxes.at(-1)
    if (b <= a) continue
    if (before && before.name === name && a - before.b < 1) before.b = b
    else boxes.push({ a, b, name })
  }
  return boxes
}

/** Numbers over narrow stages that follow each other, taken together until there is room to write them. */
function numbered(run: readonly (Span & { number: number })[]): (Span & { text: string })[] {
  const groups: (Span & { first: number; last: number })[] = []
  const text = ({ first, last }: { first: number; last: number }) =>
    first === last ? `${first}` : `${first}–${last}`
  for (const { a, b, number } of run) {
    const open = groups.at(-1)
    if (open && textWidth(text(open)) > open.b - open.a - 2) {
      open.b = b
      open.last = number
    } else groups.push({ a, b, first: number, last: number })
  }
  const narrow = groups.at(-1)
  const before = groups.at(-2)
  if (narrow && before && textWidth(text(narrow)) > narrow.b - narrow.a - 2) {
    groups.pop()
    before.b = narrow.b
    before.last = narrow.last
  }
  return groups.map((group) => ({ a: group.a, b: group.b, text: text(group) }))
}

/** `row` counts from the top; `left` when the name stands before its mark. */
export type PlacedEvent = { event: TimeEvent; row: number; left: boolean }

const MARK = 7 // from the middle of a mark to its name

/** Treatments and decisions within the axis, in as many rows as their names need to stand free of each other. */
export function eventRows(events: readonly TimeEvent[], scale: Scale, edge: number): PlacedEvent[] {
  const rows: Span[][] = []
  return events
    .filter(({ at }) => scale.x(at) >= scale.x0 && scale.x(at) <= scale.x1)
    .map((event) => {
      const x = scale.x(event.at)
      const name = textWidth(event.name) + MARK
      const left = x + name > edge && x - name > 0
      const end = event.until ? scale.x(event.until) : x + MARK
      const span = left ? { a: x - name, b: end } : { a: x - MARK, b: Math.max(end, x + name) }
      const isFree = (row: Span[]) => row.every(({ a, b }) => span.b + 4 < a || span.a - 4 > b)
      const free = rows.findIndex(isFree)
      const row = free < 0 ? rows.length : free
      rows[row] = [...(rows[row] ?? []), span]
      return { event, row, left }
    })
}
